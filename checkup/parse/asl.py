"""Apple's system log (ASL) as it lies in its files: bytes in, records as names and values out.

References: libyal, dtformats, "Apple System Log (ASL) file format"; plaso's parser (big-endian; a text
of up to seven bytes stands in its own offset).
"""

import struct
from collections.abc import Iterator, Mapping

SIGNATURE = b"ASL DB\0\0\0\0\0\0"
MOST_RECORDS = 100_000
MOST_FIELDS = 64
LONGEST_TEXT = 4096
_HEAD = struct.Struct(">12sIQ")
_RECORD = struct.Struct(">HIQQQIHHIiiiiQ4Q")
_INLINE = 1 << 63
FACILITY = "Facility"


class NotAsl(Exception):
    """The bytes are no log of this kind."""


def records(data: bytes) -> Iterator[Mapping[str, str]]:
    """Yield the records in their order, as far as they can be followed. Raises `NotAsl` before the first."""
    if len(data) < _HEAD.size or data[:12] != SIGNATURE:
        raise NotAsl
    place = _HEAD.unpack_from(data)[2]
    for _ in range(MOST_RECORDS):
        if not 0 < place <= len(data) - _RECORD.size:
            return
        following = _RECORD.unpack_from(data, place)[2]
        yield _record(data, place)
        if following <= place:  # the last one says 0; one that leads back leads round
            return
        place = following


def _record(data: bytes, place: int) -> Mapping[str, str]:
    record = _RECORD.unpack_from(data, place)
    found = {FACILITY: _text(data, record[16])}
    end = min(place + 6 + record[1] - 8, len(data) - 15)  # the last eight bytes lead to the record before
    begin = place + _RECORD.size
    for at in range(begin, min(end, begin + 16 * MOST_FIELDS), 16):
        name, value = struct.unpack_from(">QQ", data, at)
        found[_text(data, name)] = _text(data, value)
    return found


def _text(data: bytes, place: int) -> str:
    if place & _INLINE:
        size = place >> 56 & 0x0F
        return (place & (1 << 56) - 1).to_bytes(7, "big")[:size].decode("utf-8", "replace")
    if not 0 < place <= len(data) - 6:
        return ""
    (size,) = struct.unpack_from(">I", data, place + 2)
    return data[place + 6 : place + 6 + min(size, LONGEST_TEXT)].rstrip(b"\0").decode("utf-8", "replace")
