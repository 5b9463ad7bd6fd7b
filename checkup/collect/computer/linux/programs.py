"""Which program a command line starts, and which package brought it.

Looks through wrappers (`env`, `nohup`) and interpreters (`sh -c`, `python3 script`) for the program
that matters: the first one no package brought, otherwise the first one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkup.collect.computer.linux.owners import Owners
from checkup.collect.looking import Looking
from checkup.parse.shell_line import first_word, inner, is_interpreter, paths, with_home

# Where one command of a line ends and the next begins.
_PARTS = re.compile(r"&&|\|\||[;|&\n]")

# Where systemd, cron and desktops look for a bare name; what each person adds comes last.
FOLDERS = ("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/games")
DEVICE_PROGRAMS = "/usr/lib/udev"
EXPORTS = ("/snap/bin", "/var/lib/flatpak/exports/bin")
OWN_FOLDERS = (".local/bin", "bin", ".local/share/flatpak/exports/bin")


@dataclass(frozen=True, slots=True)
class FoundProgram:
    """A program's whole path ("" for a command of a shell), its package, and whether it is there."""

    path: str = ""
    package: str | None = ""
    is_there: bool = True


@dataclass(frozen=True)
class Programs:
    """Finds programs in a tree for one reader, whose look notes what could not be read."""

    look: Looking
    owners: Owners

    def started_by(self, found: tuple[str, ...], home: str) -> FoundProgram:
        """Return the program that the words of a command start."""
        rest = inner(found)
        if not rest:
            return FoundProgram()
        first = self.find(rest[0], home)
        if not is_interpreter(first.path):
            return first
        return self._given(rest, home) or FoundProgram()

    def started_by_line(self, line: str, home: str) -> FoundProgram:
        """Return the program that a line for a shell starts."""
        candidates = [self.find(path, home) for path in paths(line, home)]
        candidates += [self.find(start, home) for part in _PARTS.split(line) if (start := first_word(part))]
        candidates = [found for found in candidates if not is_interpreter(found.path)]
        return _weightiest(candidates) or FoundProgram()

    def find(self, name: str, home: str) -> FoundProgram:
        """Return the program a name or path stands for, links followed."""
        written = with_home(name, home)
        if "/" in written:
            return self._at(written)
        for folder in (
            *FOLDERS,
            *(f"{home}/{own}" for own in OWN_FOLDERS if home),
            *EXPORTS,
            DEVICE_PROGRAMS,
        ):
            if self.look.is_there(f"{folder}/{written}"):
                return self._at(f"{folder}/{written}")
        return FoundProgram(written, "", is_there=False)

    def _at(self, path: str) -> FoundProgram:
        whole = self.look.place.resolved(path)
        # A link that a package brought may lead to a file made on this computer (alternatives, caches).
        return FoundProgram(whole, self.owners.of(whole) or self.owners.of(path), self.look.is_there(whole))

    def _given(self, rest: tuple[str, ...], home: str) -> FoundProgram | None:
        """Return what an interpreter is given to run: a script, or a line that names programs."""
        return _weightiest(list(self._candidates(rest[1:], home)))

    def _candidates(self, given: tuple[str, ...], home: str) -> Iterator[FoundProgram]:
        for number, word in enumerate(given):
            if word.startswith("-") and not word.startswith("--") and word.endswith("c"):
                for line in given[number + 1 : number + 2]:
                    yield from (self.find(path, home) for path in paths(line, home))
                return
            if word == "-m":
                return
            if not word.startswith("-"):
                yield self.find(word, home)
                return


def _weightiest(candidates: list[FoundProgram]) -> FoundProgram | None:
    """Return the first that no package brought and that is there, else the first that is there, else any."""
    there = [found for found in candidates if found.is_there]
    foreign = [found for found in there if found.package == ""]
    return next(iter(foreign or there or candidates), None)
