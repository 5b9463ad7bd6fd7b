"""Observation of what guards the start of a computer, and whether it is on."""

from enum import StrEnum

from checkup.model.sources import Observation


class StartGuard(StrEnum):
    """What guards it. The words are the texts `signs.start_without_<value>`."""

    SIGNED_START = "signed_start"  # only a system its maker signed is started (Secure Boot)
    SIGNED_DRIVERS = "signed_drivers"  # only signed drivers are loaded


class StartProtection(Observation, frozen=True, kw_only=True):
    """One guard; `line` is what says so."""

    guard: StartGuard
    is_on: bool
    line: str
    when: str = ""
