"""The folder for a key of adb: held while it is in use, and removed by the next start where it was left.

A program that is ended by force removes nothing. The key in such a folder is one a phone may still trust,
so whoever comes next removes what nobody holds any more.
"""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

PREFIX = "checkup-adb-"
HELD, PORT = "held", "port"


class OwnFolder:
    """A new private folder; `close` removes it."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._held = (self.path / HELD).open("wb")
        _lock(self._held)

    def note_port(self, port: str) -> None:
        """Note where a server listens that uses this folder, for whoever has to end it later."""
        (self.path / PORT).write_text(port, "ascii")

    def close(self) -> None:
        """Let go of the folder and remove it."""
        self._held.close()
        shutil.rmtree(self.path, ignore_errors=True)


def left_behind() -> Iterator[tuple[Path, str]]:
    """Yield the folders nobody holds, each with the port of its server, empty where it had none."""
    for folder in sorted(Path(tempfile.gettempdir()).glob(f"{PREFIX}*")):
        if _is_ours(folder) and not _is_held(folder):
            yield folder, _port(folder)


def remove(folder: Path) -> None:
    """Remove one that was left behind, as far as it can be."""
    shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether it is a folder of this person; a link that somebody put there is none."""
    try:
        seen = folder.lstat()
    except OSError:
        return False
    is_folder = folder.is_dir() and not folder.is_symlink()
    return is_folder and (sys.platform == "win32" or seen.st_uid == os.getuid())


def _is_held(folder: Path) -> bool:
    try:
        with (folder / HELD).open("r+b") as file:
            _lock(file)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _port(folder: Path) -> str:
    text = ""
    with contextlib.suppress(OSError, ValueError):
        text = (folder / PORT).read_text("ascii").strip()[:5]
    return text if text.isdigit() else ""


def _lock(file: IO[bytes]) -> None:
    """Hold a file until it is closed, or until this program ends in whatever way; raises OSError."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
