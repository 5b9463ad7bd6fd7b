"""The pictures of a record: a part of their own, so that a save need not encrypt them again.

In the contents a picture stands without its bytes, named by their SHA-256; here lie the bytes of all
pictures of the last state and of the one before it, each once, also where several visits hold it. How
many there are and how long each is stands inside; the whole is filled up to a size class.
"""

import hashlib
from collections.abc import Callable, Mapping

import msgspec
from msgspec import structs

from checkup.model.picture import Picture
from checkup.model.value import Value
from checkup.model.visit import Record

from .contents import size_class
from .errors import Damaged

MARK = b'{"pictures":'

Bytes = Mapping[str, bytes]
"""The bytes of pictures by their SHA-256."""


class _Listed(Value, frozen=True, kw_only=True):
    """The first line: names and lengths, in the order in which the bytes follow it."""

    pictures: tuple[tuple[str, int], ...]


def held(record: Record | None) -> dict[str, bytes]:
    """Return the bytes of all pictures of a record."""
    visits = record.visits if record is not None else ()
    return {one.sha256: one.data for visit in visits for one in visit.pictures if one.data}


def without_bytes(record: Record) -> Record:
    """Return the record as its contents hold it."""
    return _each(record, lambda one: structs.replace(one, data=b""))


def with_bytes(record: Record, found: Bytes) -> Record:
    """Return the record with its pictures put back; one that is not found stays empty."""
    return _each(record, lambda one: structs.replace(one, data=found.get(one.sha256, b"")))


def packed_pictures(found: Bytes) -> bytes:
    """Return the first line and the bytes, filled up to the next size."""
    names = sorted(found)
    line = msgspec.json.encode(_Listed(pictures=tuple((name, len(found[name])) for name in names)))
    whole = b"".join((line, b"\n", *(found[name] for name in names)))
    return whole.ljust(size_class(len(whole)), b"\0")


def unpacked_pictures(plain: bytes) -> dict[str, bytes]:
    """Return the bytes by their names; raises Damaged where one is not what its name says."""
    end = plain.find(b"\n")
    try:
        listed = msgspec.json.decode(plain[: max(end, 0)], type=_Listed)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Damaged from error
    found: dict[str, bytes] = {}
    at = end + 1
    for name, length in listed.pictures:
        found[name] = plain[at : at + length]
        at += length
        if length < 0 or hashlib.sha256(found[name]).hexdigest() != name:
            raise Damaged
    return found


def _each(record: Record, change: Callable[[Picture], Picture]) -> Record:
    visits = tuple(
        structs.replace(visit, pictures=tuple(map(change, visit.pictures))) if visit.pictures else visit
        for visit in record.visits
    )
    return structs.replace(record, visits=visits)
