"""Writing a file whole or not at all: a new file beside it, flushed, read back, then the name.

Whatever happens on the way, the name stands for the old bytes or the new ones (P5).
"""

import hashlib
import os
import re
from errno import EIO
from pathlib import Path

from .disk import Disk
from .errors import AlreadyThere, CannotWrite, Trouble, trouble_of
from .lock import Lock, is_free
from .wrapping import begins_like_ours

_LEFTOVER = re.compile(r"\.([0-9a-f]{8})([0-9a-f]{8})\.tmp")


def write(disk: Disk, target: Path, data: bytes, lock: Lock, *, is_new: bool = False) -> None:
    """Put the bytes at `target`, which must be free if `is_new`.

    Raises CannotWrite or AlreadyThere; then nothing has changed there, save in one case: where the
    folder could not be flushed at the end, the new bytes already have the name.
    """
    temporary = target.with_name(passing_name())
    try:
        _write_beside(disk, temporary, data, lock)
        if is_new:
            disk.place(temporary, target)
        else:
            disk.replace(temporary, target)
        lock.moved()
        disk.sync_folder(target.parent)
    except FileExistsError as error:
        raise AlreadyThere from error
    except OSError as error:
        raise CannotWrite(trouble_of(error)) from error
    except ValueError as error:  # a NUL in the name
        raise CannotWrite(Trouble.BAD_NAME) from error
    finally:
        lock.stayed()
        disk.remove(temporary)


def write_all(disk: Disk, descriptor: int, data: bytes) -> None:
    """Write all of the bytes, and return when they are on the disk; raises OSError."""
    left = memoryview(data)
    while left:
        written = disk.write(descriptor, left)
        if written <= 0:
            raise OSError(EIO, "nothing written")
        left = left[written:]
    disk.sync(descriptor)


def passing_name() -> str:
    """Return a name for a file of a moment: it says nothing, and we know it for ours again."""
    random = os.urandom(4).hex()
    return f".{random}{_check(random)}.tmp"


def remove_leftovers(disk: Disk, folder: Path) -> None:
    """Remove files that killed saves left behind: by name and first bytes ours, held by nobody."""
    try:
        names = [entry.name for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
    except OSError:
        return
    for name in names:
        mark = _LEFTOVER.fullmatch(name)
        if mark and mark[2] == _check(mark[1]) and _is_ours(disk, folder / name):
            disk.remove(folder / name)


def _write_beside(disk: Disk, temporary: Path, data: bytes, lock: Lock) -> None:
    descriptor = disk.make(temporary)
    try:
        lock.cover(descriptor)
        write_all(disk, descriptor, data)
    finally:
        os.close(descriptor)
    if disk.read(temporary, len(data)) != data:
        raise OSError(EIO, "not what was written")


def _is_ours(disk: Disk, path: Path) -> bool:
    try:
        return begins_like_ours(disk.read(path, 64)[:64]) and is_free(path)
    except OSError:
        return False


def _check(random: str) -> str:
    return hashlib.sha256(random.encode()).hexdigest()[:8]
