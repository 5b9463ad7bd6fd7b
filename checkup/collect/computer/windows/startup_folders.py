"""The two folders whose content starts with a sign-in: everybody's and each person's own.

References: ForensicArtifacts/artifacts (WindowsStartupFolders); desktop.ini only names the folder.
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.computer.windows.programs import Programs
from checkup.collect.computer.windows.run_keys import switched_off
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.shortcut import NotShortcut, target

EVERYBODY = "/ProgramData/Microsoft/Windows/Start Menu/Programs/Startup"
OWN = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Startup"


def startup_folders(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    """Yield what lies in the folders; a link gives what it leads to."""
    programs = Programs(look, ground)
    yield from _in(look, programs, EVERYBODY, "")
    for home in ground.homes_to_read(look):
        yield from _in(look, programs, f"{home.path}/{OWN}", home.who)


def _in(look: Looking, programs: Programs, folder: str, who: str) -> Iterator[StartsByItself]:
    top = rf"HKU\{who}\Software" if who else r"HKLM\SOFTWARE"
    off = switched_off(look, programs.ground, top, "StartupFolder")
    for path in look.paths(folder):
        name = path.rpartition("/")[2]
        if name.casefold() == "desktop.ini":
            continue
        line = _line(look, path)
        program = programs.started_by(line, who)
        is_on = name.casefold() not in off
        yield StartsByItself(
            seen_in=as_windows(path),
            kind=StarterKind.STARTUP_FOLDER,
            name=name,
            line=line,
            path=program.path,
            who=who,
            when=look.changed(path),
            is_on=is_on,
            is_missing=not program.is_there,
            at_start=is_on,
            signer=program.signer,
        )


def _line(look: Looking, path: str) -> str:
    """Return what a file in the folder starts: itself, or what a link leads to with its words."""
    own = f'"{as_windows(path)}"'
    if not path.lower().endswith(".lnk"):
        return own
    try:
        leads_to = target(look.bytes(path) or b"")
    except NotShortcut:
        look.note(as_windows(path), Cause.UNKNOWN_FORMAT)
        return own
    return f'"{leads_to.path}" {leads_to.words}'.strip() if leads_to.path else own
