"""A record opened to read for a command, with one clear sentence for each way it can fail."""

from pathlib import Path

from checkup.cli.ending import CannotRead
from checkup.model.visit import Record
from checkup.store.errors import (
    CannotRead as CannotReadFile,
)
from checkup.store.errors import (
    Damaged,
    EmptyPassphrase,
    NewerVersion,
    NotARecord,
    StoreError,
    WrongPassphrase,
)
from checkup.store.record_file import open_record

_KEYS: dict[type[StoreError], str] = {
    WrongPassphrase: "record_passphrase",
    EmptyPassphrase: "record_passphrase",
    NotARecord: "record_foreign",
    NewerVersion: "record_newer",
    CannotReadFile: "record_unreadable",
}


def read_record(path: Path, passphrase: str) -> Record:
    """Return what a record holds; raises the command line's CannotRead with the sentence to say."""
    try:
        opened = open_record(path, passphrase, read_only=True)
    except StoreError as error:
        raise could_not(error, path) from error
    try:
        return opened.record
    finally:
        opened.close()


def could_not(error: StoreError, path: Path) -> CannotRead:
    """Return the sentence for an error of the record file."""
    if isinstance(error, Damaged):
        return CannotRead(f"record_damaged_{error.copy.value}", path=str(path))
    return CannotRead(_KEYS.get(type(error), "record_unreadable"), path=str(path))
