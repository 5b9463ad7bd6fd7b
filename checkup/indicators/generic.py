"""Rules that name no maker: shapes that monitoring software takes, whoever sells it."""

import tomllib
from pathlib import Path

import msgspec

from checkup.indicators.damage import ListDamaged
from checkup.model.finding import Level
from checkup.model.value import Value

RULES = "generic.toml"


class GenericRule(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule as facts: `names` it is about and `folders` where they belong or are suspect, by its id."""

    id: str
    systems: tuple[str, ...]
    level: Level
    sources: tuple[str, ...]
    names: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


class _Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file."""

    name: str
    as_of: str
    rule: tuple[GenericRule, ...]


def load_rules(folder: Path) -> dict[str, GenericRule]:
    """Return the rules of resources/rules by id; raises ListDamaged."""
    try:
        found = msgspec.convert(tomllib.loads((folder / RULES).read_text("utf-8")), _Rules)
    except (OSError, ValueError) as error:
        raise ListDamaged(RULES, type(error).__name__) from error
    return {rule.id: rule for rule in found.rule}
