"""One look into a backup for one kind of observation: reads on past what it cannot read, and notes it."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from checkup.collect.iphone.backup import Backup
from checkup.collect.iphone.paths import At
from checkup.collect.place import CouldNotRead
from checkup.model.looked import Cause, Unread
from checkup.model.sources import Reading, Seen
from checkup.model.stop import Stop
from checkup.parse.iphone.manifest import Entry
from checkup.parse.plist import NotPlist
from checkup.parse.sqlite import NotDatabase, TookTooLong
from checkup.parse.tables import LeftOut, Tables, UnknownColumns

FromTables = Callable[[Tables, str], Iterator[Seen]]
FromBytes = Callable[[bytes, str], Iterable[Seen]]
MOST = 300_000
LOOK_EVERY = 512


class Looking:
    """Reads one kind; `reading(items)` gives the answer with what could not be read."""

    def __init__(self, backup: Backup, stop: Stop) -> None:
        self.backup = backup
        self._stop = stop
        self._unread: dict[tuple[str, Cause], int] = {}

    def database(
        self, places: Sequence[At], parse: FromTables[Seen], *, may_be_absent: bool = False
    ) -> Iterator[Seen]:
        """Yield what the first of these databases that is there holds."""
        at = self._there(places, may_be_absent=may_be_absent)
        if at is not None:
            yield from self._guarded(str(at), lambda: self._in_tables(at, parse))

    def file(
        self, places: Sequence[At], parse: FromBytes[Seen], *, may_be_absent: bool = False
    ) -> Iterator[Seen]:
        """Yield what the first of these files that is there holds."""
        at = self._there(places, may_be_absent=may_be_absent)
        if at is not None:
            yield from self.entry(self.backup.index.files[at], parse)

    def entry(self, entry: Entry, parse: FromBytes[Seen]) -> Iterator[Seen]:
        """Yield what one file of the index holds."""
        where = f"{entry.domain}/{entry.path}"
        yield from self._guarded(where, lambda: parse(self.backup.content(entry), where))

    def note(self, where: str, cause: Cause, count: int = 1) -> None:
        """Note something that could not be read."""
        if count:
            self._unread[where, cause] = self._unread.get((where, cause), 0) + count

    def reading(self, items: Iterable[Seen]) -> Reading[Seen]:
        """Return the answer."""
        kept = tuple(items)  # first: the notes are made while the items come
        unread = (Unread(where=w, reason=cause, count=n) for (w, cause), n in self._unread.items())
        return Reading(items=kept, unread=tuple(unread))

    def _there(self, places: Sequence[At], *, may_be_absent: bool) -> At | None:
        at = self.backup.first(places)
        if at is None and not may_be_absent:
            self.note(str(places[0]), Cause.NOT_IN_BACKUP)
        return at

    def _in_tables(self, at: At, parse: FromTables[Seen]) -> Iterator[Seen]:
        with self.backup.tables(at) as tables:
            yield from parse(tables, str(at))

    def _guarded(self, where: str, items: Callable[[], Iterable[Seen]]) -> Iterator[Seen]:
        """Yield items until they end, break off or are stopped; what came before a fault stays."""
        try:
            for number, item in enumerate(items()):
                if number == MOST:
                    self.note(where, Cause.TOO_LARGE)
                    return
                if number % LOOK_EVERY == 0 and self._stop.asked:
                    self.note(where, Cause.STOPPED)
                    return
                yield item
        except CouldNotRead as trouble:
            self.note(trouble.where, trouble.cause)
        except (NotDatabase, NotPlist, UnknownColumns):
            self.note(where, Cause.UNKNOWN_FORMAT)
        except LeftOut as rest:
            self.note(where, Cause.TOO_LARGE, rest.count)
        except TookTooLong:
            self.note(where, Cause.TIMED_OUT)
