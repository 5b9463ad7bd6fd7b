"""Modules from outside are asked about unless they are well-known drivers."""

import pytest

from checkup.checks.computer.kernel_modules import CHECK
from checkup.model.finding import Level
from checkup.model.kernel import KernelModule, KernelState


def module(name: str, **fields: object) -> KernelModule:
    return KernelModule(
        **({"seen_in": "/proc/modules", "name": name, "line": f"{name} 1 0 - Live 0x0 (OE)"} | fields)
    )


def test_an_unknown_module_from_outside_is_asked_about(found):
    odd = module("hidekit", is_outside=True, is_unsigned=True, asked_by="/etc/modules-load.d/x.conf")
    [finding] = found(CHECK, odd)
    assert finding.level is Level.ASK
    assert finding.signs == {"core_part_from_outside", "core_part_unsigned", "core_part_loaded_at_start"}


@pytest.mark.parametrize("name", ["nvidia_drm", "vboxdrv", "zfs", "wl", "88x2bu", "v4l2loopback"])
def test_well_known_drivers_are_quiet(found, name):
    assert found(CHECK, module(name, is_outside=True, is_unsigned=True)) == []


def test_modules_of_the_kernel_itself_are_quiet(found):
    assert found(CHECK, module("ext4"), KernelState(seen_in="t", taint=0)) == []


def test_a_module_that_is_gone_again_is_a_trace(found):
    [finding] = found(CHECK, KernelState(seen_in="t", taint=4096, had_outside_module=True))
    assert (finding.level, finding.signs) == (Level.LEAD, {"core_part_is_gone_again"})


def test_a_taint_that_a_driver_explains_is_quiet(found):
    state = KernelState(seen_in="t", taint=12288, had_outside_module=True)
    assert found(CHECK, module("nvidia", is_outside=True), state) == []


def test_a_module_loaded_by_force_is_a_trace(found):
    [finding] = found(CHECK, KernelState(seen_in="t", taint=2, had_forced_module=True))
    assert finding.signs == {"core_part_was_forced"}


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, module("q" + hostile, is_outside=True))
    assert finding.name == "q" + hostile
