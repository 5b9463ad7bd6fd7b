"""Reading what is left of a damaged file: the last state if only its wrapping is hurt, or the earlier one.

Nothing is taken on trust: only bytes that open with the key in the same file, and say that they
belong to it, count. Pictures come along where their part still opens. The damaged file is never written to.
"""

from dataclasses import dataclass
from pathlib import Path

from checkup.model.visit import Record

from . import passphrase_age
from .disk import Disk
from .errors import Copy, Damaged, WrongPassphrase
from .key import LENGTH, Key
from .pictures import MARK, unpacked_pictures, with_bytes
from .reading import read_file
from .wrapping import is_sound, looks_like_ours, states_in


@dataclass(frozen=True, slots=True)
class Rescued:
    """A whole state out of a damaged file, and which one it is."""

    record: Record
    copy: Copy


def rescue(path: Path, passphrase: str, disk: Disk | None = None) -> Rescued:
    """Return the best state that still opens, for a new file at another place.

    Raises Damaged where none does, WrongPassphrase where its key is whole and this does not open
    it, CannotRead or NotARecord.
    """
    return rescued(read_file(path, disk), passphrase)


def what_opens(data: bytes, passphrase: str) -> Copy:
    """Return which state `rescue` would give; raises WrongPassphrase."""
    try:
        return rescued(data, passphrase).copy
    except Damaged:
        return Copy.NONE


def rescued(data: bytes, passphrase: str) -> Rescued:
    """Return the best state in the bytes of a damaged file; raises as `rescue` does."""
    if not looks_like_ours(data):
        raise Damaged
    key = _key(data, passphrase)
    found, pictures = _opened(key, data)
    if not found:
        raise Damaged
    best = max(found, key=lambda one: one.record.saves)
    is_newest_of_two = best.record.saves > min(one.record.saves for one in found)
    record = with_bytes(best.record, pictures)
    return Rescued(record, Copy.LAST if is_newest_of_two else best.copy)


def _opened(key: Key, data: bytes) -> tuple[list[Rescued], dict[str, bytes]]:
    """Return the states that open, and the bytes of the pictures if theirs does."""
    found: list[Rescued] = []
    pictures: dict[str, bytes] = {}
    for piece in states_in(data):
        try:
            plain = key.unseal_bytes(piece.body)
            if plain.startswith(MARK):
                pictures |= unpacked_pictures(plain)
            elif (record := key.belonging(plain).record) is not None:
                found.append(Rescued(record, Copy.EARLIER if piece.is_before else Copy.LAST))
        except Damaged:
            continue
    return found, pictures


def _key(data: bytes, passphrase: str) -> Key:
    """Return the key of either copy of identity.age that opens."""
    fault: Damaged | WrongPassphrase = Damaged()
    for part in passphrase_age.found_in(data, LENGTH):
        try:
            return Key.opened(part, passphrase)
        except Damaged:
            continue
        except WrongPassphrase as wrong:
            if is_sound(part, data):
                fault = wrong
    raise fault
