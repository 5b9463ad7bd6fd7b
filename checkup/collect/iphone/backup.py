"""An opened backup: its phone, its index, and its files, decrypted as they are read.

Nothing decrypted is written. A small database is read in memory, a large plain one where it lies and
without a change, a large encrypted one page by page.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from checkup.collect.iphone.decrypting import part, whole
from checkup.collect.iphone.index import Index
from checkup.collect.iphone.keys import ClassKeys, NoKey
from checkup.collect.iphone.paths import At
from checkup.collect.ordinary_file import NoFile, opened
from checkup.collect.place import CouldNotRead
from checkup.model.looked import Cause
from checkup.parse.iphone.device import Device
from checkup.parse.iphone.manifest import Entry, lock
from checkup.parse.sqlite import page_size
from checkup.parse.sqlite_pages import PageTables
from checkup.parse.sqlite_tables import SqliteTables, tables_of_bytes
from checkup.parse.tables import Tables

MOST_IN_MEMORY = 48 * 1024 * 1024
MOST_FILE = 32 * 1024 * 1024
MOST_LOG = 16 * 1024 * 1024


@dataclass(slots=True)
class Source:
    """One file, open, with its key (None: plain) and the length of what it says."""

    file: BinaryIO
    key: bytes | None
    size: int

    def all(self) -> bytearray:
        """Return all it says."""
        self.file.seek(0)
        if self.key is not None:
            return whole(self.file, self.key, self.size)
        held = bytearray()
        while len(held) < self.size and (piece := self.file.read(self.size - len(held))):
            held += piece
        return held

    def part(self, offset: int, length: int) -> bytes:
        """Return a part of what it says, less at its end."""
        length = max(0, min(length, self.size - offset))
        if self.key is not None:
            return part(self.file, self.key, offset, length)
        self.file.seek(offset)
        return self.file.read(length)


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
        with self._source(entry) as source:
            if source.size > most:
                raise CouldNotRead(f"{entry.domain}/{entry.path}", Cause.TOO_LARGE)
            return bytes(source.all())

    @contextmanager
    def tables(self, at: At) -> Iterator[Tables]:
        """Give the tables of a database; raises CouldNotRead, and NotDatabase as they are read."""
        with self._source(self.index.files[at]) as source:
            log = self._log(at)
            if source.size <= MOST_IN_MEMORY:
                with tables_of_bytes(source.all(), log) as tables:
                    yield tables
            elif log:  # it cannot be laid over a file of this size
                raise CouldNotRead(str(at), Cause.TOO_LARGE)
            elif source.key is None:
                with tables_in_place(self._path(self.index.files[at])) as tables:
                    yield tables
            else:
                yield paged(source)

    def _log(self, at: At) -> bytes:
        beside = self.index.files.get(at.log)
        return self.content(beside, MOST_LOG) if beside is not None else b""

    def _path(self, entry: Entry) -> Path:
        sorted_in = self.folder / entry.name[:2] / entry.name
        return sorted_in if sorted_in.is_file() else self.folder / entry.name

    @contextmanager
    def _source(self, entry: Entry) -> Iterator[Source]:
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

    def _unlocked(self, file: BinaryIO, entry: Entry, where: str) -> Source:
        length = file.seek(0, 2)
        if self.keys is None:
            return Source(file, None, length)
        locked = lock(entry.blob)
        if locked is None or (locked.size and not locked.wrapped_key):
            raise CouldNotRead(where, Cause.UNKNOWN_FORMAT)
        if locked.size > length:  # it was cut
            raise CouldNotRead(where, Cause.FAILED)
        try:
            key = self.keys.file_key(locked.wrapped_key) if locked.size else bytes(32)
        except NoKey as error:
            raise CouldNotRead(where, Cause.FAILED) from error
        return Source(file, key, locked.size)


@contextmanager
def tables_in_place(path: Path) -> Iterator[Tables]:
    """Give the tables of a plain file where it lies; SQLite is told that nothing may change."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        yield SqliteTables(connection)
    finally:
        connection.close()


def paged(source: Source) -> Tables:
    """Return the tables of a large encrypted file, page by page; raises NotDatabase."""
    size = page_size(source.part(0, 512))
    if size < 512 or size % 16:
        size = 512

    def page_of(number: int) -> bytes:
        return source.part((number - 1) * size, size)

    return PageTables(page_of, size, source.size // size)


def _cause(error: Exception) -> Cause:
    return Cause.NOT_PERMITTED if isinstance(error, PermissionError) else Cause.FAILED
