"""Which checks are for the computer that is looked at: those with something to look at there."""

from collections.abc import Collection, Sequence

from checkup.checks.check import Check
from checkup.model.sources import Observation


def fitting(checks: Sequence[Check], kinds: Collection[type[Observation]]) -> tuple[Check, ...]:
    """Return the checks whose subject is among the kinds; where no kind is known, all of them.

    A check for something this kind of system does not have is no gap: there is nothing to look at.
    """
    if not kinds:
        return tuple(checks)
    return tuple(check for check in checks if _subject(check) in kinds or not check.needs)


def _subject(check: Check) -> type[Observation] | None:
    return check.subject or next(iter(check.needs), None)
