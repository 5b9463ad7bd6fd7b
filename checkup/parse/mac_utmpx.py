"""Sign-ins on macOS: those that last (utmpx) and those before (its log), bytes in, sign-ins out.

References: plaso's description of utmpx (628 bytes a record; the first says "utmpx-1.00"); Apple, Libc,
utmpx (fields ut_user, ut_host, ... of its log; kind 7: signed in, 8: ended).
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

SIGNATURE = b"utmpx-1.00\0"
_ENTRY = struct.Struct("<256s4s32sIh2xii256s64x")
_SIGNED_IN, _ENDED = 7, 8
FACILITIES = frozenset({"com.apple.system.utmpx", "com.apple.system.lastlog"})


class NotUtmpx(Exception):
    """The bytes are no list of sign-ins."""


@dataclass(frozen=True, slots=True)
class MacSignIn:
    """One sign-in; seconds since 1970 in UTC, `until` None where its end is not noted."""

    who: str
    terminal: str
    remote: str
    since: int
    until: int | None = None


def signed_in_now(data: bytes) -> Iterator[MacSignIn]:
    """Yield the sign-ins that last. Raises `NotUtmpx` before the first."""
    if not data.startswith(SIGNATURE):
        raise NotUtmpx
    for place in range(_ENTRY.size, len(data) - _ENTRY.size + 1, _ENTRY.size):
        user, _, terminal, _, kind, seconds, _, host = _ENTRY.unpack_from(data, place)
        if kind == _SIGNED_IN and (who := _text(user)):
            yield MacSignIn(who, _text(terminal), _text(host), seconds)


def signed_in_before(log: Iterable[Mapping[str, str]]) -> Iterator[MacSignIn]:
    """Yield the sign-ins that a log tells of, each with its end where that is told too."""
    found: dict[tuple[str, str, int], MacSignIn] = {}
    open_ones: dict[tuple[str, str], tuple[str, str, int]] = {}
    for record in log:
        if record.get("Facility") not in FACILITIES:
            continue
        kind, seconds = _number(record, "ut_type"), _number(record, "ut_tv.tv_sec")
        session = record.get("ut_line", ""), record.get("ut_pid", "")
        if kind == _SIGNED_IN and (who := record.get("ut_user", "")):
            key = (*session, seconds)
            found[key] = MacSignIn(who, session[0], record.get("ut_host", ""), seconds)
            open_ones[session] = key
        elif kind == _ENDED and (key_ := open_ones.pop(session, None)) is not None:
            one = found[key_]
            found[key_] = MacSignIn(one.who, one.terminal, one.remote, one.since, seconds)
    yield from found.values()


def _number(record: Mapping[str, str], name: str) -> int:
    text = record.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 15 else 0


def _text(raw: bytes) -> str:
    return raw.partition(b"\0")[0].decode("utf-8", "replace")
