r"""Paths of the lists, found quickly: folders with all below, `%VARIABLES%`, `~` and `*`.

A path is taken apart into its segments without the drive, so that a disk mounted elsewhere or
another drive letter does not hide it. Windows and macOS compare without regard to case, Linux with.

References: the documented defaults of the environment variables of Windows
(learn.microsoft.com, "Recognized environment variables").
"""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase, translate

from checkup.indicators.family import Indicator

Segments = tuple[str, ...]

_DRIVE = re.compile(r"^(?:\\\\[?.]\\)?[A-Za-z]:")
_SYSTEMS_WITHOUT_CASE = frozenset({"windows", "macos"})
_VARIABLES = {
    "%appdata%": (r"\Users\*\AppData\Roaming",),
    "%localappdata%": (r"\Users\*\AppData\Local",),
    "%userprofile%": (r"\Users\*",),
    "%programdata%": (r"\ProgramData",),
    "%programfiles%": (r"\Program Files", r"\Program Files (x86)"),
    "%systemroot%": (r"\Windows",),
}
_HOMES = {"linux": ("/home/*", "/root"), "macos": ("/Users/*", "/private/var/root")}


def segments(path: str, system: str) -> Segments:
    """Return the parts of an absolute path as they are compared on this system."""
    if system == "windows":
        path = _DRIVE.sub("", path, count=1).replace("\\", "/")
    if system in _SYSTEMS_WITHOUT_CASE:
        path = path.casefold()
    return tuple([part for part in path.split("/") if part and part != "."])


def patterns(path: str, system: str) -> Iterator[Segments]:
    """Return every form a path of the lists can take here: `~` and `%VARIABLES%` written out."""
    variable, _, rest = path.partition("\\")
    if known := _VARIABLES.get(variable.casefold()):
        yield from (segments(f"{place}\\{rest}", system) for place in known)
    elif path.startswith("~/"):
        yield from (segments(home + path[1:], system) for home in _HOMES.get(system, ()))
    else:
        yield segments(path, system)


class PathIndex:
    """All paths of one system; a look-up costs one dictionary question a folder of the asked path.

    Every path stands for itself and, where it is a folder, for everything below it.
    """

    def __init__(self, system: str, indicators: Iterable[tuple[str, Indicator]]) -> None:
        self._system = system
        self._exact: dict[Segments, list[tuple[str, Indicator]]] = {}
        self._wild: list[tuple[Segments, tuple[str, Indicator]]] = []
        for owned in indicators:
            for pattern in patterns(owned[1].value, system):
                if any("*" in part for part in pattern):
                    self._wild.append((pattern, owned))
                else:
                    self._exact.setdefault(pattern, []).append(owned)
        self._any_wild = _any_of(pattern for pattern, _ in self._wild)
        self._lengths = sorted({len(pattern) for pattern in self._exact}, reverse=True)
        self._ends = frozenset(pattern[-1] for pattern in self._exact if pattern)

    def find(self, path: str) -> list[tuple[str, Indicator]]:
        """Return the family ids and facts whose path this is, or lies above it.

        Nearly always there is none, and a scan asks thousands of times.
        """
        asked = segments(path, self._system)
        found: list[tuple[str, Indicator]] = []
        if not self._ends.isdisjoint(asked):
            for length in self._lengths:
                if length <= len(asked) and (exact := self._exact.get(asked[:length])):
                    found += exact
        if self._any_wild.match("/".join(asked)):  # for all patterns at once
            found += (owned for pattern, owned in self._wild if _begins(asked, pattern))
        return found


def _any_of(wild: Iterable[Segments]) -> re.Pattern[str]:
    """Return what matches every path that one of the patterns may match, and few others."""
    starts = ("/".join(_plain(part) for part in pattern) for pattern in wild)
    return re.compile("|".join(translate(f"{start}*") for start in starts) or "(?!)")


def _begins(asked: Segments, pattern: Segments) -> bool:
    return len(asked) >= len(pattern) and all(map(_same, asked, pattern))


def _same(part: str, pattern: str) -> bool:
    return fnmatchcase(part, _plain(pattern))


def _plain(pattern: str) -> str:
    # Only the star is special in the lists; a bracket or question mark in a real name is a letter.
    return pattern.replace("[", "[[]").replace("?", "[?]")
