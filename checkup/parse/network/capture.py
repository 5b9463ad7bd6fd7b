"""The packets of a capture file, pcap or pcapng, one after the other from a stream.

References: draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng; the numbers of link types at tcpdump.org.
"""

import struct
from collections.abc import Callable, Iterator

Read = Callable[[int], bytes]
"""Reads so many bytes, fewer only at the end of the file."""

Packet = tuple[int, float, memoryview]
"""Link type, seconds since 1970, and the bytes that were kept of the packet."""

LONGEST = 262_144 + 65_536  # the most tcpdump keeps of a packet, and room
LONGEST_BLOCK = 16 * 1024 * 1024
_PCAP = {
    b"\xd4\xc3\xb2\xa1": ("<", 1e-6),
    b"\xa1\xb2\xc3\xd4": (">", 1e-6),
    b"\x4d\x3c\xb2\xa1": ("<", 1e-9),
    b"\xa1\xb2\x3c\x4d": (">", 1e-9),
}
_SECTION = b"\x0a\x0d\x0d\x0a"
_INTERFACE, _OLD_PACKET, _SIMPLE, _ENHANCED = 1, 2, 3, 6
_RESOLUTION = 9
MOST_INTERFACES = 1024


class NoCapture(Exception):
    """The file is not one of a capture."""


class CaptureCut(Exception):
    """The file ends, or stops making sense, in the middle; what came before stands."""


def packets(read: Read) -> Iterator[Packet]:
    """Yield the packets; raises NoCapture at once, CaptureCut where the file breaks off."""
    magic = read(4)
    if magic in _PCAP:
        order, unit = _PCAP[magic]
        yield from _pcap(read, order, unit)
    elif magic == _SECTION:
        yield from _pcapng(read)
    else:
        raise NoCapture


def _pcap(read: Read, order: str, unit: float) -> Iterator[Packet]:
    head = read(20)
    if len(head) < 20:
        raise NoCapture
    link = struct.unpack(f"{order}HHiIII", head)[5] & 0xFFFF
    record = struct.Struct(f"{order}IIII")
    while start := read(16):
        if len(start) < 16:
            raise CaptureCut
        seconds, fraction, kept, _ = record.unpack(start)
        data = read(kept) if kept <= LONGEST else b""
        if len(data) < kept:
            raise CaptureCut
        yield link, seconds + fraction * unit, memoryview(data)


def _pcapng(read: Read) -> Iterator[Packet]:
    order = _section_order(read)
    interfaces: list[tuple[int, float]] = []
    while start := read(8):
        if start[:4] == _SECTION:
            order, interfaces = _section_order(read, start[4:]), []
            continue
        kind, body = _block(read, start, order)
        if kind == _INTERFACE and len(body) >= 8:
            if len(interfaces) >= MOST_INTERFACES:
                raise CaptureCut
            interfaces.append(_interface(body, order))
        elif kind in (_ENHANCED, _SIMPLE, _OLD_PACKET):
            yield from _packet(kind, body, order, interfaces)


def _section_order(read: Read, length: bytes = b"") -> str:
    """Read a section's header from behind its type, and return its byte order."""
    length = length or read(4)
    magic = read(4)
    order = {b"\x4d\x3c\x2b\x1a": "<", b"\x1a\x2b\x3c\x4d": ">"}.get(magic)
    if order is None or len(length) < 4:
        raise NoCapture
    total: int = struct.unpack(f"{order}I", length)[0]
    if not 28 <= total <= LONGEST_BLOCK or len(read(total - 12)) < total - 12:
        raise CaptureCut
    return order


def _block(read: Read, start: bytes, order: str) -> tuple[int, bytes]:
    if len(start) < 8:
        raise CaptureCut
    kind, total = struct.unpack(f"{order}II", start)
    if total < 12 or total % 4 or total > LONGEST_BLOCK:
        raise CaptureCut
    body = read(total - 8)
    if len(body) < total - 8:
        raise CaptureCut
    return kind, body[:-4]


def _interface(body: bytes, order: str) -> tuple[int, float]:
    link: int = struct.unpack_from(f"{order}H", body)[0]
    unit, at = 1e-6, 8
    while at + 4 <= len(body):
        code, length = struct.unpack_from(f"{order}HH", body, at)
        if code == 0:
            break
        if code == _RESOLUTION and length >= 1 and at + 4 < len(body):
            told = body[at + 4]
            unit = 2.0 ** -(told & 0x7F) if told & 0x80 else 10.0**-told
        at += 4 + length + (-length) % 4
    return link, unit


def _packet(kind: int, body: bytes, order: str, interfaces: list[tuple[int, float]]) -> Iterator[Packet]:
    if kind == _SIMPLE:
        number, high, low, start, kept = 0, 0, 0, 4, len(body) - 4
    elif kind == _ENHANCED and len(body) >= 20:
        number, high, low, kept, _ = struct.unpack_from(f"{order}IIIII", body)
        start = 20
    elif kind == _OLD_PACKET and len(body) >= 20:
        number, _, high, low, kept, _ = struct.unpack_from(f"{order}HHIIII", body)
        start = 20
    else:
        raise CaptureCut
    if number >= len(interfaces) or start + kept > len(body):
        raise CaptureCut
    link, unit = interfaces[number]
    yield link, ((high << 32) | low) * unit, memoryview(body)[start : start + kept]
