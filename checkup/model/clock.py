"""Time as this program writes it: RFC 3339, UTC, whole seconds."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present moment, aware and in UTC; handed in, so that tests choose the time."""


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def written(moment: datetime) -> str:
    """Return a moment as RFC 3339 in UTC, for example `2026-11-24T08:30:00Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(text: str) -> datetime | None:
    """Return the moment written in RFC 3339, or None when it is not one."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
