"""Programs that start with the desktop: XDG autostart entries and KDE's start scripts.

References: Desktop Application Autostart Specification 0.5; KDE's `autostart-scripts` and
`plasma-workspace/env` folders.
"""

from collections.abc import Iterator

from checkup.collect.computer.home import Home
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.programs import Programs
from checkup.collect.looking import Looking
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.desktop_entry import desktop_entry

EVERYBODY = "/etc/xdg/autostart"
OWN = ".config/autostart"
SCRIPTS = (".config/autostart-scripts", ".config/plasma-workspace/env", ".config/plasma-workspace/shutdown")


def autostart(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    """Yield what the desktop starts; entries switched off are given as such."""
    programs = Programs(look, ground.owners)
    nobody = Home("", "")
    yield from _entries(look, programs, EVERYBODY, nobody)
    for home in ground.homes_to_read(look):
        yield from _entries(look, programs, f"{home.path}/{OWN}", home)
        for folder in SCRIPTS:
            yield from _scripts(look, programs, f"{home.path}/{folder}", home)


def _entries(look: Looking, programs: Programs, folder: str, home: Home) -> Iterator[StartsByItself]:
    for path, text in look.texts(look.paths(folder, ".desktop")):
        entry = desktop_entry(text)
        if entry is None:
            continue
        program = programs.started_by(entry.words, home.path)
        tried = programs.find(entry.tries, home.path) if entry.tries else program
        yield StartsByItself(
            seen_in=path,
            kind=StarterKind.AUTOSTART,
            name=entry.name or path.rpartition("/")[2],
            line=entry.line,
            path=program.path,
            who=home.who,
            when=look.changed(path),
            is_on=entry.is_on and tried.is_there,
            is_hidden=entry.is_hidden,
            is_missing=not program.is_there,
            at_start=entry.is_on,
            file_package=programs.owners.of(path),
            package=program.package,
        )


def _scripts(look: Looking, programs: Programs, folder: str, home: Home) -> Iterator[StartsByItself]:
    for path in look.paths(folder):
        program = programs.find(path, home.path)
        yield StartsByItself(
            seen_in=path,
            kind=StarterKind.AUTOSTART,
            name=path.rpartition("/")[2],
            line=path,
            path=program.path,
            who=home.who,
            when=look.changed(path),
            is_missing=not program.is_there,
            at_start=True,
            file_package=program.package,
            package=program.package,
        )
