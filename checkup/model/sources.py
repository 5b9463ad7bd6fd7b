"""What a check may ask for: observations of a kind, from wherever they come.

A check cannot tell whether they come from this computer, a mounted disk, a phone or a test.
"""

from collections.abc import Iterator
from typing import Generic, Protocol, TypeVar

import msgspec

from .looked import Unread
from .value import Value


class Observation(Value, frozen=True, kw_only=True):
    """The base of all observed facts. `seen_in` is where: a file, a registry key, a command."""

    seen_in: str = ""


Seen = TypeVar("Seen", bound=Observation)


class Reading(msgspec.Struct, Generic[Seen], frozen=True, kw_only=True):
    """All observations of one kind that could be had, and the places that could not be read.

    Empty `items` and empty `unread` means: everything was read, nothing was there.
    """

    items: tuple[Seen, ...] = ()
    unread: tuple[Unread, ...] = ()

    def __iter__(self) -> Iterator[Seen]:
        return iter(self.items)


class Sources(Protocol):
    """Where observations come from. Reading one kind twice gives the same answer within a run."""

    def read(self, kind: type[Seen]) -> Reading[Seen]:
        """Return all observations of this kind; never raises for a place that cannot be read."""
        ...
