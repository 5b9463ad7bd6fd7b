"""XPRESS with Huffman codes, the compression of Windows' Prefetch files: bytes in, bytes out.

References: [MS-XCA] 2.2 (LZ77+Huffman decompression); J. Metz, "Windows Prefetch File format" (the
blocks are one stream: a copy may begin in the block before).
"""

import struct
from dataclasses import dataclass

BLOCK = 65_536
_TABLE = 256
_SYMBOLS = 512
_LONGEST = 15
_BEHIND = 4  # how far a reader looks ahead
_CODES = 1 << _LONGEST


class NotXpress(Exception):
    """The bytes are no stream of this compression."""


@dataclass(slots=True)
class _Bits:
    """What is left of the stream: the next bits, and how many there are of them."""

    data: bytes
    place: int
    bits: int = 0
    count: int = 0


def decompressed(data: bytes, size: int) -> bytes:
    """Return the `size` bytes that a stream stands for, never more; raises `NotXpress`."""
    out = bytearray()
    place = 0
    while len(out) < size:
        decode = _codes(data[place : place + _TABLE])
        left = _Bits(data, place + _TABLE)
        try:
            _block(decode, left, out, min(len(out) + BLOCK, size))
        except (IndexError, struct.error) as fault:
            raise NotXpress from fault
        place = left.place
    return bytes(out[:size])


def _codes(table: bytes) -> list[int]:
    """Return what each 15 bits begin with: a symbol times 16, and the length of its code."""
    if len(table) < _TABLE:
        raise NotXpress
    lengths = [half for byte in table for half in (byte & 15, byte >> 4)]
    decode: list[int] = []
    for length in range(1, _LONGEST + 1):
        each = 1 << (_LONGEST - length)
        for symbol in range(_SYMBOLS):
            if lengths[symbol] == length:
                decode += [symbol << 4 | length] * each
        if len(decode) > _CODES:
            raise NotXpress
    if not decode:
        raise NotXpress
    return decode


def _block(decode: list[int], left: _Bits, out: bytearray, end: int) -> None:
    """Append one block, up to `end`; every symbol adds at least one byte, so it ends."""
    data, place = left.data, left.place
    bits = _word(data, place) << 16 | _word(data, place + 2)  # 32 bits, the next ones on top
    extra, place = 16, place + 4
    while len(out) < end:
        code = decode[bits >> 17]
        length = code & 15
        bits = bits << length & 0xFFFFFFFF
        extra -= length
        if extra < 0:
            bits |= _word(data, place) << -extra
            extra, place = extra + 16, place + 2
        symbol = code >> 4
        if symbol < _TABLE:
            out.append(symbol)
            continue
        symbol -= _TABLE
        count, place = _count(data, place, symbol & 15)
        width = symbol >> 4
        back = (bits >> (32 - width) if width else 0) + (1 << width)
        bits = bits << width & 0xFFFFFFFF
        extra -= width
        if extra < 0:
            bits |= _word(data, place) << -extra
            extra, place = extra + 16, place + 2
        _copy(out, back, min(count, end - len(out)))
    left.place = place


def _word(data: bytes, place: int) -> int:
    """Return the next 16 bits: none behind the end, where nobody needs them any more."""
    if place > len(data) + _BEHIND:
        raise NotXpress
    return int.from_bytes(data[place : place + 2], "little")


def _count(data: bytes, place: int, given: int) -> tuple[int, int]:
    """Return how many bytes a copy takes, and where the stream goes on."""
    if given < 15:
        return given + 3, place
    more, place = data[place], place + 1
    if more < 255:
        return more + 18, place
    (more,) = struct.unpack_from("<H", data, place)
    place += 2
    if not more:
        (more,) = struct.unpack_from("<I", data, place)
        place += 4
    if more < 15:
        raise NotXpress
    return more + 3, place


def _copy(out: bytearray, back: int, count: int) -> None:
    begin = len(out) - back
    if begin < 0:
        raise NotXpress
    if back >= count:
        out += out[begin : begin + count]
        return
    piece = bytes(out[begin:])
    out += (piece * (count // back + 1))[:count]
