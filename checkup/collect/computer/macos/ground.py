"""What every macOS reader stands on: what a reader of any Unix asks, answered for macOS.

Readers of files that both systems have (ssh, sudo, start files of shells) are Linux' own: they ask the
ground for homes and for packages. macOS knows no packages, so every answer about one is "not known".
"""

from dataclasses import dataclass
from functools import cached_property

from checkup.collect.computer.home import Home
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.owners import Owners
from checkup.collect.looking import Looking
from checkup.collect.place import CouldNotRead
from checkup.model.looked import Cause
from checkup.parse.plist import NotPlist, plist
from checkup.parse.tree import Node

USERS = "/Users"
ROOT = Home("/private/var/root", "root")
NO_PERSON = frozenset({"Shared", "Guest"})
MOST_PLIST = 16 * 1024 * 1024


class NoPackages(Owners):
    """Answers that no package is known."""

    def of(self, path: str) -> str | None:  # noqa: ARG002 - the same question, always the same answer
        """Return that it is not known which package brought a file."""
        return None

    @property
    def packages(self) -> frozenset[str]:
        """No packages."""
        return frozenset()


@dataclass(frozen=True)
class MacGround(Ground):
    """The ground of a Mac or of its disk."""

    @cached_property
    def owners(self) -> Owners:
        """Which package brought which file: nobody knows."""
        return NoPackages(self.looking())

    @cached_property
    def homes(self) -> tuple[Home, ...]:
        """The homes of people and of the administrator; this person's own first."""
        try:
            names = self.place.names(USERS)
        except CouldNotRead:
            names = ()
        people = [Home(f"{USERS}/{name}", name) for name in names if name not in NO_PERSON]
        found = [home for home in people if not home.who.startswith(".")]
        return (*sorted(found, key=lambda home: home.path != self.home), ROOT)


def property_list(look: Looking, path: str) -> Node:
    """Return a property list's tree, an empty node when absent; one that is none is noted."""
    data = look.bytes(path, MOST_PLIST)
    if not data:
        return Node()
    try:
        return Node(plist(data))
    except NotPlist:
        look.note(path, Cause.UNKNOWN_FORMAT)
        return Node()
