"""Everything that starts programs by itself on Linux, from all its places.

References: udev(7) for the rules; the other places name theirs.
"""

from collections.abc import Iterator

from checkup.collect.computer.linux.autostart import autostart
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.programs import Programs
from checkup.collect.computer.linux.timetables import timetables
from checkup.collect.computer.linux.units import units
from checkup.collect.looking import Looking
from checkup.model.sources import Reading
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.device_rule import device_commands

# The packages' own rules lie in /usr/lib/udev; these two are for what is added on this computer.
RULES = ("/etc/udev/rules.d", "/run/udev/rules.d")


def starters(ground: Ground) -> Reading[StartsByItself]:
    """Return everything that starts by itself."""
    look = ground.looking()
    return look.reading(_all(look, ground))


def _all(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    yield from units(look, ground)
    yield from autostart(look, ground)
    yield from timetables(look, ground)
    yield from _device_rules(look, ground)


def _device_rules(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    programs = Programs(look, ground.owners)
    for folder in RULES:
        for path, text in look.texts(look.paths(folder, ".rules")):
            for rule in device_commands(text):
                program = programs.started_by_line(rule.command, "")
                yield StartsByItself(
                    seen_in=path,
                    kind=StarterKind.DEVICE_RULE,
                    name=path.rpartition("/")[2],
                    line=rule.line,
                    path=program.path,
                    when=look.changed(path),
                    is_missing=not program.is_there,
                    file_package=ground.owners.of(path),
                    package=program.package,
                )
