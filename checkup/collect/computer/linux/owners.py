"""Which package of the distribution brought a file: the lists of the package systems, read once.

References: the lists of dpkg and pacman are read by `package_lists.py`, rpm's database by `rpm.py`.
"""

from dataclasses import dataclass
from functools import cached_property

from checkup.collect.computer.linux.package_index import PackageIndex
from checkup.collect.computer.linux.package_lists import package_lists
from checkup.collect.computer.linux.rpm import rpm_packages
from checkup.collect.looking import Looking

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
    """Answers which package a file belongs to. Reads nothing before the first question."""

    look: Looking

    def of(self, path: str) -> str | None:
        """Return the package of a whole path, "" when none brought it, None when that is not known."""
        for folder, package in _BY_FOLDER:
            if path.startswith(folder):
                return package
        if not self.packages:
            return None
        # Since /bin became a link to /usr/bin, the lists name some files the old way, some the new.
        return self._of(path) or self._of(_other_way(path))

    @cached_property
    def packages(self) -> frozenset[str]:
        """The names of all installed packages."""
        return frozenset(self._index.packages | self._rpm.packages)

    def _of(self, path: str) -> str:
        return self._index.of(path) or self._rpm.files.get(path, "")

    @cached_property
    def _index(self) -> PackageIndex:
        index = PackageIndex(self.look)
        for one in package_lists(self.look):
            index.add(one)
        return index

    @cached_property
    def _rpm(self) -> "_Rpm":
        rpm = _Rpm(set(), {})
        for one in rpm_packages(self.look):
            rpm.packages.add(one.name)
            rpm.files.update(dict.fromkeys(one.paths, one.name))
        return rpm


@dataclass(frozen=True, slots=True)
class _Rpm:
    packages: set[str]
    files: dict[str, str]


def _other_way(path: str) -> str:
    if path.startswith(("/usr/bin/", "/usr/sbin/", "/usr/lib", "/usr/lib64/")):
        return path.removeprefix("/usr")
    if path.startswith(("/bin/", "/sbin/", "/lib")):
        return f"/usr{path}"
    return path
