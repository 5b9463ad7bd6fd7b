"""An opened backup: its phone, its index, and its files, decrypted in memory as they are asked for."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from checkup.collect.iphone.index import Index
from checkup.collect.iphone.keys import ClassKeys, NoKey
from checkup.collect.iphone.paths import At
from checkup.collect.iphone.stored import Plain, Unlocked
from checkup.collect.ordinary_file import NoFile, opened
from checkup.collect.place import CouldNotRead
from checkup.model.looked import Cause
from checkup.parse.iphone.device import Device
from checkup.parse.iphone.manifest import Entry, lock
from checkup.parse.sqlite_files import Held, Stored
from checkup.parse.sqlite_tables import tables_of
from checkup.parse.tables import Tables

MOST_FILE = 32 * 1024 * 1024
MOST_LOG = 1024 * 1024 * 1024  # SQLite goes through it once before it can read


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that could be opened; `keys` is None for one that is not encrypted."""

    folder: Path
    device: Device
    index: Index
    keys: ClassKeys | None = None
    info: bytes = b""

    def first(self, places: Sequence[At]) -> At | None:
        """Return the first of these places that is in the backup."""
        return next((one for one in places if one in self.index.files), None)

    def content(self, entry: Entry, most: int = MOST_FILE) -> bytes:
        """Return what a file says; raises CouldNotRead."""
        with self._stored(entry) as stored:
            if stored.size > most:
                raise CouldNotRead(f"{entry.domain}/{entry.path}", Cause.TOO_LARGE)
            return bytes(stored.read(0, stored.size))

    @contextmanager
    def tables(self, at: At) -> Iterator[Tables]:
        """Give the tables of a database; raises CouldNotRead, and NotDatabase as they are read."""
        with ExitStack() as open_files:
            main = open_files.enter_context(self._stored(self.index.files[at]))
            beside = self.index.files.get(at.log)
            log: Stored = Held()
            if beside is not None:
                log = open_files.enter_context(self._stored(beside))
            if log.size > MOST_LOG:
                raise CouldNotRead(str(at.log), Cause.TOO_LARGE)
            yield open_files.enter_context(tables_of(main, log))

    def _path(self, entry: Entry) -> Path:
        sorted_in = self.folder / entry.name[:2] / entry.name
        return sorted_in if sorted_in.is_file() else self.folder / entry.name

    @contextmanager
    def _stored(self, entry: Entry) -> Iterator[Stored]:
        where = f"{entry.domain}/{entry.path}"
        try:
            file = opened(self._path(entry))
        except (NoFile, OSError) as error:
            raise CouldNotRead(where, _cause(error)) from error
        with file:
            try:
                yield self._unlocked(file, entry, where)
            except OSError as error:
                raise CouldNotRead(where, _cause(error)) from error

    def _unlocked(self, file: BinaryIO, entry: Entry, where: str) -> Stored:
        length = file.seek(0, 2)
        if self.keys is None:
            return Plain(file, length)
        locked = lock(entry.blob)
        if locked is None or (locked.size and not locked.wrapped_key):
            raise CouldNotRead(where, Cause.UNKNOWN_FORMAT)
        if locked.size > length:  # it was cut
            raise CouldNotRead(where, Cause.FAILED)
        if not locked.size:
            return Held()
        try:
            return Unlocked(file, self.keys.file_key(locked.wrapped_key), locked.size)
        except NoKey as error:
            raise CouldNotRead(where, Cause.FAILED) from error


def _cause(error: Exception) -> Cause:
    return Cause.NOT_PERMITTED if isinstance(error, PermissionError) else Cause.FAILED
