"""Overwrites memory that was given back, so that what was told does not stand there until it is used again.

Neither Python nor Qt clears what it frees: a text lies in memory until something else takes its place.
So empty blocks are asked for until no freed one is left to be handed out, and given back. What the
system wrote to its swap, and what another program read before, is out of reach; so is a text that
something still holds. Where the C library is not glibc it is tried with as many blocks as are likely.

References: threat-model T11; CPython, Objects/obmalloc.c (blocks of up to 512 bytes in pools by size);
glibc, malloc/malloc.c (bins by size, a cache for each thread), malloc_trim(3), sbrk(2).
"""

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

STEP = 16  # bytes between two sizes, of Python's blocks and of the system's
LARGEST_OWN = 512  # bytes of a block that Python keeps itself
OWN_EACH = 1 << 20  # bytes taken of each size of Python's own blocks
LARGE = tuple(1 << power for power in range(16, 10, -1))  # bytes: first the large ones, then every size
SMALL = range(1016, 23, -STEP)
CACHED = 8  # blocks of each size that a thread keeps for itself
MOST = 20_000  # blocks of one size
HEAD = sys.getsizeof(b"")


def overwrite_freed() -> None:
    """Overwrite what Python, Qt and the libraries gave back; takes about a tenth of a second."""
    gc.collect()
    _fill_own()
    libc = _libc()
    _trim(libc)
    for blocks in (LARGE, SMALL):
        _fill(blocks, libc)
    _trim(libc)


def _fill_own() -> None:
    smallest = HEAD // STEP * STEP + STEP
    held = [
        bytes(size - HEAD) for size in range(smallest, LARGEST_OWN + 1, STEP) for _ in range(OWN_EACH // size)
    ]
    held.clear()


def _fill(sizes: tuple[int, ...] | range, libc: ctypes.CDLL | None) -> None:
    """Take blocks of the system's own allocator, which Qt, Rust and long texts use, and give them back."""
    free = ctypes.pythonapi.PyMem_RawFree
    free.restype, free.argtypes = None, (ctypes.c_void_p,)
    held = [block for size in sizes for block in _taken(size, _end_of_memory(libc))]
    for block in held:
        free(block)


def _taken(size: int, end: Callable[[], int]) -> Iterator[int]:
    """Take blocks of one size until the system had to be asked for more memory."""
    take, take_empty = ctypes.pythonapi.PyMem_RawMalloc, ctypes.pythonapi.PyMem_RawCalloc
    take.restype, take.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
    take_empty.restype, take_empty.argtypes = ctypes.c_void_p, (ctypes.c_size_t, ctypes.c_size_t)
    for _ in range(CACHED):  # an empty block is not taken out of the cache
        if block := take(size):
            ctypes.memset(block, 0, size)
            yield block
    began = end()
    for _ in range(MOST):
        if not (block := take_empty(1, size)):
            return
        yield block
        if end() != began:
            return


def _end_of_memory(libc: ctypes.CDLL | None) -> Callable[[], int]:
    """Return a function that says where the memory of small blocks ends; always 0 where nobody knows."""
    if libc is None:
        return lambda: 0
    sbrk = libc.sbrk
    sbrk.restype, sbrk.argtypes = ctypes.c_void_p, (ctypes.c_ssize_t,)
    return lambda: sbrk(0) or 0


def _libc() -> ctypes.CDLL | None:
    """Return the C library where it is glibc."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") else None


def _trim(libc: ctypes.CDLL | None) -> None:
    """Give whole free pages back to the system."""
    if libc is not None:
        with suppress(OSError):
            libc.malloc_trim(0)
