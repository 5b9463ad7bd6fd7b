r"""The registry as readers ask for it: one face for the running system and for hive files of a disk.

Paths are written as people know them: `HKLM\SOFTWARE\...`, `HKU\<person>\...` for a person's own part.
"""

from typing import Protocol

from checkup.parse.registry import RegistryKey

MACHINE = "HKLM"
CONTROL = r"HKLM\SYSTEM\CurrentControlSet"


class Registry(Protocol):
    """Keys by their paths. Raises `CouldNotRead` where something is there and cannot be read."""

    def key(self, path: str) -> RegistryKey | None:
        """Return a key with its values; None when absent."""
        ...

    def names(self, path: str) -> tuple[str, ...]:
        """Return the names of the keys below a key; none when absent."""
        ...

    def people(self) -> tuple[str, ...]:
        """Return the names of the people whose own part can be asked for, below `HKU`."""
        ...
