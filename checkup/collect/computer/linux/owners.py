"""Which package of the distribution brought a file: the lists of the package system, read once.

References: dpkg(1), the `.list` files of /var/lib/dpkg/info; pacman's local database (alpm-db-files(5));
rpm's database is read by `rpm.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from checkup.collect.computer.linux.rpm import rpm_packages
from checkup.collect.looking import Looking

DPKG = "/var/lib/dpkg/info"
PACMAN = "/var/lib/pacman/local"
SHARED = "/usr/share/"
MOST_LIST = 16 * 1024 * 1024
NUL = "\0"  # what no name of a file holds
LARGE = 8 * 1024  # letters of a list that is worth looking into as a whole

# Programs that another package system brought, by where it puts them.
_BY_FOLDER = (
    ("/snap/", "snap"),
    ("/var/lib/snapd/", "snap"),
    ("/var/lib/flatpak/", "flatpak"),
    ("/nix/store/", "nix"),
    ("/gnu/store/", "guix"),
)


@dataclass(frozen=True)
class Owners:
    """The index of all files that packages brought. Reads nothing before the first question."""

    look: Looking

    def of(self, path: str) -> str | None:
        """Return the package of a whole path, "" when none brought it, None when that is not known."""
        for folder, package in _BY_FOLDER:
            if path.startswith(folder):
                return package
        if not self._lists.packages:
            return None
        # Since /bin became a link to /usr/bin, the lists name some files the old way, some the new.
        return self._of(path) or self._of(_other_way(path))

    @property
    def packages(self) -> frozenset[str]:
        """The names of all installed packages."""
        return frozenset(self._lists.packages)

    def _of(self, path: str) -> str:
        lists = self._lists
        if package := lists.files.get(path, ""):
            return package
        folder = SHARED if path.startswith(SHARED) else _large_folder_of(path)
        line = f"\n{path}\n"
        return next((name for name, lines in lists.apart.get(folder, ()) if line in lines), "")

    @cached_property
    def _lists(self) -> "_Lists":
        lists = _Lists(set(), {}, {})
        for package, text in (*self._dpkg(), *self._pacman()):
            lists.packages.add(package)
            rest = lists.put_apart(package, f"\n{text}", SHARED)
            rest = lists.put_apart(package, rest, _large_folder_in(rest))
            lists.files.update(dict.fromkeys(rest.split("\n"), package))
        for one in rpm_packages(self.look):
            lists.packages.add(one.name)
            lists.files.update(dict.fromkeys(one.paths, one.name))
        return lists

    def _dpkg(self) -> Iterator[tuple[str, str]]:
        for path in self.look.paths(DPKG, ".list"):
            text = self.look.text(path, MOST_LIST)
            if text:
                yield path.rpartition("/")[2].removesuffix(".list").partition(":")[0], text

    def _pacman(self) -> Iterator[tuple[str, str]]:
        for folder in self.look.paths(PACMAN):
            text = self.look.text(f"{folder}/files", MOST_LIST)
            if text:
                listed = text.partition("%FILES%\n")[2].partition("\n\n")[0]
                name = folder.rpartition("/")[2].rsplit("-", 2)[0]
                yield name, "/" + listed.replace("\n", "\n/")


@dataclass(frozen=True)
class _Lists:
    """What the lists say: the package of each file, and by folder what stays one text for each package.

    Most lines of all lists stand in few folders that are seldom asked about; taking them apart would
    take longer than reading them.
    """

    packages: set[str]
    files: dict[str, str]
    apart: dict[str, list[tuple[str, str]]]

    def put_apart(self, package: str, text: str, folder: str) -> str:
        """Keep a list's lines below a folder as one text; return the other lines.

        Package systems write them in a row; what stands between them is a line too.
        """
        mark = f"\n{folder}"
        first = text.find(mark) if folder else -1
        if first < 0:
            return text
        end = text.find("\n", text.rfind(mark) + 1)
        below = text[first : end if end >= 0 else len(text)]
        self.apart.setdefault(folder, []).append((package, f"{below}\n"))
        return text[:first] + _between(below.replace(mark, NUL)) + text[first + len(below) :]


def _between(below: str) -> str:
    """Return the lines of a text in which those below the folder begin with a NUL instead of a line's end."""
    lines = ""
    start = below.find("\n")
    while start >= 0:
        end = below.find(NUL, start)
        lines += below[start : end if end >= 0 else len(below)]
        start = below.find("\n", end) if end >= 0 else -1
    return lines


def _large_folder_in(text: str) -> str:
    """Return the folder that most lines of a long list seem to stand in: that of its middle line."""
    if len(text) < LARGE:
        return ""
    middle = text.find("\n", len(text) // 2) + 1
    return _large_folder_of(text[middle : text.find("\n", middle)])


def _large_folder_of(path: str) -> str:
    """Return the first three parts of a path, as a folder; empty where there are no more."""
    parts = path.split("/", 4)
    return "/".join((*parts[:4], "")) if len(parts) > 4 else ""


def _other_way(path: str) -> str:
    if path.startswith(("/usr/bin/", "/usr/sbin/", "/usr/lib", "/usr/lib64/")):
        return path.removeprefix("/usr")
    if path.startswith(("/bin/", "/sbin/", "/lib")):
        return f"/usr{path}"
    return path
