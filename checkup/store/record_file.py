"""The record a person keeps: made, opened, saved, locked and closed; one file, one writer.

One second at opening for the passphrase, milliseconds for each save after it. No clock is asked:
`Record.saves` orders states (T8). A file is written only where the last thing seen in it is what
this program read or wrote there.
"""

from contextlib import suppress
from pathlib import Path
from threading import RLock

from msgspec import structs

from checkup.model.visit import Record

from . import saving, states
from .disk import Disk
from .errors import (
    CannotRead,
    CannotWrite,
    ChangedOutside,
    Damaged,
    KeysForgotten,
    NotARecord,
    OnlyReading,
    Trouble,
    trouble_of,
)
from .key import Key
from .lock import Lock
from .pictures import with_bytes
from .reading import pictures_of, read_file, target_of, whole
from .rescuing import what_opens
from .wrapping import Parts, unwrap, wrap


def create(path: Path, passphrase: str, record: Record, disk: Disk | None = None) -> "OpenRecord":
    """Make a new record file and leave it open.

    Raises EmptyPassphrase, AlreadyThere (never takes the place of a file) or CannotWrite.
    """
    key = Key.made(passphrase)
    made = structs.replace(record, saves=record.saves + 1)
    parts = states.first(key, made)
    disk, target, lock = disk or Disk(), target_of(path), Lock()
    saving.write(disk, target, wrap(parts), lock, is_new=True)
    return OpenRecord(path, key, parts, made, lock=lock, disk=disk)


def open_record(
    path: Path, passphrase: str, *, read_only: bool = False, disk: Disk | None = None
) -> "OpenRecord":
    """Open a record; takes about a second, in which other threads run.

    Raises InUse (before the passphrase is tried; opening to read still works), CannotRead,
    NotARecord, NewerVersion, WrongPassphrase, Damaged.
    """
    disk = disk or Disk()
    target = target_of(path)
    lock = None
    if not read_only:
        saving.remove_leftovers(disk, target.parent)
        lock = _locked(target)
    try:
        data = read_file(target, disk)
        try:
            parts = unwrap(data)
            key = Key.opened(parts.identity, passphrase)
            return OpenRecord(path, key, parts, whole(key, parts), lock=lock, disk=disk)
        except Damaged as error:
            raise Damaged(what_opens(data, passphrase)) from error
    except BaseException:
        if lock is not None:
            lock.release()
        raise


class OpenRecord:
    """An open record. A thread that comes while another writes, locks or closes it waits for that."""

    def __init__(
        self,
        path: Path,
        key: Key,
        parts: Parts,
        record: Record,
        *,
        lock: Lock | None = None,
        disk: Disk | None = None,
    ) -> None:
        self.path = path
        self._target = target_of(path)
        self._key = key
        self._parts = parts
        self._file = wrap(parts)
        self._record: Record | None = record
        self._pictures: frozenset[str] | None = None  # the names of those in the file, once known
        self._lock = lock
        self._disk = disk or Disk()
        self._turn = RLock()

    @property
    def record(self) -> Record:
        """The record as it was last read or saved; raises KeysForgotten while locked."""
        if self._record is None:
            raise KeysForgotten
        return self._record

    @property
    def read_only(self) -> bool:
        """Whether it was opened to read only."""
        return self._lock is None

    @property
    def size(self) -> int:
        """How many bytes the file had when it was last read or saved."""
        return len(self._file)

    @property
    def is_locked(self) -> bool:
        """Whether the passphrase is needed before anything else."""
        return self._key.is_forgotten

    def save(self, record: Record) -> None:
        """Write the record; what stood there becomes the earlier copy.

        Raises CannotWrite, ChangedOutside, OnlyReading or KeysForgotten; the file then still holds
        what it held, and the caller still holds the record.
        """
        with self._turn:
            self._write(*self._following(record))

    def save_elsewhere(self, path: Path, record: Record) -> None:
        """Write the record to a new file, which this one is from now on; the old one stays as it is.

        Raises AlreadyThere, CannotWrite or KeysForgotten.
        """
        with self._turn:
            parts, numbered, names = self._following(record)
            old = self._lock
            data = self._write_new(path, parts)
            self._stands(parts, data, numbered, names)
            if old is not None:
                old.release()

    def change_passphrase(self, old: str, new: str) -> None:
        """Put the record, and the earlier copy in it, under a new key and passphrase; takes two seconds.

        Copies of the file made before still open with the old passphrase. Raises WrongPassphrase
        where `old` does not open it, EmptyPassphrase, and what `save` raises.
        """
        part = self._key.part
        Key.opened(part, old).forget()
        key = Key.made(new)  # both take a second in which others may save
        with self._turn:
            record, earlier = self.record, self.earlier()
            numbered = structs.replace(record, saves=record.saves + 1)
            self._write(states.first(key, numbered, earlier), numbered, None)
            self._key.forget()
            self._key = key

    def earlier(self) -> Record | None:
        """Return the state before the last save, or None where there was none; raises Damaged."""
        record = self._key.unseal(self._parts.before).record
        return record and with_bytes(record, pictures_of(self._key, self._parts))

    def lock(self) -> None:
        """Forget the keys and the record; nobody else may write meanwhile. Unsaved work is the caller's."""
        with self._turn:
            self._key.forget()
            self._record = self._pictures = None

    def unlock(self, passphrase: str) -> None:
        """Open it again after `lock`; raises WrongPassphrase."""
        key = Key.opened(self._parts.identity, passphrase)
        with self._turn:
            self._record = whole(key, self._parts)
            self._key = key

    def close(self) -> None:
        """Forget the keys and let go of the file."""
        with self._turn:
            self.lock()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def _following(self, record: Record) -> tuple[Parts, Record, frozenset[str]]:
        """Return the parts of the state after this one, the record with its number, and its pictures."""
        last = self.record
        numbered = structs.replace(record, saves=last.saves + 1)
        parts, names = states.following(self._key, self._parts, last, numbered, self._pictures)
        return parts, numbered, names

    def _write_new(self, path: Path, parts: Parts) -> bytes:
        target, lock, data = target_of(path), Lock(), wrap(parts)
        saving.write(self._disk, target, data, lock, is_new=True)
        self.path, self._target, self._lock = path, target, lock
        return data

    def _write(self, parts: Parts, record: Record, names: frozenset[str] | None) -> None:
        if self._lock is None:
            raise OnlyReading
        self._check_unchanged()
        data = wrap(parts)
        try:
            saving.write(self._disk, self._target, data, self._lock)
        except CannotWrite:
            if self._on_disk(len(data)) == data:  # it has the name already; only the flush after it failed
                self._stands(parts, data, record, names)
            raise
        self._stands(parts, data, record, names)

    def _stands(self, parts: Parts, data: bytes, record: Record, names: frozenset[str] | None) -> None:
        """Take note of what the file holds now; wrapping it again for each comparison would cost a third."""
        self._parts, self._file, self._record, self._pictures = parts, data, record, names

    def _check_unchanged(self) -> None:
        """Raise ChangedOutside where the file is not as it was left, or CannotWrite if it has two names."""
        if target_of(self.path) != self._target or self._on_disk(len(self._file)) != self._file:
            raise ChangedOutside
        with suppress(OSError):
            if self._target.stat().st_nlink > 1:
                raise CannotWrite(Trouble.SECOND_NAME)

    def _on_disk(self, most: int) -> bytes | None:
        try:
            return self._disk.read(self._target, most)
        except OSError:
            return None


def _locked(target: Path) -> Lock:
    try:
        if not target.is_file():  # a pipe or a device must not be opened
            raise NotARecord if target.exists() else CannotRead(Trouble.MISSING)
        return Lock.take(target)
    except OSError as error:
        raise CannotRead(trouble_of(error)) from error
    except ValueError as error:  # a NUL in the name
        raise CannotRead(Trouble.BAD_NAME) from error
