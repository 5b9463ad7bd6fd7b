"""The settings of GNOME and its relatives, a dconf database: bytes in, plain values out.

Only the kinds of value used here are read: truth, text and whole numbers.
References: the GVDB file format as written down in the GLib source, gvdb-format.h; the GVariant
specification, section "Serialization format".
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_SIGNATURE = b"GVariant"
_FILE_HEADER = struct.Struct("<8sIIII")
_TABLE_HEADER = struct.Struct("<II")
_ITEM = struct.Struct("<IIIHBxII")
_NO_PARENT = 0xFFFFFFFF
MOST_ITEMS = 100_000
LONGEST_PATH = 2048  # bytes
DEEPEST = 64

Setting = bool | int | str


class NotDconf(Exception):
    """The bytes are no dconf database, or are damaged."""


def dconf_settings(data: bytes) -> dict[str, Setting]:
    """Return the settings by whole path ("/system/proxy/mode"). Raises `NotDconf`."""
    try:
        signature, version, _, start, end = _FILE_HEADER.unpack_from(data)
        if signature != _SIGNATURE or version != 0:
            raise NotDconf
        return _Table(data, start, end).settings()
    except struct.error as fault:
        raise NotDconf from fault


@dataclass(frozen=True, slots=True)
class _Item:
    parent: int
    key: bytes
    kind: bytes
    value: bytes


class _Table:
    def __init__(self, data: bytes, start: int, end: int) -> None:
        bloom, buckets = _TABLE_HEADER.unpack_from(data, start)
        first = start + _TABLE_HEADER.size + 4 * ((bloom & 0x07FFFFFF) + buckets)
        count = (min(end, len(data)) - first) // _ITEM.size
        if not 0 <= count <= MOST_ITEMS:
            raise NotDconf
        self._items = list(_items(data, first, count))

    def settings(self) -> dict[str, Setting]:
        found: dict[str, Setting] = {}
        for item in self._items:
            value = _value(item.value) if item.kind == b"v" else None
            if value is not None and (path := self._path(item)) is not None:
                found[path] = value
        return found

    def _path(self, item: _Item) -> str | None:
        """Return the whole name; None where its parents run in circles or lead nowhere."""
        parts = [item.key]
        for _ in range(DEEPEST):
            if item.parent == _NO_PARENT:
                whole = b"".join(reversed(parts))
                return whole.decode("utf-8", "surrogateescape") if len(whole) <= LONGEST_PATH else None
            if item.parent >= len(self._items) or len(item.key) > LONGEST_PATH:
                return None
            item = self._items[item.parent]
            parts.append(item.key)
        return None


def _items(data: bytes, first: int, count: int) -> Iterator[_Item]:
    """Yield the items. Each has a place of its own: thousands that name one place would fill the memory."""
    left = 2 * len(data)
    for number in range(count):
        item = _item(data, first + number * _ITEM.size)
        left -= len(item.key) + len(item.value)
        if left < 0:
            raise NotDconf
        yield item


def _item(data: bytes, offset: int) -> _Item:
    _, parent, key, key_size, kind, start, end = _ITEM.unpack_from(data, offset)
    return _Item(parent, data[key : key + key_size], bytes((kind,)), data[start:end])


def _value(variant: bytes) -> Setting | None:
    """Read a variant: the value, a zero byte, the name of its type."""
    data, _, kind = variant.rpartition(b"\0")
    match kind:
        case b"b" if len(data) == 1:
            return data != b"\0"
        case b"s":
            return data.removesuffix(b"\0").decode("utf-8", "surrogateescape")
        case b"i" | b"u" if len(data) == 4:
            return int.from_bytes(data, "little", signed=kind == b"i")
        case _:
            return None
