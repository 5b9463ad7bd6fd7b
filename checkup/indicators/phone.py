"""Reads the project's own lists of phone programs: families with their values, one a line.

A list is taken whole: a value that is not what its role says is damage, never left out silently.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from checkup.indicators.damage import ListDamaged
from checkup.indicators.family import FamilyKind
from checkup.indicators.form import formed
from checkup.indicators.listed import ListSource, Role
from checkup.indicators.program_list import ListedFamily, ProgramList

PHONE_LISTS = ("phone-stalkerware.toml", "phone-watchware.toml")


class _Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One family as it is written; `kind` where it is not the list's."""

    id: str
    name: str
    platforms: tuple[str, ...]
    kind: FamilyKind | None = None
    also_called: tuple[str, ...] = ()
    application_id: str = ""
    certificate: str = ""
    certificate_owner: str = ""
    certificate_name: str = ""
    bundle_id: str = ""
    hash: str = ""
    control_domain: str = ""
    control_address: str = ""
    shop_domain: str = ""
    shop_address: str = ""
    shop_url: str = ""


class _List(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One whole list."""

    id: str
    name: str
    as_of: str
    licence: str
    origin: str
    credit: str
    kind: FamilyKind
    family: tuple[_Row, ...]


_ROLES = tuple(role for role in Role if role.value in _Row.__struct_fields__)


def phone_lists(folder: Path) -> tuple[ProgramList, ...]:
    """Return the built-in lists of this folder; raises ListDamaged."""
    return tuple(phone_list(_text(folder / name), name) for name in PHONE_LISTS)


def phone_list(text: str, name: str = "") -> ProgramList:
    """Return the list of a text in the project's own form; raises ListDamaged, whose name is `name`."""
    try:
        found = msgspec.convert(tomllib.loads(text), _List)
    except (ValueError, RecursionError) as error:  # both readers' errors are ValueErrors
        raise ListDamaged(name, type(error).__name__) from error
    return ProgramList(
        source=ListSource(
            id=found.id,
            name=found.name,
            as_of=found.as_of,
            licence=found.licence,
            origin=found.origin,
            credit=found.credit,
        ),
        families=tuple(_family(row, found.kind, name) for row in found.family),
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise ListDamaged(path.name, type(error).__name__) from error


def _family(row: _Row, kind: FamilyKind, list_name: str) -> ListedFamily:
    return ListedFamily(
        id=row.id,
        name=row.name,
        kind=row.kind or kind,
        platforms=row.platforms,
        also_called=row.also_called,
        values=dict(_values(row, list_name)),
    )


def _values(row: _Row, list_name: str) -> Iterator[tuple[Role, tuple[str, ...]]]:
    for role in _ROLES:
        if text := getattr(row, role.value):
            values = tuple(formed(role, line) for line in text.strip().split("\n"))
            if not all(values):
                raise ListDamaged(list_name, f"{row.id}: {role}")
            yield role, values
