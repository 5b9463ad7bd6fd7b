"""Apps whose id stands in a list of known programs.

An id can change from build to build, so "not in a list" says little. References: the lists of
resources/rules and those a person added.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import InstalledApp
from checkup.model.finding import Evidence, Finding, Reason
from checkup.model.sources import Sources

ID = "android.known_app"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for app in sources.read(InstalledApp):
        listed = known.listed.app(app.id)
        if listed is None or (app.is_system and listed.kind.is_dual_use):
            continue
        yield Finding(
            check=ID,
            level=listed.level,
            about=app.id,
            name=listed.name,
            reasons=(Reason(sign="known_app_id", what=app.id, family=listed.family, source=listed.source),),
            evidence=(Evidence(where=app.seen_in, saw=app.id, when=app.installed),),
        )


CHECK = Check(id=ID, needs=(InstalledApp,), look=look)
