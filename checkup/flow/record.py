"""The record a person keeps, as the window asks for it: made, opened, rescued, unlocked.

Every function that takes a passphrase needs about a second and is called beside the window. What
can go wrong comes back as a `RecordTrouble`, whose words are the texts `record.trouble.<value>`.
"""

import os
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from checkup.flow.keeping import Kept
from checkup.model.value import Value
from checkup.model.visit import Record, Visit
from checkup.store import errors
from checkup.store.record_file import create, open_record
from checkup.store.rescuing import rescue

SUFFIX = ".dat"  # a dull ending that no program shows a preview of


class RecordTrouble(StrEnum):
    """Why a record is not open, or not written."""

    WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - the name of an error
    EMPTY_PASSPHRASE = "empty_passphrase"  # noqa: S105 - the name of an error
    DAMAGED = "damaged"
    DAMAGED_EARLIER = "damaged_earlier"
    DAMAGED_LAST = "damaged_last"
    FOREIGN = "foreign"
    NEWER = "newer"
    IN_USE = "in_use"
    UNREADABLE = "unreadable"
    ALREADY_THERE = "already_there"
    CHANGED_OUTSIDE = "changed_outside"
    FULL = "full"
    NOT_WRITTEN = "not_written"
    NO_MEMORY = "no_memory"
    LOCKED = "locked"

    @property
    def can_be_rescued(self) -> bool:
        """Whether a whole state can still be read out of the damaged file."""
        return self in (RecordTrouble.DAMAGED_EARLIER, RecordTrouble.DAMAGED_LAST)


class Attempt(Value, frozen=True, kw_only=True):
    """How an attempt ended; only what is needed to say it, never a passphrase."""

    trouble: RecordTrouble


_FULL = frozenset({errors.Trouble.FULL, errors.Trouble.QUOTA})
_PLAIN: dict[type[errors.StoreError], RecordTrouble] = {
    errors.WrongPassphrase: RecordTrouble.WRONG_PASSPHRASE,
    errors.EmptyPassphrase: RecordTrouble.EMPTY_PASSPHRASE,
    errors.NotARecord: RecordTrouble.FOREIGN,
    errors.NewerVersion: RecordTrouble.NEWER,
    errors.InUse: RecordTrouble.IN_USE,
    errors.CannotRead: RecordTrouble.UNREADABLE,
    errors.AlreadyThere: RecordTrouble.ALREADY_THERE,
    errors.ChangedOutside: RecordTrouble.CHANGED_OUTSIDE,
    errors.KeysForgotten: RecordTrouble.LOCKED,
}
_COPIES = {
    errors.Copy.LAST: RecordTrouble.DAMAGED_LAST,
    errors.Copy.EARLIER: RecordTrouble.DAMAGED_EARLIER,
    errors.Copy.NONE: RecordTrouble.DAMAGED,
}


def trouble_of(error: errors.StoreError) -> RecordTrouble:
    """Return what an error of the record file means for the person."""
    match error:
        case errors.Damaged():
            return _COPIES[error.copy]
        case errors.CannotWrite():
            return RecordTrouble.FULL if error.cause in _FULL else RecordTrouble.NOT_WRITTEN
        case errors.CannotRead(cause=errors.Trouble.NO_MEMORY):
            return RecordTrouble.NO_MEMORY
        case _:
            return _PLAIN.get(type(error), RecordTrouble.NOT_WRITTEN)


def made(path: Path, passphrase: str, visit: Visit) -> Kept | Attempt:
    """Make a new record that holds this visit."""
    record = Record(id=os.urandom(8).hex(), visits=(visit,))
    return _tried(lambda: create(path, passphrase, record))


def opened(path: Path, passphrase: str, *, read_only: bool = False) -> Kept | Attempt:
    """Open a record."""
    return _tried(lambda: open_record(path, passphrase, read_only=read_only))


def rescued_to(damaged: Path, passphrase: str, path: Path) -> Kept | Attempt:
    """Write what is whole in a damaged record to a new file and open that; the damaged one stays as it is."""
    return _tried(lambda: create(path, passphrase, rescue(damaged, passphrase).record))


def unlocked(kept: Kept, passphrase: str) -> Kept | Attempt:
    """Open a locked record again."""

    def unlock() -> Kept:
        kept.unlock(passphrase)
        return kept

    return _tried(unlock)


def with_new_passphrase(kept: Kept, old: str, new: str) -> Kept | Attempt:
    """Put the record under another passphrase."""

    def change() -> Kept:
        kept.change_passphrase(old, new)
        return kept

    return _tried(change)


def _tried(attempt: Callable[[], Kept]) -> Kept | Attempt:
    try:
        return attempt()
    except errors.StoreError as error:
        return Attempt(trouble=trouble_of(error))
