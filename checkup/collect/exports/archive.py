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
from checkup.model.looked import Cause

MOST_MEMBERS = 100_000
LARGEST_LIST = 32 << 20
LARGEST_INNER = 96 << 20
PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError),
    OverflowError,  # a member that says it lies behind the end of every disk
)
"""What opening a broken or odd archive raises."""

BROKEN_FILE = (*BROKEN, RecursionError)
"""What reading a broken or odd member raises."""

_NEEDS_PASSWORD, _IS_UTF8 = 0x1, 0x800
_LETTERS = ("utf-8", "cp1258", "cp1252")
_END, _END_SIZE = b"PK\x05\x06", 22
_ONE_PART = (b"\0\0\0\0", b"\xff\xff\xff\xff")  # of how many: one, or the 64-bit end says it
_END64, _LOCATOR = b"PK\x06\x06", b"PK\x06\x07"


class TooManyMembers(Exception):
    """The archive lists more members than are read."""


class NoEnd(zipfile.BadZipFile):
    """The list at the end is not there, or says that it is one part of several."""


def zip_at(stream: BinaryIO) -> zipfile.ZipFile:
    """Open an archive; raises TooManyMembers, or one of BROKEN."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_SIZE - 65535 - 20 - 56))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise NoEnd
    if tail[at + 4 : at + 8] not in _ONE_PART:
        raise NoEnd
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
        if info.filename and not info.is_dir() and all(map(may_open, _names(info))):
            yield info


def name_of(info: zipfile.ZipInfo) -> str:
    """Return a member's name as its maker most likely wrote it."""
    return _names(info)[0]


def _names(info: zipfile.ZipInfo) -> tuple[str, ...]:
    """Return what a name may read as; the likeliest first.

    Only a mark beside it says that it is UTF-8. Archives of macOS leave the mark out, and those of Windows
    write in the system's own letters: a folder of messages is one in whichever letters it was written.
    """
    name = info.filename
    if name.isascii() or info.flag_bits & _IS_UTF8:
        return (name,)
    try:
        written = name.encode("cp437")
    except UnicodeEncodeError:
        return (name,)
    others = (_in(written, letters) for letters in _LETTERS)
    return (*filter(None, others), name)


def _in(written: bytes, letters: str) -> str:
    try:
        return written.decode(letters)
    except UnicodeDecodeError:
        return ""


def why_closed(info: zipfile.ZipInfo) -> Cause | None:
    """Return why a member is not opened here: a password, or another way of packing; None where it is."""
    if info.flag_bits & _NEEDS_PASSWORD:
        return Cause.LOCKED
    return None if info.compress_type in PACKINGS else Cause.PACKED


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> BinaryIO:
    """Open a member as a bounded stream; raises one of BROKEN."""
    # mypy: IO[bytes] is what zipfile promises, and it reads as BinaryIO does
    return buffered(archive.open(info), budget, max(1, info.compress_size))  # type: ignore[arg-type]


def is_zip(head: bytes) -> bool:
    """Whether a file begins as an archive does."""
    return head.startswith((b"PK\x03\x04", b"PK\x07\x08PK\x03\x04", _END))
