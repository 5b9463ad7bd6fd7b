"""The lists in which dpkg and pacman keep what each package brought, piece by piece.

References: dpkg(1), the `.list` files of /var/lib/dpkg/info; pacman's local database (alpm-db-files(5)).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checkup.collect.looking import Looking

DPKG = "/var/lib/dpkg/info"
PACMAN = "/var/lib/pacman/local"
MOST_LIST = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PackageList:
    """The list of one package of dpkg: a whole path a line."""

    package: str
    path: str

    def pieces(self, look: Looking) -> Iterator[bytes]:
        """Yield its whole lines in pieces, each beginning and ending with a line's end."""
        rest = b"\n"
        for piece in look.pieces(self.path, MOST_LIST):
            end = piece.rfind(b"\n") + 1
            if end:
                yield rest + piece[:end]
                rest = b"\n"
            rest += piece[end:]
        if rest != b"\n":
            yield rest + b"\n"


class PacmanList(PackageList):
    """The list of one package of pacman: a part of a file, paths without their first slash."""

    __slots__ = ()

    def pieces(self, look: Looking) -> Iterator[bytes]:
        """Yield its lines as one piece."""
        if text := look.bytes(self.path, MOST_LIST):
            listed = text.partition(b"%FILES%\n")[2].partition(b"\n\n")[0]
            yield b"\n/" + listed.replace(b"\n", b"\n/") + b"\n"


def package_lists(look: Looking) -> Iterator[PackageList]:
    """Yield the list of every package."""
    for path in look.paths(DPKG, ".list"):
        yield PackageList(path.rpartition("/")[2].removesuffix(".list").partition(":")[0], path)
    for folder in look.paths(PACMAN):
        yield PacmanList(folder.rpartition("/")[2].rsplit("-", 2)[0], f"{folder}/files")
