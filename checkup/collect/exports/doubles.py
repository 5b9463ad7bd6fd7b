"""Rows that stand in several files: a zip beside its folder, a second download, two exports of one account.

A row counts where it stands first. Rows that are alike inside one file are different rows: a service
writes the same line for each of several uses in a second.
"""

from array import array
from collections.abc import Sequence

from checkup.model.sign_in import SignInRecord

MOST_KNOWN = 1_500_000
"""So many rows of one service are known again; what comes after them counts each time."""


class Doubles:
    """Knows rows by their numbers, eight bytes each until a second file of the service begins."""

    def __init__(self) -> None:
        self._known: dict[str, set[int]] = {}
        self._waiting: dict[str, array[int]] = {}
        self._service = ""

    def begin(self, service: str) -> None:
        """Take the rows that follow as those of a new file."""
        self._service = service
        known = self._known.setdefault(service, set())
        room = max(0, MOST_KNOWN - len(known))
        known.update(self._waiting.pop(service, array("q"))[:room])

    def new(self, rows: Sequence[SignInRecord]) -> list[SignInRecord]:
        """Return the rows that stood in no file before."""
        numbers = array("q", map(hash, rows))
        self._waiting.setdefault(self._service, array("q")).extend(numbers)
        known = self._known.get(self._service)
        if not known:
            return list(rows)
        return [row for row, number in zip(rows, numbers, strict=True) if number not in known]
