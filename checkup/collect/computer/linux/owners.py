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
        return self._lists.packages

    def _of(self, path: str) -> str:
        package = self._lists.files.get(path, "")
        if package or not path.startswith(SHARED):
            return package
        line = f"\n{path}\n"
        return next((name for name, lines in self._lists.shared if line in lines), "")

    @cached_property
    def _lists(self) -> "_Lists":
        files: dict[str, str] = {}
        shared, packages = [], set()
        for package, text in (*self._dpkg(), *self._pacman()):
            packages.add(package)
            paths, below = _apart(f"\n{text}")
            files.update(dict.fromkeys(paths, package))
            shared.append((package, below))
        for one in rpm_packages(self.look):
            packages.add(one.name)
            files.update(dict.fromkeys(one.paths, one.name))
        return _Lists(frozenset(packages), files, tuple(shared))

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
    """What the lists say; `shared` holds the lines below /usr/share of each package as one text."""

    packages: frozenset[str]
    files: dict[str, str]
    shared: tuple[tuple[str, str], ...]


def _apart(text: str) -> tuple[list[str], str]:
    """Return a list's lines, and in one piece those below /usr/share: most of all, and seldom asked about.

    Package systems write them in a row; what stands between them is a line too.
    """
    first = text.find(f"\n{SHARED}")
    if first < 0:
        return text.split("\n"), ""
    end = text.find("\n", text.rfind(f"\n{SHARED}") + 1)
    below = text[first : end if end >= 0 else len(text)]
    rest = (text[:first] + text[first + len(below) :]).split("\n")
    if below.count("\n") != below.count(f"\n{SHARED}"):
        return [*rest, *(line for line in below.split("\n") if not line.startswith(SHARED))], f"{below}\n"
    return rest, f"{below}\n"


def _other_way(path: str) -> str:
    if path.startswith(("/usr/bin/", "/usr/sbin/", "/usr/lib", "/usr/lib64/")):
        return path.removeprefix("/usr")
    if path.startswith(("/bin/", "/sbin/", "/lib")):
        return f"/usr{path}"
    return path
