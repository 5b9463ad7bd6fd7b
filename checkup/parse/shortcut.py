"""A shortcut of Windows (.lnk): bytes in, what it leads to out.

References: learn.microsoft.com, [MS-SHLLINK] (header, LinkTargetIDList, LinkInfo, StringData).
"""

import struct
from dataclasses import dataclass

_HEADER = bytes.fromhex("4c0000000114020000000000c000000000000046")
_HAS_LIST, _HAS_INFO, _IS_UNICODE = 0x01, 0x02, 0x80
_STRINGS = (0x04, 0x08, 0x10, 0x20)  # name, relative path, working folder, words
_HAS_LOCAL_PATH = 0x01


class NotShortcut(Exception):
    """The bytes are no shortcut, or end too early."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a shortcut leads to: a whole path, or a relative one, and the words given to it."""

    path: str
    words: str = ""


def target(data: bytes) -> Target:
    """Return what a shortcut leads to; raises `NotShortcut`."""
    if not data.startswith(_HEADER) or len(data) < 76:
        raise NotShortcut
    try:
        return _target(data)
    except struct.error as fault:
        raise NotShortcut from fault


def _target(data: bytes) -> Target:
    flags = struct.unpack_from("<I", data, 20)[0]
    place = 76
    if flags & _HAS_LIST:
        place += 2 + struct.unpack_from("<H", data, place)[0]
    path = ""
    if flags & _HAS_INFO:
        path = _local_path(data, place)
        place += struct.unpack_from("<I", data, place)[0]
    strings = {}
    for flag in _STRINGS:
        if flags & flag:
            count = struct.unpack_from("<H", data, place)[0]
            size = count * 2 if flags & _IS_UNICODE else count
            raw = data[place + 2 : place + 2 + size]
            strings[flag] = _decoded(raw, is_unicode=bool(flags & _IS_UNICODE))
            place += 2 + size
    return Target(path or strings.get(0x08, ""), strings.get(0x20, ""))


def _local_path(data: bytes, place: int) -> str:
    size, head, flags, _, base, _, suffix = struct.unpack_from("<IIIIIII", data, place)
    info = data[place : place + size]
    if not flags & _HAS_LOCAL_PATH:
        return ""
    if head >= 0x24:
        base, suffix = struct.unpack_from("<II", info, 28)
        return _wide(info[base:]) + _wide(info[suffix:])
    return _narrow(info[base:]) + _narrow(info[suffix:])


def _wide(raw: bytes) -> str:
    text = raw[: len(raw) // 2 * 2].decode("utf-16-le", "replace")
    return text.partition("\0")[0]


def _narrow(raw: bytes) -> str:
    return raw.partition(b"\0")[0].decode("cp1252", "replace")


def _decoded(raw: bytes, *, is_unicode: bool) -> str:
    return raw.decode("utf-16-le", "replace") if is_unicode else raw.decode("cp1252", "replace")
