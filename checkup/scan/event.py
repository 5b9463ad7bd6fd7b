"""What happens during a scan, one event after the other; the last one is always `Ended`."""

from checkup.model.finding import Finding
from checkup.model.looked import Gap, Looked
from checkup.model.result import Result
from checkup.model.value import Value


class Started(Value, frozen=True, kw_only=True):
    """A check begins: the `number`-th of `total`, from 1."""

    check: str
    number: int
    total: int


class Found(Value, frozen=True, kw_only=True):
    """A finding; it takes the place of an earlier one with the same `about`."""

    finding: Finding


class Missed(Value, frozen=True, kw_only=True):
    """A check ended and could not look, or not everywhere."""

    gap: Gap


class Clear(Value, frozen=True, kw_only=True):
    """A check ended, looked everywhere and has nothing of its own to show."""

    looked: Looked


class Ended(Value, frozen=True, kw_only=True):
    """The scan is over, or was stopped: all of it."""

    result: Result


Event = Started | Found | Missed | Clear | Ended
