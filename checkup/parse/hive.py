"""Registry hive files, read piece by piece out of hostile bytes: never the whole file at once.

Whoever has the file gives a function that reads some bytes at an offset. Every step is counted, so
that a hive made to go in circles, or to name the same large value a million times, ends soon.

References: the format as described by M. Suhanov ("Windows registry file format specification") and
by J. Metz (libregf documentation): base block, cells, nk, vk, lf/lh/li/ri lists, db for big data.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checkup.parse.registry import RegistryKey, RegistryValue, decoded, windows_time

Read = Callable[[int, int], bytes]
"""Returns up to so many bytes at an offset of the file."""

HEADER = b"regf"
FIRST_BLOCK = 4096  # offsets in the file count from behind the base block
MOST_STEPS = 600_000  # cells read from one hive in one run, a long one counting for several
BYTES_A_STEP = 16_384
MOST_SUBKEYS = 100_000
MOST_VALUES = 10_000
LONGEST_DATA = 1024 * 1024
MOST_DATA = 16 * 1024 * 1024  # of all values of one key
LONGEST_CELL = 2 * 1024 * 1024
_NONE = 0xFFFFFFFF
_SMALL = 0x80000000  # the data stands in the place of its offset
_SEGMENT = 16_344
_PLAIN_KEY_NAME = 0x20
_PLAIN_VALUE_NAME = 0x01
_NK = struct.Struct("<2sHQIIIIIIIIIIIIIIIHH")
_VK = struct.Struct("<2sHIIIHH")


class HiveDamaged(Exception):
    """The bytes are no hive, or this part of it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Node:
    """A key's own cell."""

    name: str
    changed: str
    subkeys: int
    subkey_list: int
    values: int
    value_list: int


class Hive:
    """One hive; raises `HiveDamaged` where it is damaged, and after `MOST_STEPS` for all that follows."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._steps = 0
        head = read(0, 512)
        if head[:4] != HEADER or len(head) < 48:
            raise HiveDamaged
        self._root: int = struct.unpack_from("<I", head, 36)[0]

    def root(self) -> Node:
        """Return the topmost key."""
        return self._node(self._root)

    def find(self, names: tuple[str, ...]) -> Node | None:
        """Return the key below the root along these names, which ignore case; None when absent."""
        node = self.root()
        for name in names:
            below = self._child(node, name.casefold())
            if below is None:
                return None
            node = below
        return node

    def children(self, node: Node) -> Iterator[Node]:
        """Yield the keys below a key; a list that goes on and on ends at `MOST_SUBKEYS`."""
        if node.subkey_list == _NONE or not node.subkeys:
            return
        for number, offset in enumerate(self._offsets(node.subkey_list)):
            if number >= MOST_SUBKEYS:
                return
            yield self._node(offset)

    def key(self, path: str, node: Node) -> RegistryKey:
        """Return a key with its values; a value that cannot be read is left out."""
        return RegistryKey(path, node.changed, tuple(self._values(node)))

    def _child(self, node: Node, folded: str) -> Node | None:
        return next((one for one in self.children(node) if one.name.casefold() == folded), None)

    def _node(self, offset: int) -> Node:
        cell = self._cell(offset)
        if len(cell) < _NK.size or cell[:2] != b"nk":
            raise HiveDamaged
        fields = _NK.unpack_from(cell)
        _, flags, changed, _, _, subkeys, _, subkey_list, _, values, value_list = fields[:11]
        raw = cell[_NK.size : _NK.size + fields[-2]]
        name = _name(raw, is_plain=bool(flags & _PLAIN_KEY_NAME))
        return Node(name, windows_time(changed), subkeys, subkey_list, values, value_list)

    def _offsets(self, offset: int, deep: int = 3) -> Iterator[int]:
        cell = self._cell(offset)
        kind, count = cell[:2], int.from_bytes(cell[2:4], "little")
        step = {b"lf": 8, b"lh": 8, b"li": 4, b"ri": 4}.get(kind)
        if step is None or not deep:
            raise HiveDamaged
        for place in range(4, min(4 + count * step, len(cell) - 3), step):
            below = int.from_bytes(cell[place : place + 4], "little")
            if kind == b"ri":
                yield from self._offsets(below, deep - 1)
            else:
                yield below

    def _values(self, node: Node) -> Iterator[RegistryValue]:
        if not node.values or node.value_list == _NONE:
            return
        listed, left = self._cell(node.value_list), MOST_DATA
        for place in range(0, min(node.values, MOST_VALUES) * 4, 4):
            if place + 4 > len(listed):
                return
            try:
                value, size = self._value(int.from_bytes(listed[place : place + 4], "little"))
            except HiveDamaged:
                if self._steps >= MOST_STEPS:
                    raise
                continue
            left -= size
            if left < 0:
                raise HiveDamaged
            yield value

    def _value(self, offset: int) -> tuple[RegistryValue, int]:
        """Return a value and how many bytes of data it has."""
        cell = self._cell(offset)
        if len(cell) < _VK.size or cell[:2] != b"vk":
            raise HiveDamaged
        _, length, size, data, kind, flags, _ = _VK.unpack_from(cell)
        name = _name(cell[_VK.size : _VK.size + length], is_plain=bool(flags & _PLAIN_VALUE_NAME))
        found = self._data(size, data)
        return RegistryValue(name, decoded(kind, found), kind), len(found)

    def _data(self, size: int, offset: int) -> bytes:
        if size & _SMALL:
            return offset.to_bytes(4, "little")[: size - _SMALL]
        if not size:
            return b""
        if size > LONGEST_DATA:
            raise HiveDamaged
        cell = self._cell(offset)
        if size > _SEGMENT and cell[:2] == b"db":
            return self._segments(cell)[:size]
        return cell[:size]

    def _segments(self, cell: bytes) -> bytes:
        count, listed = struct.unpack_from("<HI", cell, 2) if len(cell) >= 8 else (0, _NONE)
        offsets = self._cell(listed)
        most = min(count, len(offsets) // 4, LONGEST_DATA // _SEGMENT + 1)
        pieces = (
            self._cell(int.from_bytes(offsets[place : place + 4], "little"))[:_SEGMENT]
            for place in range(0, most * 4, 4)
        )
        return b"".join(pieces)

    def _cell(self, offset: int) -> bytes:
        head = self._read(FIRST_BLOCK + offset, 4)
        size = min(abs(int.from_bytes(head, "little", signed=True)) - 4, LONGEST_CELL)
        self._steps += 1 + max(size, 0) // BYTES_A_STEP
        if self._steps > MOST_STEPS or len(head) < 4 or size <= 0:
            raise HiveDamaged
        return self._read(FIRST_BLOCK + offset + 4, size)


def _name(raw: bytes, *, is_plain: bool) -> str:
    if is_plain:
        return raw.decode("latin-1")
    return raw[: len(raw) // 2 * 2].decode("utf-16-le", "surrogatepass")
