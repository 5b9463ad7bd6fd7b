"""One writer at a time: an advisory lock of the system that vanishes with the process.

On Linux and macOS the record file itself is locked, so that no further file lies about. A save
puts a new file in its place; that one is locked before it gets the name, so the name is never
unlocked in between. Windows does not let an open file be replaced: there a file beside it is held
open, which the system removes when the process ends, however it ends.
"""

import os
import sys
from contextlib import suppress
from errno import EACCES, EAGAIN
from pathlib import Path

from .errors import InUse


class Lock:
    """Held from `take` until `release`. Where the disk knows no locks, it holds nothing and says so."""

    def __init__(self) -> None:
        self._held: int | None = None
        self._next: int | None = None

    @classmethod
    def take(cls, path: Path) -> "Lock":
        """Lock the file of this path; raises InUse, or OSError where it cannot be opened."""
        lock = cls()
        while lock._held is None:
            descriptor = _opened(path)
            if not _locked(descriptor):
                os.close(descriptor)
                raise InUse
            if _is_at(descriptor, path):
                lock._held = descriptor
            else:  # another program has just put a new file there
                os.close(descriptor)
        return lock

    def cover(self, descriptor: int) -> None:
        """Lock the new file as well, before it gets the record's name."""
        if sys.platform != "win32":
            self._next = os.dup(descriptor)
            _locked(self._next)

    def moved(self) -> None:
        """Hold the new file alone: it has the record's name now."""
        if self._next is not None:
            self._close(self._held)
            self._held, self._next = self._next, None

    def stayed(self) -> None:
        """Let go of the new file: it did not get the name."""
        self._close(self._next)
        self._next = None

    def release(self) -> None:
        """Let others write."""
        self.stayed()
        self._close(self._held)
        self._held = None

    @staticmethod
    def _close(descriptor: int | None) -> None:
        if descriptor is not None:
            with suppress(OSError):
                os.close(descriptor)


def is_free(path: Path) -> bool:
    """Whether no running program holds the lock of this file; for files killed saves left behind."""
    try:
        lock = Lock.take(path)
    except (InUse, OSError):
        return False
    lock.release()
    return True


if sys.platform == "win32":

    def _opened(path: Path) -> int:
        beside = path.with_name(f"{path.name}.tmp")
        try:
            return os.open(beside, os.O_RDWR | os.O_CREAT | os.O_TEMPORARY | os.O_NOINHERIT, 0o600)
        except PermissionError as error:  # held open by another program, which shares it with nobody
            raise InUse from error

    def _locked(descriptor: int) -> bool:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _is_at(descriptor: int, path: Path) -> bool:  # noqa: ARG001 - same face on every system
        return True

else:

    def _opened(path: Path) -> int:
        return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)

    def _locked(descriptor: int) -> bool:
        """Lock without waiting; some network shares know no locks, there the file goes unlocked."""
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in (EAGAIN, EACCES)
        return True

    def _is_at(descriptor: int, path: Path) -> bool:
        try:
            there = path.stat()
        except OSError:
            return False
        return os.path.samestat(os.fstat(descriptor), there)
