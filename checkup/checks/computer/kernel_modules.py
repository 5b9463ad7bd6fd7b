"""Parts of the system's core that did not come with it.

References: Documentation/admin-guide/tainted-kernels.rst of Linux 6; CISOfy/lynis KRNL-5726;
osquery `kernel_modules`.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.kernel import KernelModule, KernelState
from checkup.model.sources import Sources

ID = "computer.kernel_modules"

# Drivers that makers and distributions build outside the kernel, by the start of their names.
USUAL = (
    *("nvidia", "nv_peer", "vbox", "vmmon", "vmnet", "vmw_", "vmci", "prl_", "zfs", "spl", "zavl", "znvpair"),
    *("zunicode", "zcommon", "zlua", "zzstd", "icp", "wl", "8188", "8192", "8812", "8814", "8821", "8822"),
    *(
        "88x2",
        "88XX",
        "rtl",
        "rtw",
        "r816",
        "mt76",
        "wireguard",
        "v4l2loopback",
        "evdi",
        "razer",
        "xpad",
        "xone",
    ),
    *("acpi_call", "tp_smapi", "thinkpad", "bbswitch", "ddcci", "tuxedo", "clevo", "system76", "openrazer"),
    *(
        "amdgpu",
        "amdkcl",
        "amdttm",
        "amd_sched",
        "broadcom",
        "fglrx",
        "hid_",
        "snd_",
        "xt_",
        "ashmem",
        "binder",
    ),
    *("anbox", "kvmfr", "vendor_reset", "it87", "lenovo", "asus", "msi_", "ipu6", "ivsc", "intel_", "dm_vdo"),
)


def look(sources: Sources, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - the shape of every check
    outside = [module for module in sources.read(KernelModule) if module.is_outside]
    for module in outside:
        if not module.name.startswith(USUAL):
            yield _module(module)
    for state in sources.read(KernelState):
        yield from _state(state, is_explained=bool(outside))


def _module(module: KernelModule) -> Finding:
    reasons = [Reason(sign="core_part_from_outside", what=module.name)]
    if module.is_unsigned:
        reasons.append(Reason(sign="core_part_unsigned", what=module.name))
    if module.asked_by:
        reasons.append(Reason(sign="core_part_loaded_at_start", what=module.name, where=module.asked_by))
    return Finding(
        check=ID,
        level=Level.ASK,
        about=f"module:{module.name}",
        name=module.name,
        reasons=tuple(reasons),
        evidence=(Evidence(where=module.seen_in, saw=module.line),),
    )


def _state(state: KernelState, *, is_explained: bool) -> Iterator[Finding]:
    """Tell of a module that was there once and is not any more, or that was loaded by force."""
    signs = []
    if state.had_forced_module:
        signs.append("core_part_was_forced")
    if state.had_outside_module and not is_explained:
        signs.append("core_part_is_gone_again")
    if signs:
        yield Finding(
            check=ID,
            level=Level.LEAD,
            about="kernel",
            name="kernel",
            reasons=tuple(Reason(sign=sign) for sign in signs),
            evidence=(Evidence(where=state.seen_in, saw=str(state.taint)),),
        )


CHECK = Check(id=ID, needs=(KernelModule, KernelState), look=look)
