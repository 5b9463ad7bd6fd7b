"""The headers in rpm's own package file (`Packages.db` of openSUSE), found by its slots.

References: rpm, lib/backend/ndb/rpmpkg.c: pages of slots of 16 bytes ("Slot", number, place, length
in blocks of 16 bytes), the first two slots being the file's head; blobs begin with "BlbS".
"""

import struct
from collections.abc import Callable, Iterator

Read = Callable[[int, int], bytes]
"""Gives up to so many bytes from an offset on."""

_HEAD = struct.Struct("<4sIII")  # magic, version, generation, pages of slots
_SLOT = struct.Struct("<4sIII")
_BLOB = struct.Struct("<4sIII")  # magic, package number, generation, length
PAGE = 4096
BLOCK = 16
MOST_PAGES = 4096
MOST_BLOB = 64 * 1024 * 1024


class NotPackages(Exception):
    """The file is no package file of this kind."""


def headers(read: Read) -> Iterator[bytes | None]:
    """Yield each package's header; None for one that cannot be had. Raises NotPackages."""
    head = read(0, _HEAD.size)
    if len(head) < _HEAD.size:
        raise NotPackages
    magic, version, _, pages = _HEAD.unpack(head)
    if magic != b"RpmP" or version != 0 or not 0 < pages <= MOST_PAGES:
        raise NotPackages
    for page in range(pages):
        slots = read(page * PAGE, PAGE)
        slots = slots[2 * _SLOT.size if page == 0 else 0 : len(slots) // _SLOT.size * _SLOT.size]
        for mark, number, block, _blocks in _SLOT.iter_unpack(slots):
            if mark == b"Slot" and number and block:
                yield _blob(read, number, block * BLOCK)


def _blob(read: Read, wanted: int, at: int) -> bytes | None:
    head = read(at, _BLOB.size)
    if len(head) < _BLOB.size:
        return None
    magic, number, _, length = _BLOB.unpack(head)
    if magic != b"BlbS" or number != wanted or length > MOST_BLOB:
        return None
    data = read(at + _BLOB.size, length)
    return data if len(data) == length else None
