"""Writes event logs of Windows for tests: chunks, records, and templates with their values.

What is made here was read by libevtx and python-evtx as well, so that builder and reader cannot share
one misunderstanding.
References: J. Metz, "Windows XML Event Log (EVTX) format".
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

WHEN = 133_770_000_000_000_000  # 25 November 2024, 09:20 UTC
CHUNK = 65_536
TEXT, NUMBER, TIME, BINARY_XML, TEXTS = 1, 6, 17, 0x21, 0x81

Given = tuple[int, bytes | Callable[[], None]]


@dataclass
class Record:
    """One event: its number, who wrote it, its data by name; `user` puts them into UserData."""

    number: int
    data: Mapping[str, str] = field(default_factory=dict)
    provider: str = "Microsoft-Windows-Security-Auditing"
    user: str = ""
    when: int = WHEN
    is_flat: bool = False


def evtx(records: Iterable[Record], each: int = 40) -> bytes:
    """Return a log with so many records a chunk."""
    listed = list(records)
    chunks = [listed[at : at + each] for at in range(0, len(listed), each)] or [[]]
    body, first = b"", 1
    for chunk in chunks:
        body += _chunk(chunk, first)
        first += len(chunk)
    head = struct.pack("<8sQQQIHHHH", b"ElfFile\0", 0, len(chunks) - 1, first, 128, 1, 3, 4096, len(chunks))
    head = head.ljust(120, b"\0")
    return (head + struct.pack("<II", 0, zlib.crc32(head))).ljust(4096, b"\0") + body


def _chunk(records: list[Record], first: int) -> bytes:
    data, last = bytearray(bytes(512)), 512
    for number, record in enumerate(records, first):
        last = len(data)
        data += struct.pack("<4sIQQ", b"**\0\0", 0, number, record.when)
        _event(data, record, number)
        size = len(data) - last + 4
        data += struct.pack("<I", size)
        struct.pack_into("<I", data, last + 4, size)
    end, final = len(data), first + len(records) - 1
    sums = zlib.crc32(bytes(data[512:]))
    struct.pack_into("<8sQQQQIIII", data, 0, b"ElfChnk\0", first, final, first, final, 128, last, end, sums)
    struct.pack_into("<I", data, 124, zlib.crc32(bytes(data[:120] + data[128:512])))
    return bytes(data).ljust(CHUNK, b"\0")


def _event(data: bytearray, record: Record, number: int) -> None:
    """Append an instance of a template of its own, and the values it leaves open.

    As Windows does it, the data are a value themselves: a fragment with a template and values of its own.
    """
    head: list[Given] = [(NUMBER, struct.pack("<H", record.number)), (TIME, struct.pack("<Q", record.when))]
    if record.is_flat:
        _instance(data, number, lambda: _tree(data, record), [*head, *_given(record)])
    else:
        own = (BINARY_XML, lambda: _data(data, record, 1000 + number))
        _instance(data, number, lambda: _tree(data, record), [*head, own])
    data += b"\0"


def _data(data: bytearray, record: Record, number: int) -> None:
    def write() -> None:
        data.extend(b"\x0f\x01\x01\x00")
        _own(data, record, 0)
        data.extend(b"\0")

    _instance(data, number, write, _given(record))
    data += b"\0"


def _given(record: Record) -> list[Given]:
    return [
        (TEXT, value.encode("utf-16-le")) if name else (TEXTS, f"{value}\0".encode("utf-16-le"))
        for name, value in record.data.items()
    ]


def _instance(data: bytearray, number: int, write: Callable[[], None], values: list[Given]) -> None:
    data += b"\x0f\x01\x01\x00" + b"\x0c\x01" + struct.pack("<II", number, len(data) + 14)
    data += struct.pack("<I", 0) + struct.pack("<I12x", number)
    at = len(data)
    data += bytes(4)
    write()
    struct.pack_into("<I", data, at, len(data) - at - 4)
    data += struct.pack("<I", len(values))
    described = len(data)
    data += bytes(4 * len(values))
    for place, (kind, value) in enumerate(values):
        begin = len(data)
        if isinstance(value, bytes):
            data += value
        else:
            value()
        struct.pack_into("<HBB", data, described + 4 * place, len(data) - begin, kind, 0)


def _tree(data: bytearray, record: Record) -> None:
    data += b"\x0f\x01\x01\x00"
    event = _open(data, "Event")
    system = _open(data, "System")
    _close(data, _open(data, "Provider", {"Name": record.provider}, is_empty=True), is_empty=True)
    _leaf(data, "EventID", 0, NUMBER)
    created = _open(data, "TimeCreated", {"SystemTime": (1, TIME)}, is_empty=True)
    _close(data, created, is_empty=True)
    _close(data, system)
    if record.is_flat:
        _own(data, record, 2)
    else:
        data += b"\x0e" + struct.pack("<HB", 2, BINARY_XML)
    _close(data, event)
    data += b"\0"


def _own(data: bytearray, record: Record, first: int) -> None:
    """Append the element of the data, whose values begin with the given one."""
    outer = _open(data, "UserData" if record.user else "EventData")
    inner = _open(data, record.user) if record.user else 0
    for place, name in enumerate(record.data, first):
        if record.user:
            _leaf(data, name, place, TEXT)
        else:
            _leaf(data, "Data", place, TEXT if name else TEXTS, {"Name": name} if name else {})
    if inner:
        _close(data, inner)
    _close(data, outer)


def _leaf(
    data: bytearray, name: str, place: int, kind: int, attributes: Mapping[str, str] | None = None
) -> None:
    opened = _open(data, name, attributes or {})
    data += b"\x0d" + struct.pack("<HB", place, kind)
    _close(data, opened)


def _open(
    data: bytearray, name: str, attributes: Mapping[str, object] | None = None, *, is_empty: bool = False
) -> int:
    """Append the beginning of an element; return where its size stands."""
    data += b"\x41" if attributes else b"\x01"
    data += struct.pack("<H", 0xFFFF)
    size = len(data)
    data += bytes(4)
    _name(data, name)
    if attributes:
        at = len(data)
        data += bytes(4)
        for number, (key, value) in enumerate(attributes.items(), 1):
            data += b"\x46" if number < len(attributes) else b"\x06"
            _name(data, key)
            if isinstance(value, tuple):
                data += b"\x0d" + struct.pack("<HB", *value)
            else:
                data += b"\x05\x01" + struct.pack("<H", len(str(value))) + str(value).encode("utf-16-le")
        struct.pack_into("<I", data, at, len(data) - at - 4)
    if not is_empty:
        data += b"\x02"
    return size


def _close(data: bytearray, size: int, *, is_empty: bool = False) -> None:
    data += b"\x03" if is_empty else b"\x04"
    struct.pack_into("<I", data, size, len(data) - size - 4)


def _name(data: bytearray, name: str) -> None:
    data += struct.pack("<I", len(data) + 4)
    hashed = 0
    for letter in name:
        hashed = (hashed * 65_599 + ord(letter)) & 0xFFFFFFFF
    data += struct.pack("<IHH", 0, hashed & 0xFFFF, len(name)) + name.encode("utf-16-le") + b"\0\0"
