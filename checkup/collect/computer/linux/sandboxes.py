"""What somebody let apps of Flatpak do beside what they ask for: of each person, and of the computer.

References: flatpak-override(1) (the folders, and the file `global` for all apps).
"""

from collections.abc import Iterator

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.own_homes import own_homes
from checkup.collect.looking import Looking
from checkup.model.permission import SandboxOverride
from checkup.model.sources import Reading
from checkup.parse.flatpak_override import sandbox_rights

OWN, ALL = ".local/share/flatpak/overrides", "/var/lib/flatpak/overrides"
EVERY_APP = "global"


def sandbox_overrides(ground: Ground) -> Reading[SandboxOverride]:
    """Return every right to watch that was given to an app."""
    look = ground.looking()
    return look.reading(_overrides(look, ground))


def _overrides(look: Looking, ground: Ground) -> Iterator[SandboxOverride]:
    folders = (ALL, *(f"{home.path}/{OWN}" for home in own_homes(ground, look)))
    for path, text in look.texts(path for folder in folders for path in look.paths(folder)):
        name = path.rpartition("/")[2]
        for right, line in sandbox_rights(text):
            yield SandboxOverride(
                seen_in=path,
                app="" if name == EVERY_APP else name,
                right=right,
                line=line,
                when=look.changed(path),
            )
