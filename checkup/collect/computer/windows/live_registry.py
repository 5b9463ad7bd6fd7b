"""The registry of the running system, through Python's own `winreg`; nothing is ever written.

References: docs.python.org winreg; KEY_WOW64_64KEY, so that a program of either width sees the same.
"""

import errno
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from checkup.collect.place import CouldNotRead
from checkup.model.looked import Cause
from checkup.parse.registry import Data, RegistryKey, RegistryValue, windows_time

PROFILES = r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"
PERSON = "S-1-5-21-"
MOST = 100_000
MOST_VALUES = 10_000
_ABSENT = frozenset({errno.ENOENT, errno.EINVAL})


class LiveRegistry:
    """Answers from the system; people are those who are signed in and whose part may be read."""

    def __init__(self, winreg: Any = None) -> None:
        self._winreg = winreg or import_module("winreg")
        self._people: dict[str, str] | None = None

    def key(self, path: str) -> RegistryKey | None:
        """Return a key with its values; None when absent."""
        opened = self._opened(path)
        if opened is None:
            return None
        with opened as handle:
            changed = self._winreg.QueryInfoKey(handle)[2]
            return RegistryKey(path, windows_time(changed), tuple(self._values(handle)))

    def names(self, path: str) -> tuple[str, ...]:
        """Return the names of the keys below a key."""
        opened = self._opened(path)
        if opened is None:
            return ()
        with opened as handle:
            return tuple(self._each(self._winreg.EnumKey, handle, MOST))

    def people(self) -> tuple[str, ...]:
        """Return the names of the people whose part is loaded now."""
        return tuple(self._sids())

    def _values(self, handle: object) -> Iterator[RegistryValue]:
        for name, data, kind in self._each(self._winreg.EnumValue, handle, MOST_VALUES):
            yield RegistryValue(name, _plain(data), kind)

    def _each(self, ask: Any, handle: object, most: int) -> Iterator[Any]:
        for number in range(most):
            try:
                yield ask(handle, number)
            except OSError:
                return  # how winreg says that there are no more

    def _opened(self, path: str) -> Any:
        root, _, below = path.partition("\\")
        if root == "HKU":
            person, _, rest = below.partition("\\")
            below = f"{self._sids().get(person, person)}\\{rest}"
        top = {"HKLM": self._winreg.HKEY_LOCAL_MACHINE, "HKU": self._winreg.HKEY_USERS}[root]
        access = self._winreg.KEY_READ | self._winreg.KEY_WOW64_64KEY
        try:
            return self._winreg.OpenKeyEx(top, below, 0, access)
        except PermissionError as fault:
            raise CouldNotRead(path, Cause.NOT_PERMITTED) from fault
        except OSError as fault:
            if fault.errno in _ABSENT:
                return None
            raise CouldNotRead(path, Cause.FAILED) from fault

    def _sids(self) -> dict[str, str]:
        """Return the id of each person by name."""
        if self._people is None:
            with self._winreg.OpenKeyEx(self._winreg.HKEY_USERS, "", 0, self._winreg.KEY_READ) as handle:
                loaded = list(self._each(self._winreg.EnumKey, handle, MOST))
            people = [sid for sid in loaded if sid.startswith(PERSON) and not sid.endswith("_Classes")]
            self._people = {self._name(sid): sid for sid in people}
        return self._people

    def _name(self, sid: str) -> str:
        profile = self.key(f"{PROFILES}\\{sid}")
        folder = profile.text("ProfileImagePath") if profile else ""
        return folder.rpartition("\\")[2] or sid


def _plain(data: object) -> Data:
    match data:
        case str() | int() | bytes():
            return data
        case list():
            return tuple(str(one) for one in data)
        case _:
            return b""
