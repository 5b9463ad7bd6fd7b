"""Finds the backup in the folder somebody chose: there, or one level down; opens its files, links never."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from checkup.collect.iphone.trouble import CannotOpen, Trouble

MANIFEST, INFO, LOCKING, STATUS = "Manifest.db", "Info.plist", "Manifest.plist", "Status.plist"
OLD_MANIFEST = "Manifest.mbdb"
SIGNS = (MANIFEST, INFO, LOCKING, OLD_MANIFEST)
NEEDED_SIGNS = 2
MOST_FOLDERS = 2000
_TO_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NoFile(Exception):
    """There is no such ordinary file."""


def backup_folder(chosen: Path) -> Path:
    """Return the folder of the one backup in or right below the chosen one; raises CannotOpen."""
    try:
        if not chosen.is_dir():
            raise CannotOpen(Trouble.NO_FOLDER, str(chosen))
        if _is_backup(chosen):
            return chosen
        found = [one for one in _folders(chosen) if _is_backup(one)]
    except OSError as error:
        raise CannotOpen(Trouble.CLOSED_FOLDER, str(chosen)) from error
    except ValueError as error:  # a name with a NUL in it
        raise CannotOpen(Trouble.NO_FOLDER, str(chosen)) from error
    if len(found) > 1:
        raise CannotOpen(Trouble.SEVERAL, str(chosen))
    if not found:
        raise CannotOpen(Trouble.NO_BACKUP, str(chosen))
    return found[0]


def opened(path: Path) -> BinaryIO:
    """Return an ordinary file, open for reading; raises NoFile, or OSError where the system refuses."""
    try:
        handle = os.open(path, _TO_READ)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as gone:
        raise NoFile from gone
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NoFile
    return os.fdopen(handle, "rb", buffering=0)


def content(path: Path, most: int) -> bytes | None:
    """Return a small file's bytes, None where it is not there; raises OSError, also when too large."""
    try:
        with opened(path) as source:
            held = bytearray()
            while piece := source.read(most + 1 - len(held)):
                held += piece
    except NoFile:
        return None
    if len(held) > most:
        raise OSError
    return bytes(held)


def _is_backup(folder: Path) -> bool:
    return sum((folder / name).is_file() for name in SIGNS) >= NEEDED_SIGNS


def _folders(chosen: Path) -> list[Path]:
    found = (one for one in chosen.iterdir() if one.is_dir() and not one.is_symlink())
    return [one for one, _ in zip(found, range(MOST_FOLDERS), strict=False)]
