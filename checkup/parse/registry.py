"""A registry value's bytes as what they mean: text, a list of texts, a number, or bytes.

References: learn.microsoft.com, "Registry value types"; texts end with a NUL that may be missing.
"""

import enum
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from checkup.model.clock import written

Data = str | int | bytes | tuple[str, ...]

BEGAN = datetime(1601, 1, 1, tzinfo=UTC)  # Windows counts 100 nanoseconds from here


class ValueType(enum.IntEnum):
    """The types that are told apart; everything else stays bytes."""

    TEXT = 1
    EXPANDED_TEXT = 2
    NUMBER = 4
    NUMBER_BIG_ENDIAN = 5
    TEXTS = 7
    LONG_NUMBER = 11


@dataclass(frozen=True, slots=True)
class RegistryValue:
    """One value of a key; the default value has an empty name. `type` is Windows' own number."""

    name: str
    data: Data
    type: int = ValueType.TEXT

    @property
    def text(self) -> str:
        """The text, the list's texts with spaces between, or an empty one."""
        if isinstance(self.data, tuple):
            return " ".join(self.data)
        return self.data if isinstance(self.data, str) else ""

    @property
    def number(self) -> int | None:
        """The number, or None; numbers written as text are read too."""
        if isinstance(self.data, str) and self.data.isascii() and self.data.isdigit() and len(self.data) < 20:
            return int(self.data)
        return self.data if isinstance(self.data, int) else None

    @property
    def bytes(self) -> bytes:
        """The bytes, or none where it is text or a number."""
        return self.data if isinstance(self.data, bytes) else b""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of a list; a single text counts as a list of one."""
        if isinstance(self.data, tuple):
            return self.data
        return (self.data,) if isinstance(self.data, str) and self.data else ()


@dataclass(frozen=True, slots=True)
class RegistryKey:
    """One key: its whole path as people write it, when it was last changed (UTC), and its values."""

    path: str
    changed: str = ""
    values: tuple[RegistryValue, ...] = ()

    def value(self, name: str) -> RegistryValue | None:
        """Return a value by its name; names ignore case."""
        folded = name.casefold()
        return next((one for one in self.values if one.name.casefold() == folded), None)

    def text(self, name: str) -> str:
        """Return a value's text, empty where it is absent or no text."""
        one = self.value(name)
        return one.text if one is not None else ""

    def number(self, name: str) -> int | None:
        """Return a value's number, None where it is absent or none."""
        one = self.value(name)
        return one.number if one is not None else None


def decoded(kind: int, raw: bytes) -> Data:
    """Return what a value's bytes mean; halves of letters become lone surrogates or are left out."""
    match kind:
        case ValueType.TEXT | ValueType.EXPANDED_TEXT:
            return _text(raw).rstrip("\0")
        case ValueType.TEXTS:
            return tuple(part for part in _text(raw).split("\0") if part)
        case ValueType.NUMBER | ValueType.LONG_NUMBER:
            return int.from_bytes(raw[:8], "little")
        case ValueType.NUMBER_BIG_ENDIAN:
            return int.from_bytes(raw[:4], "big")
        case _:
            return raw


def windows_time(ticks: int) -> str:
    """Return Windows' count of 100 nanoseconds since 1601 as RFC 3339 in UTC, or nothing."""
    if ticks <= 0:
        return ""
    try:
        return written(BEGAN + timedelta(microseconds=ticks // 10))
    except OverflowError:
        return ""


def _text(raw: bytes) -> str:
    return raw[: len(raw) // 2 * 2].decode("utf-16-le", "surrogatepass")
