"""A person's home folder, on any system, and which of them can be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from checkup.collect.looking import Looking


@dataclass(frozen=True, slots=True)
class Home:
    """A person's home folder: a whole path inside the place, and whose it is."""

    path: str
    who: str


def readable(homes: Iterable[Home], look: Looking) -> tuple[Home, ...]:
    """Return the homes that can be read; a closed one is noted once, not for each file in it."""
    found = []
    for home in homes:
        before = len(look.unread)
        look.names(home.path)
        if len(look.unread) == before:
            found.append(home)
    return tuple(found)
