"""Libraries that are put into every program, or into programs that run now.

References: ld.so(8); MITRE ATT&CK T1574.006 (dynamic linker hijacking); Firefox,
security/sandbox/linux/launch/SandboxLaunch.cpp.
"""

import re
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.spot import SYSTEM, spot
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.preload import PreloadedLibrary
from checkup.model.program import RunningProgram
from checkup.model.sources import Sources

ID = "computer.preload"

# Libraries whose own instructions tell people to load them this way, by the start of their names.
USUAL = (
    *("libjemalloc", "libtcmalloc", "libmimalloc", "libasan", "libtsan", "libubsan", "libgtk3-nocsd"),
    *("libfakeroot", "libfaketime", "libeatmydata", "libgamemode", "gameoverlayrenderer", "libMangoHud"),
    *("libMangoApp", "libproxychains", "libtorsocks", "libstdc++", "libGL", "libnvidia", "libpthread"),
    *("libc_malloc_debug", "libSegFault", "bindtextdomain", "desktop-launch", "libsnap", "libobs_glcapture"),
    *("libdlfaker", "libvglfaker", "libgcompat", "libxpra", "libstdbuf", "libfcitx", "libibus"),
    "libmozsandbox",  # Firefox and Thunderbird, into their own processes
)


def look(sources: Sources, known: Known) -> Iterator[Finding]:  # noqa: ARG001 - the shape of every check
    for library in sources.read(PreloadedLibrary):
        reason = Reason(sign="preloaded_everywhere", what=library.path, where=library.seen_in)
        evidence = Evidence(where=library.seen_in, saw=library.line, when=library.when)
        level = Level.LEAD if library.package else Level.ASK
        yield _finding(library.path, level, [reason, *_about_file(library)], evidence)
    for program in sources.read(RunningProgram):
        for path in filter(None, re.split(r"[\s:]+", program.preload)):
            if not _is_usual(path):
                reason = Reason(
                    sign="preloaded_into_running",
                    what=path,
                    where=program.path or program.name,
                    who=program.who,
                )
                evidence = Evidence(
                    where=f"{program.seen_in}/environ",
                    saw=f"LD_PRELOAD={program.preload}",
                    when=program.since,
                )
                yield _finding(path, Level.ASK, [reason], evidence)


def _about_file(library: PreloadedLibrary) -> Iterator[Reason]:
    if not library.is_there:
        yield Reason(sign="program_is_gone", what=library.path)
    elif library.package == "":
        yield Reason(sign="came_from_no_package", what=library.path)


def _finding(path: str, level: Level, reasons: list[Reason], evidence: Evidence) -> Finding:
    name = path.rpartition("/")[2] or path
    return Finding(check=ID, level=level, about=path, name=name, reasons=tuple(reasons), evidence=(evidence,))


def _is_usual(path: str) -> bool:
    """Whether a known name lies where only the administrator can put a file, or names no folder."""
    is_placed = "/" not in path or path.startswith((*SYSTEM, "/opt/", "$", "/app/")) or "/Steam/" in path
    return path.rpartition("/")[2].startswith(USUAL) and is_placed and not spot(path).is_odd


CHECK = Check(id=ID, needs=(PreloadedLibrary, RunningProgram), look=look)
