"""Modules of the kernel that did not come with it, and what the kernel notes about itself.

References: proc(5); modules-load.d(5).
"""

from collections.abc import Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.gathered import not_live
from checkup.collect.looking import Looking
from checkup.model.kernel import KernelModule, KernelState
from checkup.model.sources import Reading
from checkup.parse import kernel as parse

MODULES = "/proc/modules"
TAINT = "/proc/sys/kernel/tainted"
ASKED_FOR = ("/etc/modules-load.d", "/run/modules-load.d", "/usr/lib/modules-load.d")


def kernel_modules(ground: Ground) -> Reading[KernelModule]:
    """Return every loaded module."""
    if not ground.place.live:
        return not_live(KernelModule)
    look = ground.looking()
    return look.reading(_modules(look))


def kernel_state(ground: Ground) -> Reading[KernelState]:
    """Return what the kernel notes about itself: one observation, or none where it does not say."""
    if not ground.place.live:
        return not_live(KernelState)
    look = ground.looking()
    return look.reading(_state(look))


def _modules(look: Looking) -> Iterator[KernelModule]:
    asked = dict(_asked(look))
    for module in parse.loaded_modules(look.text(MODULES) or ""):
        yield KernelModule(
            seen_in=MODULES,
            name=module.name,
            line=module.line,
            is_outside=parse.OUTSIDE in module.letters,
            is_unsigned=parse.UNSIGNED in module.letters,
            asked_by=asked.get(module.name, ""),
        )


def _asked(look: Looking) -> Iterator[tuple[str, str]]:
    folders = [path for folder in ASKED_FOR for path in look.paths(folder, ".conf")]
    for path, text in look.texts((*folders, "/etc/modules")):
        for name in parse.asked_for(text):
            yield name, path


def _state(look: Looking) -> Iterator[KernelState]:
    number = parse.taint(look.text(TAINT) or "")
    if number is not None:
        yield KernelState(
            seen_in=TAINT,
            taint=number,
            had_outside_module=bool(number & parse.TAINT_OUTSIDE),
            had_forced_module=bool(number & parse.TAINT_FORCED),
        )
