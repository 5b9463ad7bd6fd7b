"""Keeps what is in memory from being written out: no core dump, no attaching by other programs.

Swap cannot be kept away from Python's text; the first pages say so.

References: KeePassXC does the same at its start (src/core/Bootstrap.cpp); prctl(2), setrlimit(2), mallopt(3);
SetWindowDisplayAffinity and WDA_EXCLUDEFROMCAPTURE in the Windows API.
"""

import ctypes
import sys
from contextlib import suppress

PR_SET_DUMPABLE = 4
M_ARENA_MAX = -8  # one heap for all threads: what it gave back can be overwritten in one place
EXCLUDE_FROM_CAPTURE = 0x11  # Windows 10 2004 and newer; older ones show a black window


def guard_memory() -> None:
    """Switch core dumps and attaching off for this process, where the system lets a program do so."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            libc = ctypes.CDLL(None)
            libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
            libc.mallopt(M_ARENA_MAX, 1)


def guard_screen(window_id: int) -> None:
    """Keep a window out of screen shots and recordings on Windows; other systems have no such wish."""
    if sys.platform == "win32":
        with suppress(OSError, AttributeError):
            ctypes.windll.user32.SetWindowDisplayAffinity(window_id, EXCLUDE_FROM_CAPTURE)
