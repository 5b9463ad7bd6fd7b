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
        if not self._files:
            return None
        # Since /bin became a link to /usr/bin, the lists name some files the old way, some the new.
        return self._files.get(path) or self._files.get(_other_way(path), "")

    @cached_property
    def packages(self) -> frozenset[str]:
        """The names of all installed packages."""
        return frozenset(self._files.values())

    @cached_property
    def _files(self) -> dict[str, str]:
        files: dict[str, str] = {}
        for name, paths in (*self._dpkg(), *self._pacman()):
            files.update(dict.fromkeys(paths, name))
        for package in rpm_packages(self.look):
            files.update(dict.fromkeys(package.paths, package.name))
        return files

    def _dpkg(self) -> Iterator[tuple[str, list[str]]]:
        for path in self.look.paths(DPKG, ".list"):
            text = self.look.text(path, MOST_LIST)
            if text:
                name = path.rpartition("/")[2].removesuffix(".list").partition(":")[0]
                yield name, text.split("\n")

    def _pacman(self) -> Iterator[tuple[str, list[str]]]:
        for folder in self.look.paths(PACMAN):
            text = self.look.text(f"{folder}/files", MOST_LIST)
            if text:
                name = folder.rpartition("/")[2].rsplit("-", 2)[0]
                listed = text.partition("%FILES%\n")[2].partition("\n\n")[0]
                yield name, [f"/{line}" for line in listed.split("\n")]


def _other_way(path: str) -> str:
    if path.startswith(("/usr/bin/", "/usr/sbin/", "/usr/lib", "/usr/lib64/")):
        return path.removeprefix("/usr")
    if path.startswith(("/bin/", "/sbin/", "/lib")):
        return f"/usr{path}"
    return path
