"""Observations of the kernel: modules that did not come with it."""

from checkup.model.sources import Observation


class KernelModule(Observation, frozen=True, kw_only=True):
    """A loaded module. `is_outside` means built outside the kernel, `is_unsigned` without a signature.

    `asked_by` is the file that asks for it at the start of the computer, empty where none does.
    """

    name: str
    line: str
    is_outside: bool = False
    is_unsigned: bool = False
    asked_by: str = ""


class KernelState(Observation, frozen=True, kw_only=True):
    """What the kernel notes about itself: whether ever a module from outside, or by force, was loaded."""

    taint: int
    had_outside_module: bool = False
    had_forced_module: bool = False
