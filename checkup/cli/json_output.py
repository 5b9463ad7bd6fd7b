"""One JSON object on standard output: stable names, nothing a terminal would obey.

The keys of a finding, a gap and so on are always there, empty ones too; inside a reason only those
that say something.
"""

import json
import unicodedata
from collections.abc import Iterable
from typing import Any

import msgspec

from checkup.cli.console import Console
from checkup.model.value import Value

VERSION = 1

# Raw in JSON these would reach the terminal and could steer it; as escapes they mean the same.
_ESCAPED = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def write_json(console: Console, command: str, **parts: Any) -> None:
    """Write one object: the version, the command, then these parts."""
    console.line(as_json({"version": VERSION, "command": command, **parts}))


def as_json(parts: dict[str, Any]) -> str:
    """Return the JSON text of plain values."""
    return escaped(json.dumps(parts, ensure_ascii=False, indent=2))


def escaped(written: str) -> str:
    """Return JSON text with everything escaped that a terminal could obey."""
    if written.replace("\n", "").isprintable():
        return written
    # Outside strings JSON is plain ASCII, so whatever is found here stands inside one.
    return "".join(one if one == "\n" or not _needs_escape(one) else _escape(one) for one in written)


def rows(values: Iterable[Value]) -> list[dict[str, Any]]:
    """Return values with all their keys."""
    return [whole(value) for value in values]


def whole(value: Value) -> dict[str, Any]:
    """Return a value as plain parts with all its keys, also those at their default."""
    given = msgspec.to_builtins(value)
    kept = {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    return {**kept, **given}


def _plain(part: object) -> Any:
    return msgspec.to_builtins(part)


def _needs_escape(character: str) -> bool:
    return unicodedata.category(character) in _ESCAPED


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
