"""A state of a record as the parts of a file: the first one, the one after another, under a new key."""

from checkup.model.visit import Record

from .contents import Contents, named
from .key import Key
from .pictures import Bytes, held, packed_pictures, without_bytes
from .wrapping import Parts


def first(key: Key, record: Record, earlier: Record | None = None) -> Parts:
    """Return the parts of a record that no file holds under this key."""
    own = named(key.part)
    before = key.seal(Contents(key=own, record=without_bytes(earlier) if earlier else None))
    pictures = _pictures(key, held(earlier) | held(record))
    return Parts(key.part, _now(key, before, pictures, record), before, pictures)


def following(
    key: Key, parts: Parts, last: Record, record: Record, names: frozenset[str] | None
) -> tuple[Parts, frozenset[str]]:
    """Return the parts of the state after `last`, and which pictures are in them.

    `names` are the pictures in `parts`, None where that is not known: then they are encrypted again.
    """
    wanted = held(last) | held(record)
    pictures = parts.pictures if names == wanted.keys() else _pictures(key, wanted)
    now = _now(key, parts.now, pictures, record)
    return Parts(key.part, now, parts.now, pictures), frozenset(wanted)


def _now(key: Key, before: bytes, pictures: bytes, record: Record) -> bytes:
    return key.seal(
        Contents(
            key=named(key.part),
            before=named(before),
            pictures=named(pictures) if pictures else "",
            record=without_bytes(record),
        )
    )


def _pictures(key: Key, found: Bytes) -> bytes:
    return key.seal_bytes(packed_pictures(found)) if found else b""
