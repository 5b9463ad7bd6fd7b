"""The wrapping of a record: an ordinary zip without compression, with four members of fixed names.

Any unzip program takes it apart, `age` opens the members. It is written in exactly one way: no
times, no owner, members in this order. So a file that, taken apart and wrapped again, is not the
same byte for byte has been changed, and damage is told from a wrong passphrase before any key is
derived.

    identity.age     the record's key under the passphrase
    now.age          what was saved last, encrypted to that key
    before.age       what was saved before that
    pictures.age     the pictures of both, where there are any
    identity2.age    the same bytes as identity.age: one damaged spot must not cost both states

References: APPNOTE.TXT 6.3 by PKWARE, 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end).
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from .errors import Damaged, NewerVersion, NotARecord

LARGEST = 256 * 2**20  # bytes; ten thousand times a long visit

_NAMES = (b"identity.age", b"now.age", b"before.age", b"identity2.age")
_WITH_PICTURES = (*_NAMES[:3], b"pictures.age", _NAMES[3])
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_UNIX_MODE = 0o100600 << 16
_DATE = 0x21  # the first day a zip can name: 1 January 1980
_COMMENT = b"format=1 format=1"  # twice, so that a damaged figure is not taken for a newer format
_COMMENT_WITH_PICTURES = b"format=2 format=2"  # a program that knows none says that the file is newer
_NEWEST = 2
_NEWER = re.compile(rb"format=([0-9]{1,4}) format=\1\Z")

_MOST_ENDS = 8  # the marks of a zip hardly ever occur by chance in encrypted bytes
_FIRST = _LOCAL.pack(b"PK\x03\x04", 10, 0, 0, 0, _DATE, 0, 0, 0, len(_NAMES[0]), 0) + _NAMES[0]
_MARKS = ((0, _FIRST[:14]), (26, _FIRST[26:]))  # all of the first header but check and sizes


@dataclass(frozen=True, slots=True)
class Parts:
    """The different members of a record file; without pictures there is no member for them."""

    identity: bytes
    now: bytes
    before: bytes
    pictures: bytes = b""


def wrap(parts: Parts) -> bytes:
    """Return the file of these parts."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    names, bodies, comment = _layout(parts)
    for name, body in zip(names, bodies, strict=True):
        check, size = zlib.crc32(body), len(body)
        local = _LOCAL.pack(b"PK\x03\x04", 10, 0, 0, 0, _DATE, check, size, size, len(name), 0) + name
        directory.append(
            _ENTRY.pack(
                *(b"PK\x01\x02", 3 << 8 | 10, 10, 0, 0, 0, _DATE, check, size, size, len(name)),
                *(0, 0, 0, 0, _UNIX_MODE, offset),
            )
            + name
        )
        pieces += (local, body)
        offset += len(local) + size
    entries = b"".join(directory)
    count = len(names)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), offset, len(comment)) + comment
    return b"".join((*pieces, entries, end))


def unwrap(data: bytes) -> Parts:
    """Return the parts of a whole record file.

    Raises NotARecord for what never was one, NewerVersion, or Damaged.
    """
    parts = _taken_apart(data)
    if parts is not None and wrap(parts) == data:
        return parts
    if not looks_like_ours(data):
        raise NotARecord
    newer = _NEWER.search(data)
    if newer and int(newer[1]) > _NEWEST:
        raise NewerVersion
    raise Damaged


def looks_like_ours(data: bytes) -> bool:
    """Whether this is, or once was, or could be the beginning of, a record file."""
    return begins_like_ours(data) or sum(name in data for name in _NAMES) >= 2


def begins_like_ours(data: bytes) -> bool:
    """Whether the first bytes, as far as there are any, are those of every record file."""
    return all(data[at : at + len(mark)] == mark[: max(len(data) - at, 0)] for at, mark in _MARKS)


@dataclass(frozen=True, slots=True)
class Piece:
    """What may be a whole part in a damaged file; `is_before` where it stands as the earlier state."""

    body: bytes
    is_before: bool


def states_in(data: bytes) -> Iterator[Piece]:
    """Yield what may be whole states or the pictures, up to each place where one may end."""
    ends = [mark.start() for mark in re.finditer(rb"PK(?:\x03\x04|\x01\x02)", data)]
    for begin in re.finditer(rb"age-encryption\.org/v1\n-> X25519 ", data):
        start = begin.start()
        after = [end for end in ends if end > start]
        for end in (*after[:_MOST_ENDS], len(data)):
            yield Piece(data[start:end], is_before=data.endswith(b"before.age", 0, start))


def is_sound(body: bytes, data: bytes) -> bool:
    """Whether a damaged file still vouches for these bytes: it holds their check figure."""
    return struct.pack("<I", zlib.crc32(body)) in data


def _layout(parts: Parts) -> tuple[tuple[bytes, ...], tuple[bytes, ...], bytes]:
    """Return the names of the members, their bytes, and the zip's comment."""
    if parts.pictures:
        bodies = (parts.identity, parts.now, parts.before, parts.pictures, parts.identity)
        return _WITH_PICTURES, bodies, _COMMENT_WITH_PICTURES
    return _NAMES, (parts.identity, parts.now, parts.before, parts.identity), _COMMENT


def _taken_apart(data: bytes) -> Parts | None:
    bodies: list[bytes] = []
    offset = 0
    names = _WITH_PICTURES if data.endswith(_COMMENT_WITH_PICTURES) else _NAMES
    for name in names:
        begin = offset + _LOCAL.size + len(name)
        if begin > len(data):
            return None
        size: int = _LOCAL.unpack_from(data, offset)[8]
        bodies.append(data[begin : begin + size])
        offset = begin + size
    return Parts(*bodies[:-1])
