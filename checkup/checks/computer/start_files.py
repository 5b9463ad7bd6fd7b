"""Lines in start files of shells and sessions that people seldom write themselves.

References: MITRE ATT&CK T1546.004 (Unix shell configuration modification), T1574.006 (dynamic linker
hijacking); ForensicArtifacts (shell configuration files).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.subject import About, about_program
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources
from checkup.model.starter import StartFileLine, Trick

ID = "computer.start_files"

# Packages start helpers and set aliases in their own start files.
USUAL_IN_PACKAGES = frozenset({Trick.BACKGROUND, Trick.REPLACES})


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for line in sources.read(StartFileLine):
        if line.file_package and line.trick in USUAL_IN_PACKAGES:
            continue
        about = _about(known, line)
        yield Finding(
            check=ID,
            level=Level.ASK,
            about=about.id,
            name=about.name,
            reasons=(
                Reason(
                    sign=f"start_file_{line.trick.value}",
                    what=line.word,
                    who=line.who,
                    where=line.seen_in,
                    when=line.when,
                ),
            ),
            evidence=(Evidence(where=f"{line.seen_in}:{line.number}", saw=line.line, when=line.when),),
        )


def _about(known: Known, line: StartFileLine) -> About:
    path = line.word if line.word.startswith("/") else ""
    return about_program(known, path, otherwise=line.seen_in)


CHECK = Check(id=ID, needs=(StartFileLine,), look=look)
