"""The registry out of hive files: of a mounted disk or a copy, and of what another system left there.

References: learn.microsoft.com, "Registry hives" (which file holds which part).
"""

import struct
from collections.abc import Callable, Iterator
from typing import TypeVar

from checkup.collect.blocks import Blocks
from checkup.collect.computer.windows.registry import CONTROL
from checkup.collect.place import CouldNotRead, Place
from checkup.model.looked import Cause
from checkup.parse.hive import Hive, HiveDamaged
from checkup.parse.hive_log import changes
from checkup.parse.registry import RegistryKey

CONFIG = "/Windows/System32/config"
USERS = "/Users"
NO_PERSON = frozenset({"public", "default", "default user", "all users", "defaultapppool"})
MOST_LOG = 32 * 1024 * 1024
MOST_PEOPLE = 100
_MACHINE = {name: f"{CONFIG}/{name}" for name in ("SOFTWARE", "SYSTEM", "SAM")}

Answer = TypeVar("Answer")


class HiveRegistry:
    """Answers from the files; each hive is opened when first asked, a damaged one is refused each time."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._hives: dict[str, Hive | CouldNotRead] = {}
        self._current = ""

    def key(self, path: str) -> RegistryKey | None:
        """Return a key with its values; None when absent."""

        def ask(hive: Hive, below: tuple[str, ...]) -> RegistryKey | None:
            node = hive.find(below)
            return hive.key(path, node) if node is not None else None

        return self._asked(path, ask, None)

    def names(self, path: str) -> tuple[str, ...]:
        """Return the names of the keys below a key."""

        def ask(hive: Hive, below: tuple[str, ...]) -> tuple[str, ...]:
            node = hive.find(below)
            return tuple(one.name for one in hive.children(node)) if node is not None else ()

        return self._asked(path, ask, ())

    def people(self) -> tuple[str, ...]:
        """Return the names of the folders of people that hold a hive."""
        names = self._place.names(USERS)[:MOST_PEOPLE]
        return tuple(
            name
            for name in names
            if name.casefold() not in NO_PERSON and self._is_there(f"{USERS}/{name}/NTUSER.DAT")
        )

    def _asked(self, path: str, ask: Callable[[Hive, tuple[str, ...]], Answer], otherwise: Answer) -> Answer:
        file, below = self._file(path)
        # A person need not have every part; the computer's own parts are always there.
        if not file or (path.startswith("HKU") and not self._is_there(file)):
            return otherwise
        try:
            return ask(self._hive(file), below)
        except HiveDamaged as fault:
            raise CouldNotRead(file, Cause.UNKNOWN_FORMAT) from fault

    def _file(self, path: str) -> tuple[str, tuple[str, ...]]:
        """Return which file a path lies in, and the names in it."""
        root, *names = path.split("\\")
        if root == "HKU" and names:
            home = f"{USERS}/{names[0]}"
            if [name.casefold() for name in names[1:3]] == ["software", "classes"]:
                return f"{home}/AppData/Local/Microsoft/Windows/UsrClass.dat", tuple(names[3:])
            return f"{home}/NTUSER.DAT", tuple(names[1:])
        if root != "HKLM" or not names:
            return "", ()
        if path.startswith(CONTROL):
            names[1] = self._control_set()
        return _MACHINE.get(names[0].upper(), ""), tuple(names[1:])

    def _control_set(self) -> str:
        if not self._current:
            select = self.key(r"HKLM\SYSTEM\Select")
            number = select.number("Current") if select else None
            self._current = f"ControlSet{number or 1:03}"
        return self._current

    def _hive(self, file: str) -> Hive:
        if file not in self._hives:
            try:
                self._hives[file] = self._opened(file)
            except CouldNotRead as fault:
                self._hives[file] = fault
            except HiveDamaged:
                self._hives[file] = CouldNotRead(file, Cause.UNKNOWN_FORMAT)
        found = self._hives[file]
        if isinstance(found, CouldNotRead):
            raise found
        return found

    def _opened(self, file: str) -> Hive:
        blocks = Blocks(self._place, file)
        blocks.lay_over(self._newer(file, blocks.read(0, 512)))
        return Hive(blocks.read)

    def _newer(self, file: str, head: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield what the hive's logs hold that did not reach it, when it was not closed properly."""
        first, second = struct.unpack_from("<II", head, 4) if len(head) >= 12 else (0, 0)
        if first == second:
            return
        for ending in (".LOG1", ".LOG2"):
            yield from changes(self._place.bytes(f"{file}{ending}", MOST_LOG) or b"", second)

    def _is_there(self, path: str) -> bool:
        try:
            return self._place.status(path) is not None
        except CouldNotRead:
            return True  # there, and closed: the look at it tells
