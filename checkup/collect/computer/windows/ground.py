r"""What every Windows reader stands on: the file tree, the registry, the people and how paths are written.

A reader asks the tree with forward slashes and without a drive (`/Users/lan`), and shows what it saw as
Windows writes it (`C:\Users\lan`). On a mounted disk other drives are not there: their programs count
as there, since nobody could look.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from checkup.collect.computer.home import Home, readable
from checkup.collect.computer.windows.hive_registry import NO_PERSON, USERS, HiveRegistry
from checkup.collect.computer.windows.live_registry import LiveRegistry
from checkup.collect.computer.windows.registry import Registry
from checkup.collect.looking import Looking
from checkup.collect.place import CouldNotRead, Place
from checkup.collect.run import Run
from checkup.model.stop import Stop
from checkup.parse.registry import RegistryKey

DRIVE = "C:"
MOST_PEOPLE = 100


@dataclass(frozen=True)
class Ground:
    """The things a reader needs, made once a run. `own` is this person's folder, if live."""

    place: Place
    run: Run
    stop: Stop
    given: Registry | None = None
    own: str = field(default_factory=lambda: os.environ.get("USERPROFILE", ""))

    def looking(self) -> Looking:
        """Begin the look of one reader."""
        return Looking(self.place, self.stop)

    @cached_property
    def registry(self) -> Registry:
        """The registry: the running system's, or the hive files of the disk."""
        return self.given or (LiveRegistry() if self.place.live else HiveRegistry(self.place))

    def key(self, look: Looking, path: str) -> RegistryKey | None:
        """Return a key; None when absent or not readable (then it is noted)."""
        return look.tried(lambda: self.registry.key(path), None)

    def names(self, look: Looking, path: str) -> tuple[str, ...]:
        """Return the names below a key; none when absent or not readable (then it is noted)."""
        return look.tried(lambda: self.registry.names(path), ())

    def keys(self, look: Looking, path: str) -> Iterable[tuple[str, RegistryKey]]:
        """Yield name and content of each key below a key."""
        for name in self.names(look, path):
            found = self.key(look, f"{path}\\{name}")
            if found is not None:
                yield name, found

    def people(self, look: Looking) -> tuple[str, ...]:
        """Return the people whose part of the registry can be asked for."""
        return look.tried(self.registry.people, ())

    @cached_property
    def homes(self) -> tuple[Home, ...]:
        """The folders of people, this person's own first."""
        try:
            names = self.place.names(USERS)[:MOST_PEOPLE]
        except CouldNotRead:
            names = ()
        own = self.own.replace("/", "\\").rpartition("\\")[2]
        found = [Home(f"{USERS}/{name}", name) for name in names if name.casefold() not in NO_PERSON]
        folders = [home for home in found if not home.who.casefold().endswith(".ini")]
        return tuple(sorted(folders, key=lambda home: home.who != own))

    def homes_to_read(self, look: Looking) -> tuple[Home, ...]:
        """Return the homes that can be read; another person's closed home is noted once."""
        look.names(USERS)
        return readable(self.homes, look)

    def variables(self, who: str = "") -> dict[str, str]:
        """Return what `%Variables%` stand for, by name in lower case; a person's own where one is given."""
        found = {
            "systemroot": r"C:\Windows",
            "windir": r"C:\Windows",
            "systemdrive": DRIVE,
            "programfiles": r"C:\Program Files",
            "programw6432": r"C:\Program Files",
            "programfiles(x86)": r"C:\Program Files (x86)",
            "programdata": r"C:\ProgramData",
            "allusersprofile": r"C:\ProgramData",
            "commonprogramfiles": r"C:\Program Files\Common Files",
            "public": r"C:\Users\Public",
        }
        if who:
            home = f"C:\\Users\\{who}"
            found |= {
                "userprofile": home,
                "appdata": rf"{home}\AppData\Roaming",
                "localappdata": rf"{home}\AppData\Local",
                "temp": rf"{home}\AppData\Local\Temp",
                "tmp": rf"{home}\AppData\Local\Temp",
            }
        return found


def on_disk(path: str) -> str:
    r"""Return where a path of Windows lies in the tree; "" for one on another drive or in the network."""
    if path[:2].upper() != DRIVE or "\0" in path:
        return ""
    return path[2:].replace("\\", "/")


def as_windows(path: str) -> str:
    """Return a path of the tree as Windows writes it."""
    return DRIVE + path.replace("/", "\\")
