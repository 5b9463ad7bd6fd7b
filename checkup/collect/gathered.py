"""Observations from a set of readers, each asked once: `Sources` for anything that can be read."""

from collections.abc import Callable, Mapping
from typing import Any

from checkup.model.looked import Cause, Unread
from checkup.model.sources import Observation, Reading, Seen
from checkup.model.stop import Stop

Reader = Callable[[], Reading[Any]]
"""Reads all observations of one kind; the mapping below says of which."""

Readers = Mapping[type[Observation], Reader]


class Gathered:
    """The `Sources` of one run: a mapping from kind to reader, each read once.

    A kind nobody reads here is "not supported", a reader that the system refuses as a whole is "not
    permitted" or "failed", and after a stop everything not yet read is "stopped": never empty.
    `is_there` says whether what is read is still there: of a disk that was pulled out nothing is left
    to be found, which is not "nothing there".
    """

    def __init__(self, readers: Readers, stop: Stop, is_there: Callable[[], bool] = lambda: True) -> None:
        self._readers = readers
        self._stop = stop
        self._is_there = is_there
        self._had: dict[type[Observation], Reading[Any]] = {}

    @property
    def kinds(self) -> frozenset[type[Observation]]:
        """The kinds somebody reads here: what is not among them, this kind of computer does not have."""
        return frozenset(self._readers)

    def read(self, kind: type[Seen]) -> Reading[Seen]:
        """Return all observations of this kind; the same answer for the whole run."""
        if kind not in self._had:
            if self._stop.asked:
                return _unread(kind, Cause.STOPPED)
            self._had[kind] = self._asked(kind)
        return self._had[kind]

    def _asked(self, kind: type[Seen]) -> Reading[Seen]:
        reader = self._readers.get(kind)
        if reader is None:
            return _unread(kind, Cause.NOT_SUPPORTED)
        try:
            reading = reader()
            return reading if self._is_there() else _cut_off(kind, reading)
        except PermissionError:
            return _unread(kind, Cause.NOT_PERMITTED)
        except OSError:
            return _unread(kind, Cause.FAILED)


def _cut_off(kind: type[Seen], reading: Reading[Seen]) -> Reading[Seen]:
    """Return what was read before the disk was gone, with a note that it was."""
    gone = Unread(where=kind.__name__, reason=Cause.FAILED)
    return Reading(items=reading.items, unread=(*reading.unread, gone))


def not_live(kind: type[Seen]) -> Reading[Seen]:
    """Return the answer about a kind that only a running system can give."""
    return _unread(kind, Cause.NEEDS_RUNNING_SYSTEM)


def _unread(kind: type[Seen], cause: Cause) -> Reading[Seen]:
    return Reading(unread=(Unread(where=kind.__name__, reason=cause),))
