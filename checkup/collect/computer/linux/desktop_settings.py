"""Reads the settings GNOME and its relatives keep: one dconf database a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.own_homes import own_homes
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.parse.dconf import NotDconf, Setting, dconf_settings

DATABASE = ".config/dconf/user"
MOST_DATABASE = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's settings by whole path. A setting never changed is not in it."""

    path: str
    who: str
    values: dict[str, Setting]

    def text(self, name: str) -> str:
        """Return a text setting, empty where it was never changed."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def is_on(self, name: str) -> bool | None:
        """Return a switch, None where it was never changed."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None


def desktop_settings(ground: Ground, look: Looking) -> Iterator[Settings]:
    """Yield the settings of this person, and of others that are open to them."""
    for home in own_homes(ground, look):
        path = f"{home.path.rstrip('/')}/{DATABASE}"
        data = look.bytes(path, MOST_DATABASE)
        if not data:
            continue
        try:
            yield Settings(path, home.who, dconf_settings(data))
        except NotDconf:
            look.note(path, Cause.UNKNOWN_FORMAT)
