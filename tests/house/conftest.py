"""What the house tests look at: the program's files as trees, and its words as flat tables."""

import ast
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import checkup
from checkup.content.root import root
from checkup.content.texts import Language

PACKAGE = Path(checkup.__file__).parent


@dataclass(frozen=True)
class Source:
    """One file of the program; `name` is its path below checkup/, `module` how it is imported."""

    name: str
    module: str
    text: str
    tree: ast.Module


@pytest.fixture(scope="session")
def sources() -> tuple[Source, ...]:
    """Return every file of the program."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE)
        parts = ("checkup", *name.with_suffix("").parts)
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text("utf-8")
        found.append(Source(name.as_posix(), module, text, ast.parse(text)))
    return tuple(found)


@dataclass(frozen=True)
class Words:
    """The texts of one language: `leaves` by whole key, `tables` the keys that hold others."""

    leaves: Mapping[str, str]
    tables: Mapping[str, frozenset[str]]

    @property
    def areas(self) -> frozenset[str]:
        """The names of the files."""
        return frozenset(key for key in self.tables if "." not in key)

    def is_plural(self, key: str) -> bool:
        """Whether the key holds the forms of a count."""
        return self.tables.get(key) in ({"one", "other"}, {"other"})


def _flat(key: str, node: object, leaves: dict[str, str], tables: dict[str, frozenset[str]]) -> None:
    if not isinstance(node, dict):
        assert isinstance(node, str), f"{key} is not a text"
        leaves[key] = node
        return
    tables[key] = frozenset(node)
    for name, child in node.items():
        assert "." not in name, f"{key}: a name with a dot cannot be asked for: {name}"
        _flat(f"{key}.{name}", child, leaves, tables)


@pytest.fixture(scope="session")
def words() -> dict[Language, Words]:
    """Return all texts by language."""
    found = {}
    for language in Language:
        leaves: dict[str, str] = {}
        tables: dict[str, frozenset[str]] = {}
        for path in sorted((root() / "text" / language.value).glob("*.toml")):
            _flat(path.stem, tomllib.loads(path.read_text("utf-8")), leaves, tables)
        found[language] = Words(leaves, tables)
    return found
