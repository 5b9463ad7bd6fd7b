"""Reads the lists of known programs from resources/rules into one index.

A list names itself and its date; a list that cannot be read whole is refused, never half taken.
"""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from checkup.indicators.damage import ListDamaged
from checkup.indicators.desktop_values import as_program_list
from checkup.indicators.family import Confidence, Family, FamilyKind, Indicator, IndicatorKind
from checkup.indicators.generic import load_rules
from checkup.indicators.index import Index
from checkup.indicators.known import Known
from checkup.indicators.listed import ListSource
from checkup.indicators.phone import phone_lists
from checkup.indicators.program_list import ProgramList

FAMILY_LISTS = ("desktop-families.toml",)

Table = dict[IndicatorKind, list[str | int]]


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


def load(folder: Path, imported: Iterable[ProgramList] = ()) -> Known:
    """Return the index over all lists in this folder, and over those a person added; raises ListDamaged.

    The built-in lists come first: what they say of a program goes before what an added one says.
    """
    lists = {path.name: _read(path) for path in (folder / name for name in FAMILY_LISTS)}
    families = tuple(_family(row, found.name) for found in lists.values() for row in found.family)
    desktop = (as_program_list(_source(name, found), families) for name, found in lists.items())
    listed = Index((*desktop, *phone_lists(folder), *imported))
    return Known(families, listed, load_rules(folder))


def _read(path: Path) -> _List:
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), _List)
    except (OSError, ValueError) as error:  # both readers' errors are ValueErrors
        raise ListDamaged(path.name, type(error).__name__) from error


def _source(name: str, found: _List) -> ListSource:
    return ListSource(
        id=name.partition(".")[0],
        name=found.name,
        as_of=found.as_of,
        licence="GPL-3.0-or-later",
        credit="The Checkup contributors",
    )


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
