"""How a check ended when it found nothing to say: looked, or could not look."""

from enum import StrEnum

from .value import Value


class Cause(StrEnum):
    """Why something could not be looked at. The words are the texts `causes.<value>`."""

    NOT_PERMITTED = "not_permitted"
    FAILED = "failed"
    NEEDS_RUNNING_SYSTEM = "needs_running_system"
    NOT_SUPPORTED = "not_supported"  # this system has no such place, or no reader exists yet
    UNKNOWN_FORMAT = "unknown_format"
    TOO_LARGE = "too_large"
    READABLE_TWIN = "readable_twin"  # the form of an export for reading, without columns to rely on
    TIMED_OUT = "timed_out"
    NOT_ASKED = "not_asked"  # needs a yes the person has not given
    NOT_IN_BACKUP = "not_in_backup"  # an encrypted backup may hold it
    NOT_OPENED = "not_opened"  # a shortened link: where it leads can only be known by asking somebody
    ENCRYPTED = "encrypted"  # the traffic hides where it goes
    NOT_INCLUDED = "not_included"  # what somebody brought does not hold it
    DISCONNECTED = "disconnected"  # the phone was unplugged before this
    STOPPED = "stopped"  # the person stopped before this
    EMPTY = "empty"  # nothing is in it
    INCOMPLETE = "incomplete"  # its end is missing: a download that broke off, or one part of several
    LOCKED = "locked"  # behind a password nobody gave
    PACKED = "packed"  # an archive of a kind, or packed in a way, that is not opened here
    COUNTED_ONCE = "counted_once"  # the same stands in another place too, and counts there


class Gap(Value, frozen=True, kw_only=True):
    """A check that could not look, or not everywhere: never counted as "nothing seen".

    `where` names the places it could not read (empty: all of them), `saw` how many observations it
    had from the others.
    """

    check: str
    reason: Cause
    where: tuple[str, ...] = ()
    saw: int = 0


class Looked(Value, frozen=True, kw_only=True):
    """A check that could look everywhere it wanted and saw nothing to mention."""

    check: str
    saw: int


class Unread(Value, frozen=True, kw_only=True):
    """A place, or rows of it, that could not be read; `check` is set where a finding stands beside it."""

    where: str
    reason: Cause
    count: int = 1
    check: str = ""
