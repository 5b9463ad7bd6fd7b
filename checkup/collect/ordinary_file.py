"""Ordinary files out of folders that others made: opened for reading, links and devices never."""

import io
import os
import stat
from pathlib import Path

_TO_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class NoFile(Exception):
    """There is no such ordinary file."""


def opened(path: Path) -> io.FileIO:
    """Return an ordinary file, open for reading; raises NoFile, or OSError where the system refuses."""
    try:
        handle = os.open(path, _TO_READ)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as gone:
        raise NoFile from gone
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NoFile
    return io.FileIO(handle, "rb")


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
