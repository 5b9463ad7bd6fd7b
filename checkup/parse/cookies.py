"""Cookies of a browser profile, by host, name and end alone: rows in, facts out.

The statements select no value; whoever reads these rows cannot sign in anywhere with them.
References: Chromium net/extras/sqlite/sqlite_persistent_cookie_store.cc (expires_utc, 0 for a cookie
of one session); Firefox netwerk/cookie/CookiePersistentStorage.cpp (expiry in seconds, since schema 16
in milliseconds).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checkup.parse.chromium import chromium_time
from checkup.parse.tables import Row
from checkup.parse.x509 import day

CHROMIUM_COOKIES = "SELECT host_key, name, expires_utc FROM cookies"
FIREFOX_COOKIES = "SELECT host, name, expiry FROM moz_cookies"

_SURELY_MILLISECONDS = 100_000_000_000  # as seconds this would be the year 5138


@dataclass(frozen=True, slots=True)
class Cookie:
    """One cookie; `ends` is RFC 3339 in UTC, empty where it ends with the browser or nobody can say."""

    host: str
    name: str
    ends: str = ""


def chromium_cookies(rows: Iterable[Row]) -> Iterator[Cookie]:
    """Yield the cookies of a Chromium profile; rows of odd types are left out."""
    for host, name, ends in rows:
        if isinstance(host, str) and isinstance(name, str):
            yield Cookie(host, name, chromium_time(ends if isinstance(ends, int) else None))


def firefox_cookies(rows: Iterable[Row]) -> Iterator[Cookie]:
    """Yield the cookies of a Firefox profile; rows of odd types are left out."""
    for host, name, ends in rows:
        if isinstance(host, str) and isinstance(name, str):
            yield Cookie(host, name, _moment(ends))


def _moment(ends: object) -> str:
    if not isinstance(ends, int) or ends <= 0:
        return ""
    return day(ends / 1000 if ends >= _SURELY_MILLISECONDS else ends)
