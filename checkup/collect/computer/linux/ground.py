"""What every Linux reader stands on: the file tree, the runner, the stop and the homes of people."""

import os
from dataclasses import dataclass, field
from functools import cached_property

from checkup.collect.computer.home import Home, readable
from checkup.collect.computer.linux.owners import Owners
from checkup.collect.looking import Looking
from checkup.collect.place import Place
from checkup.collect.run import Run
from checkup.model.stop import Stop
from checkup.parse.passwd import PasswdEntry, passwd_entries
from checkup.parse.process import began

FIRST_PERSON = 1000  # Debian, Fedora, Arch and openSUSE all give people numbers from here
NOBODY = 65534


@dataclass(frozen=True)
class Ground:
    """The things a reader needs, made once a run. `home` is where this person's own files lie, if live."""

    place: Place
    run: Run
    stop: Stop
    home: str = field(default_factory=lambda: os.environ.get("HOME", ""))

    def looking(self) -> Looking:
        """Begin the look of one reader."""
        return Looking(self.place, self.stop)

    @cached_property
    def accounts(self) -> tuple[PasswdEntry, ...]:
        """All accounts of the system, people or not."""
        return tuple(passwd_entries(self.looking().text("/etc/passwd") or ""))

    @cached_property
    def names(self) -> dict[int, str]:
        """Account names by number."""
        return {entry.number: entry.name for entry in reversed(self.accounts)}

    @cached_property
    def owners(self) -> Owners:
        """Which package brought which file."""
        return Owners(self.looking())

    @cached_property
    def began(self) -> int:
        """When the system started, in seconds since 1970; 0 where it does not say."""
        return began(self.looking().text("/proc/stat") or "")

    @cached_property
    def homes(self) -> tuple[Home, ...]:
        """The homes of people and of the administrator, each once; this person's own first."""
        own = (Home(self.home, self._own_name),) if self.place.live and self.home.startswith("/") else ()
        others = tuple(Home(entry.home, entry.name) for entry in self.accounts if _is_person(entry))
        return tuple({home.path.rstrip("/"): home for home in (*others, *own)[::-1]}.values())

    def homes_to_read(self, look: Looking) -> tuple[Home, ...]:
        """Return the homes that can be read; another person's closed home is noted once, not per file."""
        return readable(self.homes, look)

    @cached_property
    def _own_name(self) -> str:
        return self.names.get(os.getuid(), "") if hasattr(os, "getuid") else ""


def _is_person(entry: PasswdEntry) -> bool:
    person = entry.number == 0 or FIRST_PERSON <= entry.number < NOBODY
    return person and entry.may_sign_in and entry.home.startswith("/") and entry.home != "/"
