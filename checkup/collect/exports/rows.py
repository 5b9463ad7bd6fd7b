"""The rows of recognised files, many at a time, and how many of them could not be read or stood elsewhere."""

from collections.abc import Iterator
from typing import BinaryIO

from checkup.collect.exports.alike import Alike
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


def events_of(found: Opened, stream: BinaryIO, where: str, doubles: Doubles, alike: Alike) -> Iterator[Event]:
    """Yield what a file holds; what was read before an error is yielded, then the error is raised.

    Rows that stand in another file too go to `alike`.
    """
    file = _File(found, stream, where, doubles, alike)
    try:
        yield from file.events()
    except (Stopped, TooMuch, *BROKEN_FILE):
        yield from file.rest()  # what was read until then holds
        raise
    yield from file.rest()


class _File:
    """One file while it is read."""

    def __init__(self, found: Opened, stream: BinaryIO, where: str, doubles: Doubles, alike: Alike) -> None:
        self._rows = rows_of(found, stream)
        self._where = where
        self._doubles = doubles
        self._alike = alike
        self._made: list[SignInRecord] = []
        self._lost = 0

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
        """Yield the last rows, and how many could not be read."""
        yield from self._handed_on()
        if self._lost:
            yield Unread(where=self._where, reason=Cause.UNKNOWN_FORMAT, count=self._lost)

    def _handed_on(self) -> Iterator[Event]:
        new = self._doubles.new(self._made)
        if twice := len(self._made) - len(new):
            self._alike.add(self._where, Cause.COUNTED_ONCE, twice)
        self._made.clear()
        if new:
            yield new
