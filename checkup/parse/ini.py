"""Files of `[section]` and `name = value` lines: KDE's settings, NetworkManager, profiles, xrdp.

Broken lines are left out; of duplicate names the last one counts.
References: desktop-entry-spec, "Basic format of the file"; nm-settings-keyfile(5).
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IniLine:
    """One setting; `section` and `name` as written, `text` the whole line without its edges."""

    line: int
    section: str
    name: str
    value: str
    text: str


def ini_lines(text: str) -> Iterator[IniLine]:
    """Yield the settings of a file; those before the first section have an empty one."""
    section = ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
            continue
        name, equals, value = line.partition("=")
        if equals and not line.startswith(("#", ";")):
            yield IniLine(number, section, name.strip(), value.strip(), line)


def is_yes(value: str) -> bool:
    """Whether a value means yes in any of these files."""
    return value.strip().lower() in ("true", "yes", "1", "on")
