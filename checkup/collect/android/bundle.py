"""Files that belong together, in a folder or a zip: read by name, with limits, never unpacked."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Protocol

from checkup.model.stop import Stop

PIECE = 1024 * 1024
MOST_MEMBERS = 200_000
LONGEST_MEMBER = 4 * 1024**3
LONGEST_WHOLE = 256 * 1024 * 1024  # of a file that has to be read in one piece
HIGHEST_RATIO = 400  # text of Android packs to a tenth or twentieth
RATIO_FROM = 64 * 1024 * 1024

PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # Android's own; others ask for much memory

_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError),
    OverflowError,  # a member that says it lies behind the end of every disk
)


class Refused(Exception):
    """A file is damaged or larger than anything honest; `is_too_large` says which of the two."""

    def __init__(self, *, is_too_large: bool = False) -> None:
        super().__init__()
        self.is_too_large = is_too_large


class Bundle(Protocol):
    """Files by name; a name has slashes, the folder they share is left away."""

    def names(self) -> tuple[str, ...]:
        """Return the names of all files."""
        ...

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes; raises Refused, KeyError and OSError."""
        ...


def whole(bundle: Bundle, name: str, most: int = LONGEST_WHOLE) -> bytes:
    """Return a file in one piece; raises Refused where it is larger than `most`."""
    data = bytearray()
    for piece in bundle.pieces(name):
        data += piece
        if len(data) > most:
            raise Refused(is_too_large=True)
    return bytes(data)


class Folder:
    """A folder of files, two levels deep; links are not followed."""

    def __init__(self, folder: Path, stop: Stop) -> None:
        self._folder = folder
        self._stop = stop

    def names(self) -> tuple[str, ...]:
        """Return the names of the files in it and in the folders just below."""
        paths = [*self._folder.iterdir(), *self._folder.glob("*/*")][:MOST_MEMBERS]
        files = (path for path in paths if stat.S_ISREG(path.lstat().st_mode))
        return tuple(sorted(path.relative_to(self._folder).as_posix() for path in files))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a file's bytes."""
        with (self._folder / name).open("rb") as file:
            yield from read_on(file, self._stop)


class Zip:
    """A zip; raises Refused where it is none, is damaged or holds too much."""

    def __init__(self, source: Path | IO[bytes], stop: Stop) -> None:
        self._stop = stop
        try:
            self._zip = zipfile.ZipFile(source)
        except _DAMAGED as fault:
            raise Refused from fault
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise Refused(is_too_large=True)
        self._prefix = _shared([one.filename for one in members])
        named = (one for one in members if one.filename and not one.is_dir())
        self._members = {one.filename.removeprefix(self._prefix): one for one in named}

    def names(self) -> tuple[str, ...]:
        """Return the names of its members."""
        return tuple(self._members)

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a member's bytes, up to the limits."""
        member = self._members[name]
        if member.compress_type not in PACKINGS:
            raise Refused
        total = 0
        try:
            with self._zip.open(member) as file:
                for piece in read_on(file, self._stop):
                    total += len(piece)
                    if total > RATIO_FROM and total > HIGHEST_RATIO * max(member.compress_size, 1):
                        raise Refused(is_too_large=True)
                    yield piece
        except _DAMAGED as fault:
            raise Refused from fault


def read_on(file: IO[bytes], stop: Stop) -> Iterator[bytes]:
    """Yield what is in an open file until its end, the limit or the stop."""
    total = 0
    while not stop.asked and (piece := file.read(PIECE)):
        total += len(piece)
        if total > LONGEST_MEMBER:
            raise Refused(is_too_large=True)
        yield piece


def _shared(names: list[str]) -> str:
    """Return the one folder in which all members lie, with its slash, or nothing."""
    firsts = {PurePosixPath(name).parts[0] for name in names if PurePosixPath(name).parts}
    first = next(iter(firsts), "") if len(firsts) == 1 else ""
    return f"{first}/" if first and all(name.startswith(f"{first}/") for name in names) else ""
