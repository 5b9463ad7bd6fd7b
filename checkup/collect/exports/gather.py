"""From chosen paths to rows: each path in its turn, under one budget, each row once."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from checkup.collect.exports.bounded import Budget, Stopped
from checkup.collect.exports.chosen import Chosen
from checkup.collect.exports.doubles import Doubles
from checkup.collect.exports.event import Event
from checkup.model.looked import Cause, Unread
from checkup.model.stop import Stop


def gathered(paths: Sequence[Path], stop: Stop) -> Iterator[Event]:
    """Yield what the chosen files and folders hold; originals are only ever opened for reading.

    A chosen file in which nothing is recognised is told as Unread. Stopping ends it with an Unread.
    """
    budget, doubles = Budget(stop), Doubles()
    try:
        for path in paths:
            yield from Chosen(path, budget, doubles).events()
    except Stopped:
        yield Unread(where="", reason=Cause.STOPPED)
