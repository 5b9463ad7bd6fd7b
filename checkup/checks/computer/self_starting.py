"""Programs that start by themselves and did not come with a package of the system.

References: collection-point knowledge of osquery (`systemd_units`, `startup_items`, `crontab`) and
ForensicArtifacts (LinuxSystemdServices, LinuxCronTabs, LinuxUdevRules, XDG autostart).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.disguise import disguises, label_disguise
from checkup.checks.spot import Spot, is_chosen, is_known_folder, is_systems, spot
from checkup.checks.subject import about_program
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources
from checkup.model.starter import StarterKind, StartsByItself

ID = "computer.self_starting"

# Programs that a distribution brings and that take pictures, sound, keys or traffic: started by a
# line of somebody's own they are worth a question, whoever brought them.
RECORDERS = frozenset(
    {
        "scrot",
        "maim",
        "import",
        "grim",
        "spectacle",
        "flameshot",
        "gnome-screenshot",
        "xwd",
        "ffmpeg",
        "avconv",
    }
    | {"arecord", "parecord", "parec", "pw-record", "fswebcam", "streamer", "motion", "wf-recorder"}
    | {"xinput", "evtest", "showkey", "xspy", "tcpdump", "tshark", "nc", "ncat", "netcat", "socat", "autossh"}
)
LABELS = frozenset({StarterKind.LAUNCH_AGENT, StarterKind.LAUNCH_DAEMON})
PACKAGES_FOLDERS = ("/usr/lib/systemd/", "/lib/systemd/", "/usr/share/", "/run/systemd/generator")
SPOT_SIGNS = {
    Spot.HOME: "lies_in_home",
    Spot.TEMPORARY: "lies_in_temporary_folder",
    Spot.MEMORY: "lies_in_memory",
    Spot.HIDDEN_FOLDER: "lies_in_hidden_folder",
    Spot.DATA_FOLDER: "lies_in_data_folder",
    Spot.SHARED_FOLDER: "lies_in_shared_folder",
    Spot.NAMELESS_FOLDER: "lies_in_nameless_folder",
}


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for starter in sources.read(StartsByItself):
        borrowed = _borrowed(known, starter)
        if borrowed or _is_worth_asking(starter):
            about = about_program(known, starter.path, package=starter.package, otherwise=starter.seen_in)
            yield Finding(
                check=ID,
                level=min((_level(starter), *(level for level, _ in borrowed)), key=lambda one: one.rank),
                about=about.id,
                name=about.name,
                reasons=(*(reason for _, reason in borrowed), *_reasons(starter)),
                evidence=(Evidence(where=starter.seen_in, saw=starter.line, when=starter.when),),
            )


def _borrowed(known: Known, starter: StartsByItself) -> list[tuple[Level, Reason]]:
    """Return the names of the system that a starter carries without right."""
    if starter.is_missing:
        return []
    found = list(disguises(known, starter.path))
    label = label_disguise(known, starter.name, starter.path) if starter.kind in LABELS else None
    return [*found, label] if label is not None else found


def _is_worth_asking(starter: StartsByItself) -> bool:
    if _is_foreign_program(starter) or _recorder(starter):
        return _is_foreign_file(starter) or not starter.is_missing
    if not _is_foreign_file(starter):
        return False
    is_own_unit = starter.kind is StarterKind.USER_UNIT and bool(starter.who)
    return (is_own_unit or starter.restarts) and not (_is_snap(starter) or is_chosen(starter.path))


def _level(starter: StartsByItself) -> Level:
    is_own_unit = starter.kind is StarterKind.USER_UNIT and bool(starter.who)
    if starter.is_missing or not (starter.is_on or is_own_unit):
        return Level.LEAD
    return Level.LEAD if is_known_folder(starter.path) and not _recorder(starter) else Level.ASK


def _reasons(starter: StartsByItself) -> Iterator[Reason]:
    yield Reason(
        sign=f"starts_{starter.kind.value}",
        what=starter.name,
        where=starter.seen_in,
        who=starter.who,
        when=starter.when,
    )
    if sign := _about_program(starter):
        yield Reason(sign=sign, what=starter.path)
    if not starter.is_on:
        yield Reason(sign="is_switched_off")
    if place := SPOT_SIGNS.get(spot(starter.path)):
        yield Reason(sign=place, where=starter.path)
    if starter.restarts:
        yield Reason(sign="comes_back_when_ended")
    if starter.is_hidden and starter.who:
        yield Reason(sign="not_shown_in_menus")
    if recorder := _recorder(starter):
        yield Reason(sign="starts_a_recorder", what=recorder)


def _about_program(starter: StartsByItself) -> str:
    if starter.is_missing:
        return "program_is_gone"
    if not starter.path:
        return "starts_a_command"
    if not _is_foreign_program(starter):
        return ""
    # Where there are no packages, it is the folder that says so.
    return "lies_outside_program_folders" if starter.package is None else "came_from_no_package"


def _is_foreign_program(starter: StartsByItself) -> bool:
    """Whether no package brought the program; where packages are not known, its folder decides."""
    if starter.package is None:
        return not is_systems(starter.path)
    return not starter.package and not _is_packages_command(starter)


def _is_packages_command(starter: StartsByItself) -> bool:
    """Whether it is a command for a shell, or a program not installed, in a file that a package brought."""
    return bool(starter.file_package) and (not starter.path or starter.is_missing)


def _is_foreign_file(starter: StartsByItself) -> bool:
    if starter.file_package is None:
        return not starter.seen_in.startswith(PACKAGES_FOLDERS)
    return not starter.file_package


def _is_snap(starter: StartsByItself) -> bool:
    return starter.package in ("snap", "snapd") or starter.path == "/usr/bin/snap"


def _recorder(starter: StartsByItself) -> str:
    """Return the recorder that a line of somebody's own names, empty where it names none."""
    if not _is_foreign_file(starter):
        return ""
    words = starter.line.replace("=", " ").replace(";", " ").replace("'", " ").replace('"', " ").split()
    return next((word for word in words if word.rpartition("/")[2] in RECORDERS), "")


CHECK = Check(id=ID, needs=(StartsByItself,), look=look)
