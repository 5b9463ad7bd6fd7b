"""One reader's look at a place: reads on past what it cannot read, and keeps a note of each."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

from checkup.collect.place import MOST_TEXT, Content, CouldNotRead, Place
from checkup.model.clock import written
from checkup.model.looked import Cause, Unread
from checkup.model.sources import Reading, Seen
from checkup.model.stop import Stop

Found = TypeVar("Found")


class Looking:
    """Reads files for one kind of observation; ends with `reading(items)`.

    What could not be read is noted once a place. After a stop nothing more is read, and that is
    noted too. Times are RFC 3339 in UTC.
    """

    def __init__(self, place: Place, stop: Stop) -> None:
        self.place = place
        self._stop = stop
        self._unread: dict[tuple[str, Cause], int] = {}

    def text(self, path: str, most: int = MOST_TEXT) -> str | None:
        """Return a file's text; None when absent or not readable (then it is noted)."""
        return self.tried(lambda: self.place.text(path, most), None)

    def bytes(self, path: str, most: int = MOST_TEXT) -> bytes | None:
        """Return a file's bytes; None when absent or not readable (then it is noted)."""
        return self.tried(lambda: self.place.bytes(path, most), None)

    def pieces(self, path: str, most: int) -> Iterator[Content]:
        """Yield a file's bytes piece by piece; none when absent or not readable (then it is noted)."""
        if self._is_cut_off():
            return
        try:
            for piece in self.place.pieces(path, most):
                yield piece
                if self._is_cut_off():
                    return
        except CouldNotRead as trouble:
            self._refused(trouble)

    def names(self, path: str) -> tuple[str, ...]:
        """Return the names in a folder; empty when absent or not readable (then it is noted)."""
        return self.tried(lambda: self.place.names(path), ())

    def paths(self, folder: str, *endings: str) -> Iterator[str]:
        """Yield the whole paths in a folder, those with one of the endings where some are given."""
        start = folder.rstrip("/")
        for name in self.names(folder):
            if not endings or name.endswith(endings):
                yield f"{start}/{name}"

    def below(self, folder: str, deep: int = 8) -> Iterator[str]:
        """Yield all files below a folder, links not followed; a closed folder on the way is noted."""
        for path in self.paths(folder):
            status = self.status(path) if self.link(path) is None else None
            if status is not None and stat.S_ISDIR(status.st_mode):
                if deep > 0:
                    yield from self.below(path, deep - 1)
            else:
                yield path

    def texts(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield each path that could be read, with its text."""
        for path in paths:
            if (text := self.text(path)) is not None:
                yield path, text

    def link(self, path: str) -> str | None:
        """Return what a link says; None when it is none or not readable (then it is noted)."""
        return self.tried(lambda: self.place.link(path), None)

    def status(self, path: str) -> os.stat_result | None:
        """Return the status of what a path leads to; None when absent or not readable (then noted)."""
        return self.tried(lambda: self.place.status(path), None)

    def is_there(self, path: str) -> bool:
        """Whether something is there."""
        return self.status(path) is not None

    def changed(self, path: str) -> str:
        """Return when a file was last changed; empty when that cannot be told."""
        status = self.status(path)
        return moment(status.st_mtime) if status is not None else ""

    def note(self, where: str, cause: Cause, count: int = 1) -> None:
        """Note something that could not be read, such as lines nobody can parse."""
        if count:
            self._unread[where, cause] = self._unread.get((where, cause), 0) + count

    @property
    def is_stopped(self) -> bool:
        """Whether the person asked to stop."""
        return self._stop.asked

    @property
    def unread(self) -> tuple[Unread, ...]:
        """All that could not be read so far."""
        return tuple(Unread(where=w, reason=cause, count=n) for (w, cause), n in self._unread.items())

    def reading(self, items: Iterable[Seen]) -> Reading[Seen]:
        """Return the answer: these observations, and what could not be read on the way."""
        kept = tuple(items)  # first: the notes are made while the items come
        return Reading(items=kept, unread=self.unread)

    def tried(self, look: Callable[[], Found], otherwise: Found) -> Found:
        """Return what a look at something gives; `otherwise` where it could not be read (then noted)."""
        if self._is_cut_off():
            return otherwise
        try:
            return look()
        except CouldNotRead as trouble:
            self._refused(trouble)
            return otherwise

    def _is_cut_off(self) -> bool:
        if self._stop.asked:
            self._unread.setdefault(("", Cause.STOPPED), 1)
        return self._stop.asked

    def _refused(self, trouble: CouldNotRead) -> None:
        self._unread.setdefault((trouble.where, trouble.cause), 1)


def moment(seconds: float) -> str:
    """Return seconds since 1970 as RFC 3339 in UTC; empty for a number no calendar holds."""
    try:
        return written(datetime.fromtimestamp(seconds, UTC))
    except (OverflowError, ValueError, OSError):
        return ""
