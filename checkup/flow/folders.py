"""Folders to choose from: what a folder holds, and the places people usually keep things.

The file dialog of Qt writes the folders it was in to a settings file of its own, so the program asks
in its own dialog (threat-model section 6: no recent files).
"""

import os
from pathlib import Path

from checkup.model.value import Value

MOST = 2000  # entries shown of one folder


class Inside(Value, frozen=True, kw_only=True):
    """What a folder holds: names of folders and of files, sorted; not `readable` where it refuses."""

    folders: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    readable: bool = True


def inside(folder: Path) -> Inside:
    """Return what a folder holds; hidden names are left out."""
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry, _ in zip(entries, range(MOST), strict=False)]
    except (OSError, ValueError):
        return Inside(readable=False)
    seen = [entry for entry in found if not entry.name.startswith(".")]
    folders = sorted((entry.name for entry in seen if _is_folder(entry)), key=str.casefold)
    files = sorted((entry.name for entry in seen if entry.name not in set(folders)), key=str.casefold)
    return Inside(folders=tuple(folders), files=tuple(files))


def usual_places() -> tuple[Path, ...]:
    """Return the home folder, those in it that people use, and what is plugged in."""
    home = Path.home()
    named = [home, *(home / name for name in ("Desktop", "Documents", "Máy tính", "Tài liệu"))]
    user = home.name
    sticks = [Path("/media") / user, Path("/run/media") / user, Path("/Volumes")]
    plugged = [stick / name for stick in sticks for name in inside(stick).folders]
    return tuple(place for place in (*named, *plugged) if _is_there(place))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_there(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:
        return False
