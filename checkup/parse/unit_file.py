"""Unit files of systemd, and files of the same form: text in, settings out.

References: systemd.syntax(7), systemd.service(5), systemd.unit(5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkup.parse.words import words

COMMENT = ("#", ";")
# What may stand before the program of an ExecStart line, in any order.
PREFIXES = "@-:+!|"
COMMANDS = ("ExecStart", "ExecStartPre", "ExecStartPost")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting with its section, and its line as it stands in the file."""

    section: str
    key: str
    value: str
    line: str


@dataclass(frozen=True, slots=True)
class Execution:
    """One program a service starts: its words without the prefixes, and the line."""

    words: tuple[str, ...]
    line: str


def settings(text: str) -> Iterator[Setting]:
    """Yield all settings in order; comments and lines that are none are left out."""
    section = ""
    for line in _joined(text):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            continue
        key, equals, value = line.partition("=")
        if equals and (named := key.strip()):
            yield Setting(section, named, value.strip(), line)


def executions(found: list[Setting]) -> tuple[Execution, ...]:
    """Return the programs a service starts; an empty value takes back those before it."""
    kept: dict[str, list[Execution]] = {}
    for setting in found:
        if setting.section != "Service" or setting.key not in COMMANDS:
            continue
        if not setting.value:
            kept[setting.key] = []
        elif words := execution_words(setting.value):
            kept.setdefault(setting.key, []).append(Execution(words, setting.line))
    return tuple(execution for key in COMMANDS for execution in kept.get(key, ()))


def execution_words(value: str) -> tuple[str, ...]:
    """Return the words of one command, escapes resolved; with `@` the second word is only a name."""
    plain = value.lstrip(PREFIXES + " ")
    prefix = value[: len(value) - len(plain)]
    found = words(plain)
    return (found[0], *found[2:]) if "@" in prefix and found else found


def last_value(found: list[Setting], section: str, key: str) -> str:
    """Return the last value of a setting, empty when it is not there."""
    return next((s.value for s in reversed(found) if s.section == section and s.key == key), "")


def all_values(found: list[Setting], section: str, key: str) -> tuple[str, ...]:
    """Return the words of all values of a setting."""
    return tuple(word for s in found if s.section == section and s.key == key for word in s.value.split())


def with_specifiers(text: str, *, home: str, who: str, unit: str) -> str:
    """Fill in the specifiers that can stand in a program's path; unknown ones stay as they are."""
    instance = unit.partition("@")[2].rpartition(".")[0]
    known = {"%": "%", "h": home, "u": who, "i": instance, "I": instance, "n": unit}
    return re.sub(r"%(.)", lambda match: known.get(match[1], match[0]), text, flags=re.DOTALL)


def _joined(text: str) -> Iterator[str]:
    """Yield lines without the comments, those that end in a backslash joined with the next."""
    so_far = ""
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith(COMMENT) or (not line and not so_far):
            continue
        if line.endswith("\\"):
            so_far += line[:-1] + " "
            continue
        yield (so_far + line).strip()
        so_far = ""
    if so_far.strip():
        yield so_far.strip()
