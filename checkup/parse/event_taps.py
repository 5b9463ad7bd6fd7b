"""The list of event taps of macOS: the bytes of its structures in, who sees keys out.

References: Apple, CGEvent.h (CGEventTapInformation: id, place, options, mask, two process numbers, a
truth, three measures; 48 bytes with their gaps) and CGEventTypes.h (10, 11, 12: keys).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_TAP = struct.Struct("<III4xQii?3x12x")
SIZE = _TAP.size
_KEYS = 1 << 10 | 1 << 11 | 1 << 12  # down, up, and keys that change others


@dataclass(frozen=True, slots=True)
class KeyTap:
    """A process that is told of keys; `of` the only process whose keys they are, 0 for all."""

    process: int
    of: int
    may_change: bool


def key_taps(data: bytes) -> Iterator[KeyTap]:
    """Yield the taps that are on and get keys; those of a process on itself are left out."""
    for number in range(len(data) // SIZE):
        _, _, options, mask, process, of, is_on = _TAP.unpack_from(data, number * SIZE)
        if is_on and mask & _KEYS and process > 0 and process != of:
            yield KeyTap(process, of, may_change=not options & 1)
