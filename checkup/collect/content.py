"""What is in an ordinary file: all of it, a piece, or one piece after the other.

Only ordinary files are opened, so that a pipe or a device with a harmless name cannot hold us up. What
the system refuses is an OSError, a file over the limit too (EFBIG).
"""

import errno
import os
import stat
from collections.abc import Iterator

PIECE = 64 * 1024
_TO_READ = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)


def whole_content(path: str, most: int) -> bytes | None:
    """Return a file's content; None when it is no ordinary file."""
    opened = _opened(path)
    if opened is None:
        return None
    handle, size = opened
    try:
        content = _up_to(handle, most + 1, size)
    finally:
        os.close(handle)
    if len(content) > most:
        raise _too_large()
    return content


def piece_of(path: str, offset: int, size: int) -> bytes | None:
    """Return some bytes from an offset on, fewer at the file's end; None when it is no ordinary file."""
    opened = _opened(path)
    if opened is None:
        return None
    handle, _ = opened
    try:
        os.lseek(handle, offset, os.SEEK_SET)
        return _up_to(handle, size)
    finally:
        os.close(handle)


def pieces_of(path: str, most: int) -> Iterator[bytes]:
    """Yield a file's content piece by piece; nothing of one over the limit, or that is no ordinary file.

    Of a file that grows meanwhile, as much as it had at first.
    """
    opened = _opened(path)
    if opened is None:
        return
    handle, size = opened
    try:
        if size > most:
            raise _too_large()
        left = size
        while left > 0 and (piece := os.read(handle, min(left, PIECE))):
            left -= len(piece)
            yield piece
    finally:
        os.close(handle)


def _opened(path: str) -> tuple[int, int] | None:
    """Open an ordinary file; return its handle and its size, which is 0 in /proc."""
    # Looked at before opening: opening a device can already do something.
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - a plain string, thousands of times
        return None
    # Not waiting, should the file have become a pipe meanwhile.
    handle = os.open(path, _TO_READ)
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        return None
    return handle, status.st_size


def _up_to(handle: int, most: int, size: int = 0) -> bytes:
    """Read to the end, or so many bytes; at the size the system gave (0 in /proc) it need not be asked."""
    pieces, left = [], most
    while left > 0 and most - left != (size or most) and (piece := os.read(handle, min(left, PIECE))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _too_large() -> OSError:
    return OSError(errno.EFBIG, os.strerror(errno.EFBIG))
