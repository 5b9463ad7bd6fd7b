"""Where links lead in a file tree: followed as the running system does, or inside a root only.

Inside a root an absolute link starts again at the root, and ".." cannot climb out of it.
"""

import os
from pathlib import Path

MOST_NAMES = 20_000
MOST_LINKS = 40
MOST_FOLDERS = 2_000  # remembered: their names where letters may be large or small, and where links lead


class Links:
    """The links of one tree. `any_case` finds names written in other letters, as Windows does."""

    def __init__(self, root: Path, *, any_case: bool) -> None:
        self._root = root
        self._any_case = any_case
        self._folded: dict[str, dict[str, str]] = {}
        self._real_folders: dict[str, str] = {}

    def resolved(self, path: str, left: int = MOST_LINKS) -> str:
        """Follow links as the system does; the folders of a scan are few, and each is followed once."""
        folder, _, name = path.rpartition("/")
        if name in ("", ".", "..") or not path.startswith("/") or left == 0:
            return os.path.realpath(path)
        real = self._real_folders.get(folder)
        if real is None:
            real = os.path.realpath(folder or "/").rstrip("/")
            if len(self._real_folders) < MOST_FOLDERS:
                self._real_folders[folder] = real
        whole = f"{real}/{name}"
        try:
            target = os.readlink(whole)  # noqa: PTH115 - Path would tidy what the link says
        except OSError:
            return whole  # no link, or the next look at it tells what is wrong
        return self.resolved(target if target.startswith("/") else f"{real}/{target}", left - 1)

    def walked(self, path: str, *, last: bool) -> str | None:
        """Follow links one by one inside the root; None where they go in circles."""
        ahead, links = _parts(path)[::-1], 0
        done: list[str] = []
        while ahead:
            part = ahead.pop()
            if part == "..":
                done = done[:-1]
                continue
            if self._any_case:
                part = self._as_written("/".join(done), part)
            target = self._one_link("/".join(("", *done, part))) if ahead or last else None
            if target is None:
                done.append(part)
                continue
            links += 1
            if links > MOST_LINKS:
                return None
            done = [] if target.startswith("/") else done
            ahead.extend(_parts(target)[::-1])
        return "/" + "/".join(done)

    def _as_written(self, folder: str, name: str) -> str:
        """Return a name as the folder itself has it; one in these very letters comes first."""
        names = self._folded.get(folder)
        if names is None:
            try:
                found = os.listdir(f"{self._root}/{folder}")  # noqa: PTH208 - a plain string
            except OSError:
                found = []  # no folder, or the next look at it tells what is wrong
            names = {one.casefold(): one for one in sorted(found)[:MOST_NAMES]} | {one: one for one in found}
            if len(self._folded) < MOST_FOLDERS:
                self._folded[folder] = names
        return names.get(name) or names.get(name.casefold(), name)

    def _one_link(self, path: str) -> str | None:
        try:
            return os.readlink(f"{self._root}{path}")  # noqa: PTH115 - Path would tidy what the link says
        except OSError:
            return None  # no link, or the next look at it tells what is wrong


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part not in ("", ".")]
