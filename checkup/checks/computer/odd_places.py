"""Programs that run from places where programs seldom lie, or whose file is gone.

References: MITRE ATT&CK T1070.004 (file deletion), T1564.001 (hidden files), T1620 (loading without a
file); osquery's pack of incident response (`on_disk = 0`).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.disguise import disguises
from checkup.checks.spot import Spot, is_known_folder, is_systems, spot
from checkup.checks.subject import about_program, command_line
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.program import RunningProgram
from checkup.model.sources import Sources

ID = "computer.odd_places"

SIGNS = {
    Spot.TEMPORARY: "runs_from_temporary_folder",
    Spot.MEMORY: "runs_from_memory",
    Spot.HIDDEN_FOLDER: "runs_from_hidden_folder",
    Spot.SHARED_FOLDER: "runs_from_shared_folder",
    Spot.NAMELESS_FOLDER: "runs_from_nameless_folder",
}
# They run a script; where that lies is what counts.
INTERPRETERS = ("python", "perl", "ruby", "node", "bash", "sh", "dash", "zsh", "php", "lua", "java")


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    told: set[tuple[str, str]] = set()
    for program in sources.read(RunningProgram):
        path = _script(program) or program.path
        # What a sandbox calls /tmp or /app is not the computer's own folder of that name.
        sign = "" if program.scope else _sign(program, path)
        # One program often runs many times at once: the first of each person tells it all.
        found = [*disguises(known, path)]
        if sign:
            what = Reason(sign=sign, what=program.name, where=path, who=program.who, when=program.since)
            found.append((Level.ASK, what))
        if found and (path, program.who) not in told:
            told.add((path, program.who))
            yield _finding(known, program, path, found)


def _finding(known: Known, program: RunningProgram, path: str, found: list[tuple[Level, Reason]]) -> Finding:
    about = about_program(known, path, package=program.package)
    return Finding(
        check=ID,
        level=min((level for level, _ in found), key=lambda one: one.rank),
        about=about.id,
        name=about.name,
        reasons=tuple(reason for _, reason in found),
        evidence=(Evidence(where=program.seen_in, saw=command_line(program), when=program.since),),
    )


def _sign(program: RunningProgram, path: str) -> str:
    place = spot(path)
    if place.is_odd:
        return SIGNS[place]
    # The file of a running program also goes away when an update removes or moves it.
    is_foreign = not (program.package or is_systems(path) or is_known_folder(path))
    return "runs_without_its_file" if program.is_deleted and is_foreign else ""


def _script(program: RunningProgram) -> str:
    """Return the script an interpreter runs, where it is named by its whole path in an odd place."""
    if not program.path.rpartition("/")[2].startswith(INTERPRETERS):
        return ""
    for word in program.command[1:]:
        if not word.startswith("-"):
            return word if word.startswith("/") and spot(word).is_odd else ""
    return ""


CHECK = Check(id=ID, needs=(RunningProgram,), look=look)
