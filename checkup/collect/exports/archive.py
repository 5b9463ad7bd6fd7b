"""Members of a zip by name, never unpacked: how many there are is asked before any list is made.

Only the two plain ways of packing are opened; others can ask for gigabytes of memory.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from checkup.collect.exports.bounded import Budget, buffered
from checkup.collect.exports.names import may_open

MOST_MEMBERS = 100_000
LARGEST_LIST = 32 << 20
LARGEST_INNER = 96 << 20
PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What reading a broken or odd member raises."""

_END, _END_SIZE = b"PK\x05\x06", 22
_END64, _LOCATOR = b"PK\x06\x06", b"PK\x06\x07"


class TooManyMembers(Exception):
    """The archive lists more members than are read."""


def zip_at(stream: BinaryIO) -> zipfile.ZipFile:
    """Open an archive; raises TooManyMembers, or one of BROKEN."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_SIZE - 65535 - 20 - 56))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise zipfile.BadZipFile
    count, listed = struct.unpack("<HI", tail[at + 10 : at + 16])
    far = tail.rfind(_END64)
    if far >= 0 and len(tail) - far >= 56 and _LOCATOR in tail:
        count, listed = struct.unpack("<QQ", tail[far + 32 : far + 48])
    if count > MOST_MEMBERS or listed > LARGEST_LIST:
        raise TooManyMembers
    _ensure_honest_count(stream, size - (len(tail) - (far if far >= 0 else at)), listed)
    stream.seek(0)
    return zipfile.ZipFile(stream)


def _ensure_honest_count(stream: BinaryIO, end: int, listed: int) -> None:
    """Count the entries that really stand in the list: the number beside it can say anything."""
    stream.seek(max(0, end - listed))
    if stream.read(listed).count(b"PK\x01\x02") > MOST_MEMBERS:
        raise TooManyMembers


def openable(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the members that may hold sign-ins; a name is only ever a name, no path on this disk."""
    for info in archive.infolist():
        if not info.is_dir() and may_open(info.filename):
            yield info


def is_plain(info: zipfile.ZipInfo) -> bool:
    """Whether a member is packed in a way that is opened here, and without a password."""
    return info.compress_type in PACKINGS and not info.flag_bits & 1


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> BinaryIO:
    """Open a member as a bounded stream; raises one of BROKEN."""
    # mypy: IO[bytes] is what zipfile promises, and it reads as BinaryIO does
    return buffered(archive.open(info), budget, max(1, info.compress_size))  # type: ignore[arg-type]


def is_zip(head: bytes) -> bool:
    """Whether a file begins as an archive does."""
    return head.startswith((b"PK\x03\x04", _END))
