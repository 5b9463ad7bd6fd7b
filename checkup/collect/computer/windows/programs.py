"""Which program a line of Windows starts, whether it is there, and who signed it."""

from dataclasses import dataclass, field

from checkup.collect.computer.windows.ground import Ground, on_disk
from checkup.collect.looking import Looking
from checkup.collect.place import CouldNotRead
from checkup.parse.authenticode import MOST_PROGRAM, signer_of
from checkup.parse.windows_line import started

FOLDERS = ("C:\\Windows\\System32", "C:\\Windows", "C:\\Windows\\SysWOW64")
# The system's own parts are signed as a whole, in lists of their own: no name stands in the file.
SYSTEM = ("c:\\windows\\", "c:\\program files\\windowsapps\\")


@dataclass(frozen=True, slots=True)
class FoundProgram:
    """A program's whole path ("" for a bare command), through which host, whether there, who signed it."""

    path: str = ""
    host: str = ""
    is_there: bool = True
    is_encoded: bool = False
    signer: str | None = None


@dataclass(frozen=True)
class Programs:
    """Finds programs for one reader, whose look notes what could not be read."""

    look: Looking
    ground: Ground
    _signers: dict[str, str | None] = field(default_factory=dict)

    def started_by(self, line: str, who: str = "") -> FoundProgram:
        """Return the program a line starts."""
        found = started(line, self.ground.variables(who))
        if not found.path:
            return FoundProgram("", found.host, is_encoded=found.is_encoded)
        path = self._whole(found.path)
        place = on_disk(path)
        is_there = self.look.is_there(place) if place else True
        return FoundProgram(path, found.host, is_there, signer=self.signer(path) if is_there else None)

    def signer(self, path: str) -> str | None:
        """Return who signed a program, "" where nobody did, None where that cannot be read."""
        place = on_disk(path)
        if not place or path.lower().startswith(SYSTEM):
            return None
        if path not in self._signers:
            try:
                data = self.ground.place.bytes(place, MOST_PROGRAM)
            except CouldNotRead:
                data = None  # too large or closed: its signer is not known, which is no loss of the look
            self._signers[path] = signer_of(data) if data is not None else None
        return self._signers[path]

    def _whole(self, path: str) -> str:
        if "\\" in path:
            return path
        for folder in FOLDERS:
            for ending in ("", ".exe"):
                place = on_disk(f"{folder}\\{path}{ending}")
                if place and self.look.is_there(place):
                    return f"{folder}\\{path}{ending}"
        return path
