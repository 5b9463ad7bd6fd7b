"""From chosen paths to rows: finds the files that hold sign-ins, whatever they are called, and reads them."""

import os
import stat
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from checkup.collect.exports.archive import (
    BROKEN,
    LARGEST_INNER,
    TooManyMembers,
    is_plain,
    is_zip,
    member,
    openable,
    zip_at,
)
from checkup.collect.exports.bounded import Budget, Stopped, buffered
from checkup.collect.exports.names import may_open
from checkup.model.looked import Cause, Unread
from checkup.model.sign_in import SignInRecord
from checkup.model.stop import Stop
from checkup.model.value import Value
from checkup.parse.exports.limits import HEAD, TooMuch
from checkup.parse.exports.read import rows_of
from checkup.parse.exports.registry import OpenDocument, Opened, Twin, opened

MOST_FILES = 150_000
DEEPEST_ZIP = 3
AT_ONCE = 1000
BROKEN_FILE = (*BROKEN, RecursionError)


class Began(Value, frozen=True, kw_only=True):
    """The rows that follow come from here."""

    where: str
    service: str


Event = list[SignInRecord] | Unread | Began
"""Rows come many at a time: handing each on by itself costs as much as reading it."""


def gathered(paths: Sequence[Path], stop: Stop) -> Iterator[Event]:
    """Yield what the chosen files and folders hold; originals are only ever opened for reading.

    A chosen file in which nothing is recognised is told as Unread. Stopping ends it with an Unread.
    """
    budget = Budget(stop)
    try:
        for path in paths:
            yield from _Chosen(path, budget).events()
    except Stopped:
        yield Unread(where="", reason=Cause.STOPPED)


class _Chosen:
    """One path the person chose."""

    def __init__(self, path: Path, budget: Budget) -> None:
        self._path = path
        self._budget = budget
        self._known = 0

    def events(self) -> Iterator[Event]:
        name = self._path.name or str(self._path)
        try:
            if self._path.is_dir():
                yield from self._folder()
            else:
                yield from self._file(self._path, name)
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
            yield Unread(where=name, reason=_cause(error))
            return
        if not self._known:
            yield Unread(where=name, reason=Cause.UNKNOWN_FORMAT)

    def _folder(self) -> Iterator[Event]:
        files = 0
        for folder, folders, names in os.walk(self._path):
            self._budget.spend(0)  # a stop ends the walk also where no file is opened
            folders.sort()
            for name in sorted(names):
                path = Path(folder, name)
                inside = path.relative_to(self._path).as_posix()
                if not may_open(inside):
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
            elif (found := opened(head)) is not None:
                yield from self._rows(found, buffered(file, self._budget), where)

    def _archive(self, stream: BinaryIO, where: str, depth: int) -> Iterator[Event]:
        try:
            archive = zip_at(stream)
        except TooManyMembers:
            yield self._unread(where, Cause.TOO_LARGE)
            return
        except BROKEN_FILE:
            yield self._unread(where, Cause.UNKNOWN_FORMAT)
            return
        for info in openable(archive):
            name = f"{where}/{info.filename}"
            try:
                yield from self._member(archive, info, name, depth)
            except TooMuch:
                yield self._unread(name, Cause.TOO_LARGE)
            except BROKEN_FILE:
                yield self._unread(name, Cause.FAILED)

    def _member(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, depth: int
    ) -> Iterator[Event]:
        if not is_plain(info):
            yield self._unread(name, Cause.NOT_SUPPORTED)
            return
        with member(archive, info, self._budget) as stream:
            head = stream.read(HEAD)
            if is_zip(head):
                yield from self._inner(head, stream, name, depth)
                return
        if (found := opened(head)) is not None:
            with member(archive, info, self._budget) as stream:
                yield from self._rows(found, stream, name)

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
            yield self._unread(where, Cause.READABLE_TWIN)
            return
        self._known += 1
        service = found.reader.service if isinstance(found, OpenDocument) else found.service
        yield Began(where=where, service=service)
        made: list[SignInRecord] = []
        try:
            yield from _many_at_once(found, stream, where, made)
        except (Stopped, TooMuch, *BROKEN_FILE):
            if made:
                yield made  # what was read until then holds
            raise

    def _unread(self, where: str, cause: Cause) -> Unread:
        self._known += 1
        return Unread(where=where, reason=cause)


def _many_at_once(found: Opened, stream: BinaryIO, where: str, made: list[SignInRecord]) -> Iterator[Event]:
    """Yield the rows of a file, and what of it could not be read; `made` are those not yielded yet."""
    lost = 0
    for row in rows_of(found, stream):
        if isinstance(row, SignInRecord):
            made.append(row)
            if len(made) >= AT_ONCE:
                yield made.copy()
                made.clear()
        elif isinstance(row, int):
            lost += row
        else:
            yield Unread(where=where, reason=row)
    if made:
        yield made.copy()
        made.clear()
    if lost:
        yield Unread(where=where, reason=Cause.UNKNOWN_FORMAT, count=lost)


def _cause(error: Exception) -> Cause:
    return Cause.NOT_PERMITTED if isinstance(error, PermissionError) else Cause.FAILED
