"""Which package's list has a line: an index of all lists that holds little of them.

Most lines stand in few folders that are seldom asked about: manuals, icons, the parts of one large
program. Of these the index only knows whose list has them, and reads that list again when it is asked.
Finding memory for all lines takes longer than reading them.
"""

from dataclasses import dataclass, field

from checkup.collect.computer.linux.package_lists import PackageList
from checkup.collect.looking import Looking

SHARED = b"/usr/share/"
LARGE = 8 * 1024  # bytes of a piece that is worth looking into as a whole

Texts = list[tuple[str, bytes]]
"""Lines below one folder, by package; each text begins and ends with a line's end."""


@dataclass(frozen=True, slots=True)
class PackageIndex:
    """The index; `add` reads a list, `of` answers."""

    look: Looking
    packages: set[str] = field(default_factory=set)
    _lines: dict[bytes, str] = field(default_factory=dict)
    _texts: dict[bytes, Texts] = field(default_factory=lambda: {SHARED: []})
    _left: dict[bytes, dict[PackageList, None]] = field(default_factory=dict)

    def add(self, one: PackageList) -> None:
        """Read a package's list; a package without lines is none."""
        for piece in one.pieces(self.look):
            self.packages.add(one.package)
            rest = piece
            if folder := _folder_of_most(piece):
                _, rest = apart(piece, folder)
                self._left.setdefault(folder, {})[one] = None
            shared, rest = apart(rest, SHARED)
            if shared:
                self._texts[SHARED].append((one.package, shared))
            for line in rest.split(b"\n"):
                self._lines[line] = one.package
        self._lines.pop(b"", None)  # what stands before the first line's end

    def of(self, path: str) -> str:
        """Return the package whose list has this path, one of them where it stands in several; else ""."""
        try:
            line = path.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:  # letters that no file system takes
            return ""
        if package := self._lines.get(line, ""):
            return package
        texts = [*self._texts_below(SHARED, line), *self._texts_below(_folder_of(line), line)]
        whole_line = b"\n%b\n" % line
        return next((package for package, text in texts if whole_line in text), "")

    def _texts_below(self, folder: bytes, path: bytes) -> Texts:
        if not path.startswith(folder):
            return []
        if again := self._left.pop(folder, None):
            self._texts[folder] = [
                (one.package, apart(piece, folder)[0]) for one in again for piece in one.pieces(self.look)
            ]
        return self._texts.get(folder, [])


def apart(lines: bytes, folder: bytes) -> tuple[bytes, bytes]:
    """Return the lines from the first below a folder to the last, and all that are not below it.

    Both begin and end with a line's end; the first is empty where no line is below the folder.
    """
    mark = b"\n" + folder
    first = lines.find(mark)
    if first < 0:
        return b"", lines
    end = lines.find(b"\n", lines.rfind(mark) + 1)
    below = lines[first : end + 1]
    # Package systems write them in a row, nearly always: counting twice tells, and splits nothing.
    if below.count(mark) == below.count(b"\n") - 1:
        return below, lines[:first] + lines[end:]
    others = [line for line in below[1:-1].split(b"\n") if not line.startswith(folder)]
    return below, b"\n".join((lines[:first], *others, lines[end + 1 :]))


def _folder_of_most(lines: bytes) -> bytes:
    """Return the folder that most of many lines seem to stand in: that of the middle line."""
    if len(lines) < LARGE:
        return b""
    middle = lines.find(b"\n", len(lines) // 2) + 1
    return _folder_of(lines[middle : lines.find(b"\n", middle)])


def _folder_of(path: bytes) -> bytes:
    """Return the first three parts of a path, as a folder; empty where there are no more."""
    parts = path.split(b"/", 4)
    return b"/".join((*parts[:4], b"")) if len(parts) > 4 else b""
