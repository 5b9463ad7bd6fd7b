"""The system's binary list of sign-ins (utmp, wtmp, btmp): bytes in, records out.

The record is 384 bytes long on x86 of both widths and on 32-bit ARM, and 400 bytes on 64-bit ARM
and RISC-V, where the session number and the time are wider.
References: utmp(5); glibc, the header bits/utmp.h and its __WORDSIZE_TIME64_COMPAT32.
"""

import ipaddress
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

# In this order: its kind, the process, terminal, id, user, host, exit codes, session, time, address.
_SHORT = struct.Struct("<h2xi32s4s32s256shhiii16s20x")
_LONG = struct.Struct("<h2xi32s4s32s256shhqqq16s20x4x")

_OWN_SCREEN = re.compile(r"(?::|(?:/dev/)?(?:tty|pts/)\w*$|seat\d+$|login screen|tmux\(|screen\()")
_MOSH = re.compile(r"(?:^| via )mosh \[\d+\]$")


class RecordKind(IntEnum):
    """What a record tells; kinds that say nothing about sign-ins are not listed."""

    BOOT = 2
    LOGIN = 6  # a prompt waits, nobody has signed in
    SIGNED_IN = 7
    SIGNED_OUT = 8


MOST_KIND = 9


@dataclass(frozen=True, slots=True)
class UtmpRecord:
    """One record; `seconds` since 1970 in UTC, `remote` the other end's name or address, or empty."""

    kind: int
    process: int
    terminal: str
    user: str
    remote: str
    seconds: int


class NotUtmp(Exception):
    """The bytes are no list of records of a known size."""


def utmp_records(data: bytes) -> Iterator[UtmpRecord]:
    """Yield the records in the order written. Raises `NotUtmp` before the first one."""
    layout = _layout(data)
    for offset in range(0, len(data) - layout.size + 1, layout.size):
        kind, process, terminal, _, user, host, _, _, _, seconds, _, address = layout.unpack_from(
            data, offset
        )
        yield UtmpRecord(kind, process, _text(terminal), _text(user), _remote(_text(host), address), seconds)


def _layout(data: bytes) -> struct.Struct:
    for layout in (_SHORT, _LONG):
        if len(data) >= layout.size and _fits(data, layout):
            return layout
    if not data:
        return _SHORT
    raise NotUtmp


def _fits(data: bytes, layout: struct.Struct) -> bool:
    """Whether the first records make sense: a wrong size shifts the kinds after the first one."""
    for number in range(min(4, len(data) // layout.size)):
        kind, process, *_, microseconds, _ = layout.unpack_from(data, number * layout.size)
        if not (0 <= kind <= MOST_KIND and process >= 0 and 0 <= microseconds < 1_000_000):
            return False
    return len(data) % layout.size == 0 or len(data) > 4 * layout.size


def _text(field: bytes) -> str:
    return field.partition(b"\0")[0].decode("utf-8", "surrogateescape")


def other_end(host: str) -> str:
    """Return the other end without what mosh adds, or nothing for one of this computer's own screens.

    Its own screens are ":0", "tty2" (GNOME with Wayland), "login screen", "tmux(12).%0" and the like.
    """
    bare = _MOSH.sub("", host).strip()
    return "" if _OWN_SCREEN.match(bare) and not _is_address(bare) else bare


def _remote(host: str, address: bytes) -> str:
    if end := other_end(host):
        return end
    if host and not _MOSH.search(host):
        return ""
    if not any(address):
        return ""
    if any(address[4:]):
        return str(ipaddress.IPv6Address(address))
    return str(ipaddress.IPv4Address(address[:4]))


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True
