"""Writes registry hives for tests, out of nothing: the cells nk, vk, lf and db, as Windows lays them out.

What is made here is read by two other readers (regipy, hivex) in a test, so that builder and reader
cannot share one misunderstanding.
References: M. Suhanov, "Windows registry file format specification".
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

NONE = 0xFFFFFFFF
WHEN = 133_770_000_000_000_000  # a day in November 2024, in Windows' time
SZ, EXPAND, BINARY, DWORD, MULTI, QWORD = 1, 2, 3, 4, 7, 11

Given = str | int | bytes | list | tuple


@dataclass
class Key:
    """A key to be written: values by name ("" is the default one), keys by name."""

    values: dict[str, Given] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    when: int = WHEN

    def at(self, path: str) -> Key:
        key = self
        for name in path.split("\\"):
            found = next((one for one in key.keys if one.lower() == name.lower()), name)
            key = key.keys.setdefault(found, Key())
        return key


def tree(given: dict[str, dict[str, Given]]) -> Key:
    """Make keys out of whole paths and their values."""
    root = Key()
    for path, values in given.items():
        root.at(path).values.update(values)
    return root


def hive(root: Key, name: str = "SOFTWARE", sequence: tuple[int, int] = (1, 1)) -> bytes:
    """Return the bytes of a hive file."""
    cells = _Cells()
    top = cells.key(root, "ROOT", NONE, is_root=True)
    body = cells.blocks()
    head = bytearray(4096)
    struct.pack_into("<4sIIQIIIIII", head, 0, b"regf", *sequence, WHEN, 1, 5, 0, 1, top, len(body))
    struct.pack_into("<I", head, 44, 1)
    raw = name.encode("utf-16-le")[:62]
    head[48 : 48 + len(raw)] = raw
    total = 0
    for number in struct.unpack_from("<127I", head):
        total ^= number
    struct.pack_into("<I", head, 508, total)
    return bytes(head) + body


class _Cells:
    def __init__(self) -> None:
        self._data = bytearray(32)  # the first block's own head
        self._security = NONE

    def key(self, key: Key, name: str, parent: int, *, is_root: bool = False) -> int:
        try:
            raw, flags = name.encode("latin-1"), 0x20
        except UnicodeEncodeError:
            raw, flags = name.encode("utf-16-le", "surrogatepass"), 0
        offset = self._cell(bytes(76) + raw)  # first: readers look for the topmost key in the first cell
        if is_root:
            self._security = self._cell(self._sk())
        own = [self._value(one, data) for one, data in key.values.items()]
        listed = self._cell(struct.pack(f"<{len(own)}I", *own)) if own else NONE
        ordered = sorted(key.keys, key=str.upper)
        below = [(self.key(key.keys[one], one, offset), one) for one in ordered]
        keys = self._cell(self._lf(below)) if below else NONE
        flags |= 0x0C if is_root else 0
        longest = max((len(one) * 2 for one in ordered), default=0)
        struct.pack_into(
            "<2sHQIIIIIIIIIIIIIIIHH", self._data, offset + 4, b"nk", flags, key.when, 0,
            parent, len(below), 0,
            keys, NONE, len(own), listed, self._security, NONE, longest, 0, 64, 64, 0, len(raw), 0,
        )  # fmt: skip
        return offset

    def blocks(self) -> bytes:
        left = -len(self._data) % 4096
        if 0 < left < 8:
            left += 4096
        if left:
            self._data += struct.pack("<i", left) + bytes(left - 4)
        struct.pack_into("<4sIIQQI", self._data, 0, b"hbin", 0, len(self._data), 0, WHEN, 0)
        return bytes(self._data)

    def _lf(self, below: list[tuple[int, str]]) -> bytes:
        listed = b"".join(
            struct.pack("<I4s", offset, name.encode("latin-1", "replace")[:4]) for offset, name in below
        )
        return struct.pack("<2sH", b"lf", len(below)) + listed

    def _value(self, name: str, given: Given) -> int:
        kind, data = _typed(given)
        raw, flags = name.encode("latin-1", "replace"), 1
        if any(ord(letter) > 255 for letter in name):
            raw, flags = name.encode("utf-16-le", "surrogatepass"), 0
        if len(data) <= 4:
            size, place = len(data) | 0x80000000, int.from_bytes(data.ljust(4, b"\0"), "little")
        elif len(data) > 16_344:
            size, place = len(data), self._big(data)
        else:
            size, place = len(data), self._cell(data)
        return self._cell(struct.pack("<2sHIIIHH", b"vk", len(raw), size, place, kind, flags, 0) + raw)

    def _big(self, data: bytes) -> int:
        pieces = [self._cell(data[at : at + 16_344]) for at in range(0, len(data), 16_344)]
        listed = self._cell(struct.pack(f"<{len(pieces)}I", *pieces))
        return self._cell(struct.pack("<2sHII", b"db", len(pieces), listed, 0))

    def _sk(self) -> bytes:
        descriptor = struct.pack("<BBHIIII", 1, 0, 0x8000, 20, 32, 0, 0)
        sid = struct.pack("<BB6sI", 1, 1, b"\0\0\0\0\0\x05", 18)
        whole = descriptor + sid + sid
        return struct.pack("<2sHIIII", b"sk", 0, 32, 32, 1, len(whole)) + whole

    def _cell(self, content: bytes) -> int:
        size = -(-(len(content) + 4) // 8) * 8
        offset = len(self._data)
        self._data += struct.pack("<i", -size) + content.ljust(size - 4, b"\0")
        return offset


def _typed(given: Given) -> tuple[int, bytes]:
    match given:
        case str():
            kind = EXPAND if "%" in given else SZ
            return kind, given.encode("utf-16-le", "surrogatepass") + b"\0\0"
        case bool() | int():
            return (
                (DWORD, given.to_bytes(4, "little"))
                if given < 2**32
                else (QWORD, given.to_bytes(8, "little"))
            )
        case list():
            return MULTI, "".join(f"{one}\0" for one in given).encode("utf-16-le") + b"\0\0"
        case tuple():
            return given[0], given[1]
        case _:
            return BINARY, given
