"""The few things a save does to a disk, through one object: tests count them and let each fail."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from errno import EBADF, EINVAL, EMLINK, ENOSYS, ENOTSUP, EOPNOTSUPP, EPERM
from pathlib import Path

_MAKE = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = frozenset({EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK, EINVAL})
_NO_FOLDER_SYNC = frozenset({EINVAL, ENOTSUP, EOPNOTSUPP, EBADF})


class NotAPlainFile(OSError):
    """A folder, a pipe, a device: reading it could wait for ever."""


class Disk:
    """The real disk. All methods raise OSError."""

    def make(self, path: Path) -> int:
        """Make a file that was not there, for this person only, and return its descriptor."""
        return os.open(path, _MAKE, 0o600)

    def write(self, descriptor: int, data: memoryview) -> int:
        """Write as much of the bytes as the system takes, and return how many."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Return when the file is on the disk, not only promised."""
        os.fsync(descriptor)

    def read(self, path: Path, largest: int) -> bytes:
        """Return a plain file's bytes, of a larger file one more than `largest`."""
        descriptor = os.open(path, _READ)
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise NotAPlainFile
            size = os.fstat(descriptor).st_size
            return _whole(file.read, min(size, largest) + 1)

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in the place of another, at once or not at all."""
        source.replace(target)

    def place(self, source: Path, target: Path) -> None:
        """Give a file a name that must be free; raises FileExistsError."""
        if os.name == "nt":
            source.rename(target)  # Windows refuses by itself where the name is taken
            return
        try:
            os.link(source, target)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            # FAT and some network shares know no second name for a file.
            if os.path.lexists(target):
                raise FileExistsError from error
            source.rename(target)
            return
        source.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Return when the folder's names are on the disk, where the system can say so."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Remove a file of ours; silent where that does not work: it is encrypted anyway."""
        with suppress(OSError):
            path.unlink()


def _whole(read: Callable[[int], bytes | None], most: int) -> bytes:
    """Read until the end or until so many bytes are there."""
    pieces: list[bytes] = []
    left = most
    while left > 0 and (piece := read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)
