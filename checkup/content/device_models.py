"""The names behind model codes: resources/devices/models.toml, read on the first question."""

import tomllib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from checkup.content.root import resource

MAKERS = {"samsung": "Samsung", "oppo": "OPPO", "vivo": "vivo", "xiaomi": "Xiaomi", "apple": ""}


def _file() -> Path:
    return resource("devices/models.toml")


class DeviceModels:
    """Model codes to names; the longest known beginning of a code counts."""

    def __init__(self, file: Callable[[], Path] = _file) -> None:
        self._file = file

    def name(self, code: str) -> str:
        """Return what a model is called with its maker, or "" where the code is not known."""
        folded = code.casefold()
        for length in range(len(folded), 3, -1):
            if name := self._names.get(folded[:length]):
                return name
        return ""

    @property
    def count(self) -> int:
        """How many codes are known."""
        return len(self._names)

    @cached_property
    def _names(self) -> dict[str, str]:
        tables = tomllib.loads(self._file().read_text("utf-8"))
        return {
            code.casefold(): f"{MAKERS[maker]} {name}".strip()
            for maker, codes in tables.items()
            for code, name in codes.items()
        }
