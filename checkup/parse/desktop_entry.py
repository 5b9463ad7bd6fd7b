"""Desktop entries, the files of XDG autostart: text in, an entry out.

References: Desktop Entry Specification 1.5; Desktop Application Autostart Specification 0.5.
"""

import re
from dataclasses import dataclass

from checkup.parse.words import words

SECTION = "Desktop Entry"
# File names, links and icons that the desktop fills in; nothing stands there at the start.
_FIELD = re.compile(r"%[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class DesktopEntry:
    """One entry: what it is called, what it starts, and whether it does."""

    name: str
    words: tuple[str, ...]
    line: str
    tries: str
    is_hidden: bool
    is_on: bool
    only_in: tuple[str, ...]


def desktop_entry(text: str) -> DesktopEntry | None:
    """Read an entry; None when it starts no program."""
    values: dict[str, str] = {}
    section = ""
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif section == SECTION and not line.startswith("#"):
            key, equals, value = line.partition("=")
            if equals:
                values.setdefault(key.strip(), value.strip())
    command = values.get("Exec", "")
    if not command:
        return None
    is_off = _is_true(values, "Hidden") or values.get("X-GNOME-Autostart-enabled", "").lower() == "false"
    return DesktopEntry(
        name=values.get("Name", ""),
        words=_without_fields(command),
        line=f"Exec={command}",
        tries=values.get("TryExec", ""),
        is_hidden=_is_true(values, "NoDisplay"),
        is_on=not is_off,
        only_in=tuple(filter(None, values.get("OnlyShowIn", "").split(";"))),
    )


def _without_fields(command: str) -> tuple[str, ...]:
    # The value itself is escaped once before the command's own quoting.
    found = words(command.replace("\\\\", "\\"))
    return tuple(word.replace("%%", "%") for word in found if not _FIELD.fullmatch(word))


def _is_true(values: dict[str, str], key: str) -> bool:
    return values.get(key, "").lower() in ("true", "1")
