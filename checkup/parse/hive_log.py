"""What a hive's own log holds that has not reached the hive: changed pages, to lay over what is read.

Windows writes changes into .LOG1 and .LOG2 first; a disk taken out of a running computer has its last
hours there. References: M. Suhanov, "Windows registry file format specification" (new log format, HvLE).
"""

import struct
from collections.abc import Iterator

ENTRY = b"HvLE"
SECTOR = 512
_HEAD = struct.Struct("<4sIIIIIQQ")
MOST_PAGES = 100_000


def changes(log: bytes, sequence: int) -> Iterator[tuple[int, bytes]]:
    """Yield offset in the hive file and content of each changed page, oldest first.

    `sequence` is the number of the first entry that the hive has not taken in; entries that do not
    follow one another are what is left of an earlier round.
    """
    place, count = SECTOR, 0
    while log[place : place + 4] == ENTRY and place + _HEAD.size <= len(log):
        _, size, _, number, _, pages, _, _ = _HEAD.unpack_from(log, place)
        if size < _HEAD.size or place + size > len(log) or number < sequence or pages > MOST_PAGES - count:
            return
        yield from _pages(log[place : place + size], pages)
        sequence, count = number + 1, count + pages
        place += size


def _pages(entry: bytes, count: int) -> Iterator[tuple[int, bytes]]:
    data = _HEAD.size + count * 8
    for place in range(_HEAD.size, min(data, len(entry) - 7), 8):
        offset, size = struct.unpack_from("<II", entry, place)
        if data + size > len(entry):
            return
        yield 4096 + offset, entry[data : data + size]
        data += size
