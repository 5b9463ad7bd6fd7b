"""Files below a root: "/" for the running system, another folder for a mounted disk or a copy.

Every path is given as the system itself writes it ("/etc/hosts"). Links are followed inside the root
only: on a mounted disk an absolute link starts again at its root, and ".." cannot climb out of it.
"""

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from checkup.collect.content import piece_of, pieces_of, whole_content
from checkup.collect.links import MOST_NAMES, Links
from checkup.model.looked import Cause

MOST_TEXT = 1024 * 1024

Content = bytes  # by another name: a method of Place is called bytes

# What the system says when a thing is simply not there, or is not the kind of thing we look for.
# A name too long for any file is one of these: a line that names it must not hide the lines beside it.
_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ESRCH, errno.EINVAL, errno.ENXIO, errno.ENAMETOOLONG})
_CAUSES = {
    errno.EACCES: Cause.NOT_PERMITTED,
    errno.EPERM: Cause.NOT_PERMITTED,
    errno.EFBIG: Cause.TOO_LARGE,
}


class CouldNotRead(Exception):
    """A place that is there, or may be, and could not be read; `cause` says why."""

    def __init__(self, where: str, cause: Cause) -> None:
        super().__init__(where, cause)
        self.where = where
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Place:
    """A file tree and whether the system in it is the running one.

    Methods return None or nothing for what is absent, and raise `CouldNotRead` for what could not
    be looked at. Paths are absolute, with forward slashes, inside the tree. `any_case` finds names
    written in other letters, as Windows does: a mounted disk of its tells "Users" from "users".
    """

    root: Path
    live: bool
    any_case: bool = field(default=False, kw_only=True)
    _is_whole_system: bool = field(init=False, repr=False, compare=False)
    _start: str = field(init=False, repr=False, compare=False)
    _links: Links = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked thousands of times a scan, and the same for good.
        object.__setattr__(self, "_is_whole_system", str(self.root) == self.root.anchor)
        object.__setattr__(self, "_start", self.root.anchor.rstrip("\\/"))
        object.__setattr__(self, "_links", Links(self.root, any_case=self.any_case))

    def bytes(self, path: str, most: int = MOST_TEXT) -> bytes | None:
        """Return a file's content; None when absent, or when it is no ordinary file."""
        whole = self._whole(path)
        if whole is None:
            return None
        try:
            return whole_content(whole, most)
        except OSError as error:
            _raise_unless_absent(path, error)
            return None

    def piece(self, path: str, offset: int, size: int) -> Content | None:
        """Return some bytes of a file from an offset on, fewer at its end; None when absent.

        The file is opened for each piece, so that a large one is read here and there and never held.
        """
        whole = self._whole(path)
        if whole is None:
            return None
        try:
            return piece_of(whole, offset, size)
        except OSError as error:
            _raise_unless_absent(path, error)
            return None

    def pieces(self, path: str, most: int) -> Iterator[Content]:
        """Yield a file's content piece by piece, of a file that need not be held as a whole."""
        whole = self._whole(path)
        if whole is None:
            return
        try:
            yield from pieces_of(whole, most)
        except OSError as error:
            _raise_unless_absent(path, error)

    def text(self, path: str, most: int = MOST_TEXT) -> str | None:
        """Return a file's content as text; bytes that are not UTF-8 stay as lone surrogates."""
        content = self.bytes(path, most)
        return None if content is None else content.decode("utf-8", "surrogateescape")

    def names(self, path: str) -> tuple[str, ...]:
        """Return the names in a folder, sorted; empty when absent."""
        whole = self._whole(path)
        if whole is None:
            return ()
        try:
            with os.scandir(whole) as entries:
                found = sorted([entry.name for entry in islice(entries, MOST_NAMES + 1)])
        except OSError as error:
            _raise_unless_absent(path, error)
            return ()
        if len(found) > MOST_NAMES:
            raise CouldNotRead(path, Cause.TOO_LARGE)
        return tuple(found)

    def link(self, path: str) -> str | None:
        """Return what a link says, unresolved; None when it is absent or no link."""
        whole = self._whole(path, last=False)
        if whole is None:
            return None
        try:
            return os.readlink(whole)  # noqa: PTH115 - Path would tidy what the link says
        except OSError as error:
            _raise_unless_absent(path, error)
            return None

    def status(self, path: str) -> os.stat_result | None:
        """Return the status of what a path leads to; None when absent."""
        whole = self._whole(path)
        if whole is None:
            return None
        try:
            return os.stat(whole)  # noqa: PTH116 - a plain string, thousands of times
        except OSError as error:
            _raise_unless_absent(path, error)
            return None

    def resolved(self, path: str) -> str:
        """Return the path with its links followed, as the system in the tree would write it."""
        if not _can_exist(path):
            return path
        if self._is_whole_system:
            return self._links.resolved(path)
        return self._links.walked(path, last=True) or path

    def below(self, path: str, deep: int = 8) -> Iterator[str]:
        """Yield all files below a folder as whole paths, links to folders not followed."""
        for name in self.names(path):
            child = f"{path.rstrip('/')}/{name}"
            status = self._own_status(child)
            if status is not None and stat.S_ISDIR(status.st_mode):
                if deep > 0:
                    yield from self.below(child, deep - 1)
            elif status is not None:
                yield child

    def _own_status(self, path: str) -> os.stat_result | None:
        whole = self._whole(path, last=False)
        try:
            return os.lstat(whole) if whole is not None else None
        except OSError as error:
            _raise_unless_absent(path, error)
            return None

    def _whole(self, path: str, *, last: bool = True) -> str | None:
        """Return where to find a path on this computer; None for a name that cannot exist."""
        if not _can_exist(path):
            return None
        if self._is_whole_system:
            return self._start + path
        walked = self._links.walked(path, last=last)
        return None if walked is None else f"{self.root}{walked}"


def _can_exist(path: str) -> bool:
    """Whether a file could have this path: a registry and a task hold letters that no file system takes."""
    if "\0" in path:
        return False
    try:
        return path.isascii() or bool(os.fsencode(path))
    except UnicodeEncodeError:
        return False


def _raise_unless_absent(path: str, error: OSError) -> None:
    if error.errno in _ABSENT:
        return
    raise CouldNotRead(path, _CAUSES.get(error.errno or 0, Cause.FAILED)) from error
