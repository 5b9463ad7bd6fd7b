"""The list of accounts of Windows (SAM): values of its keys in, accounts and members of groups out.

References: J. Metz, winreg-kb, "Security Accounts Manager keys" (F: password set at 24, number at 48,
flags at 56; aliases' C: members' offset at 40 and count at 48, counted from 52); [MS-SAMR] 2.2.1.12
(flags of an account).
"""

import struct
from dataclasses import dataclass

from checkup.parse.registry import windows_time

MOST_MEMBERS = 1000
_DISABLED = 0x0001
_HEAD = 52


@dataclass(frozen=True, slots=True)
class SamUser:
    """An account's number, whether it may sign in, and when its password was set (UTC)."""

    number: int
    may_sign_in: bool
    password_set: str
    last_sign_in: str


def sam_user(value: bytes) -> SamUser | None:
    """Return what an account's value F says; None where it is too short."""
    if len(value) < 58:
        return None
    signed_in, _, password_set = struct.unpack_from("<QQQ", value, 8)
    number = struct.unpack_from("<I", value, 48)[0]
    flags = struct.unpack_from("<H", value, 56)[0]
    return SamUser(number, not flags & _DISABLED, windows_time(password_set), windows_time(signed_in))


def members(value: bytes) -> tuple[str, ...]:
    """Return the ids ("S-1-5-21-...") of the members that a group's value C lists."""
    if len(value) < _HEAD:
        return ()
    offset, _, count = struct.unpack_from("<III", value, 40)
    place, found = _HEAD + offset, []
    for _ in range(min(count, MOST_MEMBERS)):
        sid, size = _sid(value, place)
        if not sid:
            break
        found.append(sid)
        place += size
    return tuple(found)


def number_of(sid: str) -> int:
    """Return the last part of an id: the account's number within its computer."""
    last = sid.rpartition("-")[2]
    return int(last) if last.isascii() and last.isdigit() and len(last) <= 10 else -1


def _sid(value: bytes, place: int) -> tuple[str, int]:
    if place + 8 > len(value) or value[place] != 1 or value[place + 1] > 15:
        return "", 0
    count = value[place + 1]
    if place + 8 + 4 * count > len(value):
        return "", 0
    authority = int.from_bytes(value[place + 2 : place + 8], "big")
    parts = struct.unpack_from(f"<{count}I", value, place + 8)
    return "-".join(("S-1", str(authority), *map(str, parts))), 8 + 4 * count
