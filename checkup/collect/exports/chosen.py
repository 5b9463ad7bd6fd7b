"""One path the person chose: finds the files that hold sign-ins, whatever they are called, and reads them."""

import os
import stat
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from checkup.collect.exports.alike import Alike
from checkup.collect.exports.archive import (
    BROKEN_FILE,
    LARGEST_INNER,
    NoEnd,
    TooManyMembers,
    is_zip,
    member,
    name_of,
    openable,
    why_closed,
    zip_at,
)
from checkup.collect.exports.bounded import Budget, Stopped, buffered
from checkup.collect.exports.doubles import Doubles
from checkup.collect.exports.event import Began, Event
from checkup.collect.exports.names import may_open
from checkup.collect.exports.rows import events_of
from checkup.collect.exports.unknown import is_packed, why_unknown
from checkup.model.looked import Cause, Unread
from checkup.parse.exports.limits import HEAD, TooMuch
from checkup.parse.exports.registry import OpenDocument, Opened, opened
from checkup.parse.exports.twins import Twin

MOST_FILES = 150_000
DEEPEST_ZIP = 3


class Chosen:
    """One path; `doubles` knows the rows of those before it."""

    def __init__(self, path: Path, budget: Budget, doubles: Doubles) -> None:
        self._path = path
        self._name = path.name or str(path)
        self._budget = budget
        self._doubles = doubles
        self._known = 0
        self._why = Cause.EMPTY
        self._alike = Alike(self._name)

    def events(self) -> Iterator[Event]:
        """Yield what the path holds; one in which nothing is recognised is told as Unread."""
        try:
            if self._path.is_dir():
                yield from self._folder()
            else:
                yield from self._file(self._path, self._name)
        except Stopped:
            yield from self._alike.told()
            raise
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
            yield self._unread(self._name, _cause(error))
        yield from self._alike.told()
        if not self._known:
            yield Unread(where=self._name, reason=self._why)

    def _folder(self) -> Iterator[Event]:
        files = 0
        for folder, folders, names in os.walk(self._path):
            self._budget.spend(0)  # a stop ends the walk also where no file is opened
            folders.sort()
            for name in sorted(names):
                path = Path(folder, name)
                inside = path.relative_to(self._path).as_posix()
                if not may_open(inside):
                    self._why = Cause.UNKNOWN_FORMAT
                    continue
                files += 1
                if files > MOST_FILES:
                    yield Unread(where=self._path.name, reason=Cause.TOO_LARGE)
                    return
                if path.is_symlink():  # what lies elsewhere was not chosen
                    yield self._unread(inside, Cause.NOT_SUPPORTED)
                    continue
                try:
                    yield from self._file(path, inside)
                except OSError as error:
                    yield self._unread(inside, _cause(error))

    def _file(self, path: Path, where: str) -> Iterator[Event]:
        if not stat.S_ISREG(path.stat().st_mode):
            return
        with path.open("rb") as file:
            head = file.read(HEAD)
            file.seek(0)
            if is_zip(head):
                yield from self._archive(file, where, 1)
            elif (found := _opened(head)) is not None:
                yield from self._rows(found, buffered(file, self._budget), where)
            else:
                yield from self._unknown(head, where)

    def _unknown(self, head: bytes, where: str) -> Iterator[Event]:
        """Tell of a file that looks like an export; of any other only where it alone was chosen."""
        why = why_unknown(head, where)
        if why in (Cause.PACKED, Cause.INCOMPLETE):
            yield self._unread(where, why)
        elif why is not Cause.EMPTY:
            self._why = why

    def _archive(self, stream: BinaryIO, where: str, depth: int) -> Iterator[Event]:
        try:
            archive = zip_at(stream)
        except TooManyMembers:
            yield self._unread(where, Cause.TOO_LARGE)
            return
        except NoEnd:
            yield self._unread(where, Cause.INCOMPLETE)
            return
        except BROKEN_FILE:
            yield self._unread(where, Cause.UNKNOWN_FORMAT)
            return
        if archive.infolist():
            self._why = Cause.UNKNOWN_FORMAT
        for info in openable(archive):
            name = f"{where}/{name_of(info)}"
            try:
                yield from self._member(archive, info, name, depth)
            except TooMuch:
                yield self._unread(name, Cause.TOO_LARGE)
            except BROKEN_FILE:
                yield self._unread(name, Cause.FAILED)

    def _member(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, depth: int
    ) -> Iterator[Event]:
        if (closed := why_closed(info)) is not None:
            self._too(name, closed)
            return
        with member(archive, info, self._budget) as stream:
            head = stream.read(HEAD)
            if is_zip(head):
                yield from self._inner(head, stream, name, depth)
                return
        if (found := _opened(head)) is not None:
            with member(archive, info, self._budget) as stream:
                yield from self._rows(found, stream, name)
        elif is_packed(head):
            yield self._unread(name, Cause.PACKED)

    def _inner(self, head: bytes, stream: BinaryIO, name: str, depth: int) -> Iterator[Event]:
        """Read an archive in an archive, held in memory meanwhile; a large one is left."""
        if depth >= DEEPEST_ZIP:
            raise TooMuch
        data = head + stream.read(LARGEST_INNER)
        if len(data) > LARGEST_INNER:
            raise TooMuch
        yield from self._archive(BytesIO(data), name, depth + 1)

    def _rows(self, found: Opened, stream: BinaryIO, where: str) -> Iterator[Event]:
        if isinstance(found, Twin):
            self._too(where, Cause.READABLE_TWIN)
            return
        self._known += 1
        service = found.reader.service if isinstance(found, OpenDocument) else found.service
        self._doubles.begin(service)
        yield Began(where=where, service=service)
        yield from events_of(found, stream, where, self._doubles, self._alike)

    def _too(self, where: str, cause: Cause) -> None:
        self._known += 1
        self._alike.add(where, cause)

    def _unread(self, where: str, cause: Cause) -> Unread:
        self._known += 1
        return Unread(where=where, reason=cause)


def _opened(head: bytes) -> Opened | None:
    return None if is_packed(head) else opened(head)


def _cause(error: Exception) -> Cause:
    return Cause.NOT_PERMITTED if isinstance(error, PermissionError) else Cause.FAILED
