"""What is encrypted: the record as JSON, what it belongs with, and room that hides its length.

The JSON names the key and the earlier state it was saved with, so that parts of two files, or of
two moments, put together are refused although each of them opens. It is filled up with blanks to
one of few sizes: the size of the file tells hardly more than "short" or "long" (P3).
"""

import hashlib
from itertools import count

import msgspec

from checkup.model.value import Value
from checkup.model.visit import Record

from .errors import Damaged, NewerVersion

SMALLEST = 64 * 1024  # bytes
VERSION = 1


class Contents(Value, frozen=True, kw_only=True):
    """One state. `key`, `before` and `pictures` are the SHA-256 of the parts beside it, in hexadecimal.

    `pictures` is empty where there are none; in a state that became the earlier one it names the part
    that lay beside it then. `record` is None in the earlier state of a record that was saved once only.
    """

    key: str
    before: str = ""
    pictures: str = ""
    record: Record | None = None


class _Version(Value, frozen=True, kw_only=True):
    version: int = VERSION


class _Outline(Value, frozen=True, kw_only=True):
    """The little that must be read before the rest: a newer record may hold what we do not know."""

    record: _Version | None = None


def named(part: bytes) -> str:
    """Return the name of a part, by which another can say that it belongs with it."""
    return hashlib.sha256(part).hexdigest()


def packed(contents: Contents) -> bytes:
    """Return the JSON with blanks up to the next size; text no file can hold is made visible."""
    try:
        written = msgspec.json.encode(contents)
    except UnicodeEncodeError:
        # A file name of Linux may hold bytes that are no text; they come as lone surrogates.
        written = msgspec.json.encode(_mended(msgspec.to_builtins(contents)))
    return written.ljust(size_class(len(written)))


def unpacked(plain: bytes) -> Contents:
    """Return the contents; raises Damaged, or NewerVersion where a newer program wrote them."""
    try:
        outline = msgspec.json.decode(plain, type=_Outline)
        if outline.record is not None and outline.record.version > VERSION:
            raise NewerVersion
        return msgspec.json.decode(plain, type=Contents)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged from error


def size_class(length: int) -> int:
    """Return the smallest of 64, 96, 128, 192, 256 ... KiB that holds so many bytes."""
    sizes = ((SMALLEST // 2 << power) * factor for power in count() for factor in (2, 3))
    return next(size for size in sizes if size >= length)


def _mended(node: object) -> object:
    if isinstance(node, str):
        return node.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(node, dict):
        return {_mended(key): _mended(value) for key, value in node.items()}
    return [_mended(item) for item in node] if isinstance(node, list | tuple) else node
