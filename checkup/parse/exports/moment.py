"""Times as exports write them: Unix numbers, ISO, SQL style, and the long English form.

References: the formats of Google, Meta, TikTok, Snapchat, LinkedIn, Apple and X exports, 2021 to 2026.
"""

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import NamedTuple

FIRST_YEAR = 1990
LAST_YEAR = 2100
MOST_HOURS = 50_000
LONGEST = 200  # letters of a time as it was written

_QUICK = re.compile(r"(\d{4}-[01]\d-[0-3]\d)[ T]([0-2]\d:[0-5]\d:[0-5]\d)(?:\.\d{1,9})? ?(UTC|Z|\+00:00)?")
_PARTED = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d UTC")
_LONG = re.compile(r"[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) ([0-2]\d:[0-5]\d:[0-5]\d) UTC (\d{4})")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Moment(NamedTuple):
    """`when` is RFC 3339 in UTC or empty, `raw` what was written, `zone_known` whether a zone stood there."""

    when: str = ""
    raw: str = ""
    zone_known: bool = False


def of_seconds(value: object) -> Moment:
    """Return a Unix time in seconds, milliseconds or microseconds, as number or as digits."""
    raw = str(value) if isinstance(value, int | float | str | Decimal) and not isinstance(value, bool) else ""
    raw = raw[:LONGEST]
    try:
        number = float(raw)
    except ValueError:
        return Moment(raw=raw)
    for size in (1.0, 1e3, 1e6):
        if 6e8 < number / size < 4.2e9:
            return Moment(f"{datetime.fromtimestamp(number / size, UTC):%Y-%m-%dT%H:%M:%SZ}", raw, True)  # noqa: FBT003 - a tuple's field
    return Moment(raw=raw)


class Moments:
    """Reads the times of one long file; hours that came before are known already, and what follows them.

    Parted there, both tables stay small enough for a processor's own memory.
    """

    def __init__(self) -> None:
        self._hours: dict[str, str] = {}
        self._rests: dict[str, str] = {}

    def when(self, raw: str) -> str:
        """Return the moment as RFC 3339 in UTC, or "" as `of_text` does."""
        try:
            return self._hours[raw[:13]] + self._rests[raw[13:]]
        except KeyError:
            return self._learned(raw)

    def _learned(self, raw: str) -> str:
        when = of_text(raw).when
        if when and _PARTED.fullmatch(raw):
            if len(self._hours) >= MOST_HOURS:
                self._hours.clear()
            self._hours[raw[:13]], self._rests[raw[13:]] = when[:13], when[13:]
        return when


def of_text(raw: str, *, in_utc: bool = False) -> Moment:
    """Return a written time. `in_utc`: this format is known to write UTC without saying so."""
    raw = raw[:LONGEST]
    text = raw.strip()
    if (quick := _QUICK.fullmatch(text)) and (quick[3] or in_utc):
        return _checked(f"{quick[1]}T{quick[2]}Z", raw)
    if long := _LONG.fullmatch(text):
        month = _MONTHS.index(long[1].title()) + 1 if long[1].title() in _MONTHS else 0
        return _checked(f"{long[4]}-{month:02}-{int(long[2]):02}T{long[3]}Z", raw)
    return _iso(text, raw, in_utc=in_utc)


def _iso(text: str, raw: str, *, in_utc: bool) -> Moment:
    try:
        moment = datetime.fromisoformat(re.sub(r" (?:UTC|GMT)$", "+00:00", text))
    except ValueError:
        return Moment(raw=raw)
    if moment.tzinfo is None and not in_utc:
        return Moment(raw=raw)
    try:
        moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except OverflowError:
        return Moment(raw=raw)
    return _checked(f"{moment:%Y-%m-%dT%H:%M:%SZ}", raw)


def _checked(when: str, raw: str) -> Moment:
    try:
        year = datetime.fromisoformat(when).year
    except ValueError:
        return Moment(raw=raw)
    is_likely = FIRST_YEAR <= year <= LAST_YEAR
    return Moment(when, raw, True) if is_likely else Moment(raw=raw)  # noqa: FBT003 - a tuple's field


def is_time(raw: str) -> bool:
    """Whether a text has the shape of a written time, with or without a zone."""
    return bool(raw) and (of_text(raw, in_utc=True).when != "")
