"""Which system is on a disk: told by the few files every one of its kind has."""

from enum import StrEnum
from pathlib import Path

from checkup.collect.place import CouldNotRead, Place


class System(StrEnum):
    """The systems whose facts can be asked for; the value is the command line's word."""

    LINUX = "linux"
    MACOS = "macos"
    WINDOWS = "windows"


_SIGNS = {
    System.WINDOWS: ("/Windows/System32/config", "/Windows/System32/ntoskrnl.exe", "/Windows/System32"),
    System.MACOS: ("/System/Library/CoreServices/SystemVersion.plist", "/private/var/db/dslocal"),
    System.LINUX: ("/etc/os-release", "/usr/lib/os-release", "/etc/passwd", "/etc/debian_version"),
}


def system_on(root: Path) -> System | None:
    """Return which system lies below a folder, None where it is none that is known.

    Windows comes first: a disk of its can hold folders that look like another system's.
    """
    for system in _SIGNS:
        if holds(root, system):
            return system
    return None


def holds(root: Path, system: System) -> bool:
    """Return whether a folder has one of the files that every disk with this system has."""
    place = place_of(root, system)
    return any(_is_there(place, sign) for sign in _SIGNS[system])


def place_of(root: Path, system: System) -> Place:
    """Return the tree below a folder, with names as this system compares them."""
    return Place(root.resolve(), live=False, any_case=system is System.WINDOWS)


def _is_there(place: Place, path: str) -> bool:
    try:
        return place.status(path) is not None
    except CouldNotRead:
        return True  # closed, and therefore there
