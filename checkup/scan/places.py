"""What a check could read: how many observations, and which places stayed closed, and why."""

from collections.abc import Iterable

from checkup.checks.check import Check
from checkup.model.looked import Cause, Gap, Unread
from checkup.model.sources import Sources
from checkup.model.value import Value

# The weightiest first. What broke says more than what was refused, and what was refused more than
# what cannot be there at all; a stop comes before everything, since all after it follows from it.
_WEIGHT = (
    Cause.STOPPED,
    Cause.DISCONNECTED,
    Cause.FAILED,
    Cause.TIMED_OUT,
    Cause.NOT_PERMITTED,
    Cause.TOO_LARGE,
    Cause.UNKNOWN_FORMAT,
    Cause.NOT_IN_BACKUP,
    Cause.NEEDS_RUNNING_SYSTEM,
    Cause.NOT_ASKED,
    Cause.ENCRYPTED,
    Cause.NOT_OPENED,
    Cause.NOT_INCLUDED,
    Cause.NOT_SUPPORTED,
)


class Places(Value, frozen=True, kw_only=True):
    """How many observations a check had, and the places it could not read."""

    saw: int = 0
    unread: tuple[Unread, ...] = ()

    def gap(self, check: str) -> Gap:
        """Return the gap of a check that has nothing else to show; `unread` must not be empty."""
        reasons = {unread.reason for unread in self.unread}
        where = dict.fromkeys(unread.where for unread in self.unread if unread.where)
        return Gap(check=check, reason=min(reasons, key=_WEIGHT.index), where=tuple(where), saw=self.saw)


def places(check: Check, sources: Sources) -> Places:
    """Return what the sources have for this check; they answer the same as during its look."""
    saw = 0
    unread: list[Unread] = []
    for kind in check.needs:
        reading = sources.read(kind)
        saw += len(reading.items)
        unread.extend(_named(reading.unread, kind.__name__, check.id))
    return Places(saw=saw, unread=tuple(unread))


def _named(unread: Iterable[Unread], kind: str, check: str) -> Iterable[Unread]:
    """Set the check, and leave away a "where" that only repeats the kind: no person knows that word."""
    for one in unread:
        where = "" if one.where == kind else one.where
        yield Unread(where=where, reason=one.reason, count=one.count, check=check)
