"""The ways phones and programs count time, as RFC 3339 in UTC; empty for what no calendar holds."""

from datetime import UTC, datetime, timedelta

from checkup.model.clock import written

_APPLE = datetime(2001, 1, 1, tzinfo=UTC)
_UNIX = datetime(1970, 1, 1, tzinfo=UTC)
_CHROME = datetime(1601, 1, 1, tzinfo=UTC)
_NANOSECONDS = 1e12  # seconds since 2001 stay far below this; since iOS 11 messages count nanoseconds


def apple(seconds: float) -> str:
    """Seconds, or nanoseconds, since 2001."""
    return _after(_APPLE, seconds / 1e9 if abs(seconds) > _NANOSECONDS else seconds)


def unix(seconds: float) -> str:
    """Seconds since 1970."""
    return _after(_UNIX, seconds)


def unix_micro(microseconds: float) -> str:
    """Microseconds since 1970, as Firefox counts."""
    return _after(_UNIX, microseconds / 1e6)


def chrome(microseconds: float) -> str:
    """Microseconds since 1601, as Chrome counts."""
    return _after(_CHROME, microseconds / 1e6)


def _after(start: datetime, seconds: float) -> str:
    if not seconds:
        return ""
    try:
        return written(start + timedelta(seconds=seconds))
    except (OverflowError, ValueError):
        return ""
