"""Overrides of Flatpak: what somebody let an app do beside what it asks for itself. Text in, rights out.

Only rights are told with which an app could watch: files of the person, devices that are read, the older
kind of screen, and starting programs outside. A value that begins with "!" takes a right away.
References: flatpak-metadata(5), flatpak-override(1), as Flatpak 1.16 has them.
"""

from collections.abc import Iterator

from checkup.model.permission import SandboxRight
from checkup.parse.ini import ini_lines

CONTEXT, SESSION = "Context", "Session Bus Policy"
OUTSIDE = frozenset({"org.freedesktop.Flatpak", "org.freedesktop.Flatpak.*"})
_RIGHTS = {
    "filesystems": (SandboxRight.FILES, frozenset({"host", "home", "~"})),
    "devices": (SandboxRight.DEVICES, frozenset({"all", "input"})),
    "sockets": (SandboxRight.SCREEN, frozenset({"x11"})),
}


def sandbox_rights(text: str) -> Iterator[tuple[SandboxRight, str]]:
    """Yield each right to watch that a file of overrides gives, with its line."""
    for one in ini_lines(text):
        if one.section == CONTEXT and one.name in _RIGHTS:
            right, watching = _RIGHTS[one.name]
            if any(value.strip().partition(":")[0] in watching for value in one.value.split(";")):
                yield right, one.text
        elif one.section == SESSION and one.name in OUTSIDE and one.value in ("talk", "own"):
            yield SandboxRight.OUTSIDE, one.text
