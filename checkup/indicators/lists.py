"""Reads the lists of known programs from resources/rules into one index.

A list names itself and its date; a list that cannot be read whole is refused, never half taken.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from checkup.indicators.family import Confidence, Family, FamilyKind, Indicator, IndicatorKind
from checkup.indicators.known import Known

FAMILY_LISTS = ("desktop-families.toml",)

Table = dict[IndicatorKind, list[str | int]]


class ListDamaged(Exception):
    """A list is missing or not what it should be; `name` is its file, `reason` the reader's words."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason


class _Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One family as it is written in a list."""

    id: str
    name: str
    kind: FamilyKind
    confidence: Confidence
    platforms: tuple[str, ...]
    sources: tuple[str, ...]
    vendor: str = ""
    comes_with_system: bool = False
    weaker: tuple[Indicator, ...] = ()
    any: Table = msgspec.field(default_factory=dict)
    windows: Table = msgspec.field(default_factory=dict)
    macos: Table = msgspec.field(default_factory=dict)
    linux: Table = msgspec.field(default_factory=dict)
    android: Table = msgspec.field(default_factory=dict)
    ios: Table = msgspec.field(default_factory=dict)


class _List(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One whole list."""

    name: str
    as_of: str
    family: tuple[_Row, ...]


def load(folder: Path) -> Known:
    """Return the index over all lists in this folder; raises ListDamaged."""
    return Known(family for name in FAMILY_LISTS for family in _families(folder / name))


def _families(path: Path) -> Iterator[Family]:
    try:
        found = msgspec.convert(tomllib.loads(path.read_text("utf-8")), _List)
    except (OSError, ValueError) as error:  # both readers' errors are ValueErrors
        raise ListDamaged(path.name, type(error).__name__) from error
    return (_family(row, found.name) for row in found.family)


def _family(row: _Row, list_name: str) -> Family:
    return Family(
        id=row.id,
        name=row.name,
        kind=row.kind,
        confidence=row.confidence,
        platforms=row.platforms,
        sources=row.sources,
        vendor=row.vendor,
        comes_with_system=row.comes_with_system,
        indicators=(*_indicators(row), *row.weaker),
        list_name=list_name,
    )


def _indicators(row: _Row) -> Iterator[Indicator]:
    tables = (
        ("any", row.any),
        ("windows", row.windows),
        ("macos", row.macos),
        ("linux", row.linux),
        ("android", row.android),
        ("ios", row.ios),
    )
    for system, table in tables:
        for kind, values in table.items():
            for value in values:
                yield Indicator(kind=kind, value=str(value), system=system, confidence=row.confidence)
