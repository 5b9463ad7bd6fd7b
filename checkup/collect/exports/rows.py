"""The rows of recognised files, many at a time, and how many of them could not be read or stood elsewhere."""

from collections.abc import Iterator
from typing import BinaryIO

from checkup.collect.exports.archive import BROKEN_FILE
from checkup.collect.exports.bounded import Stopped
from checkup.collect.exports.doubles import Doubles
from checkup.collect.exports.event import Event
from checkup.model.looked import Cause, Unread
from checkup.model.sign_in import SignInRecord
from checkup.parse.exports.limits import TooMuch
from checkup.parse.exports.read import rows_of
from checkup.parse.exports.registry import Opened

AT_ONCE = 1000


def events_of(found: Opened, stream: BinaryIO, where: str, doubles: Doubles) -> Iterator[Event]:
    """Yield what a file holds; what was read before an error is yielded, then the error is raised."""
    file = _File(found, stream, where, doubles)
    try:
        yield from file.events()
    except (Stopped, TooMuch, *BROKEN_FILE):
        yield from file.rest()  # what was read until then holds
        raise
    yield from file.rest()


class _File:
    """One file while it is read."""

    def __init__(self, found: Opened, stream: BinaryIO, where: str, doubles: Doubles) -> None:
        self._rows = rows_of(found, stream)
        self._where = where
        self._doubles = doubles
        self._made: list[SignInRecord] = []
        self._lost = self._twice = 0

    def events(self) -> Iterator[Event]:
        """Yield rows, and why reading ended early."""
        made = self._made
        for row in self._rows:
            if isinstance(row, SignInRecord):
                made.append(row)
                if len(made) >= AT_ONCE:
                    yield from self._handed_on()
            elif isinstance(row, int):
                self._lost += row
            else:
                yield Unread(where=self._where, reason=row)

    def rest(self) -> Iterator[Event]:
        """Yield the last rows and the counts."""
        yield from self._handed_on()
        for count, reason in ((self._lost, Cause.UNKNOWN_FORMAT), (self._twice, Cause.COUNTED_ONCE)):
            if count:
                yield Unread(where=self._where, reason=reason, count=count)

    def _handed_on(self) -> Iterator[Event]:
        new = self._doubles.new(self._made)
        self._twice += len(self._made) - len(new)
        self._made.clear()
        if new:
            yield new
