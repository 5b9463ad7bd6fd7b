"""Apps that are gone: those the battery diary saw go lately, and known ones that left a note behind.

Notes of other apps that are gone are not told: phones keep many, and they say nothing.

References: Android's BatteryStats daily stats (about ten days); mvt's dumpsys_battery_daily.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import ChangedApp, InstalledApp, LeftTrace
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.removed_apps"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    yield from _taken_off(sources, known)
    yield from _left_behind(sources, known)


def _left_behind(sources: Sources, known: Known) -> Iterator[Finding]:
    there = {app.id for app in sources.read(InstalledApp)}
    for one in sources.read(LeftTrace):
        listed = known.listed.app(one.app)
        if listed is None or one.app in there:
            continue
        reason = Reason(sign="app_left_a_note", what=one.app, family=listed.family, source=listed.source)
        yield Finding(
            check=ID,
            level=Level.ASK,
            about=f"removed:{one.app}",
            name=listed.name,
            reasons=(reason,),
            evidence=(Evidence(where=one.seen_in, saw=one.app),),
        )


def _taken_off(sources: Sources, known: Known) -> Iterator[Finding]:
    there = {app.id for app in sources.read(InstalledApp)}
    for one in sources.read(ChangedApp):
        listed = known.listed.app(one.app)
        sign = "app_was_removed" if one.is_removed else "app_was_set_back"
        if one.is_removed and one.app in there:
            continue
        yield Finding(
            check=ID,
            level=Level.ASK if listed else Level.LEAD,
            about=f"removed:{one.app}",
            name=listed.name if listed else one.app,
            reasons=(
                Reason(
                    sign=sign,
                    what=one.app,
                    when=one.when,
                    family=listed.family if listed else "",
                    source=listed.source if listed else "",
                ),
            ),
            evidence=(Evidence(where=one.seen_in, saw=f"{one.app} vers={one.version}", when=one.when),),
        )


CHECK = Check(
    id=ID,
    needs=(
        ChangedApp,
        LeftTrace,
        InstalledApp,
    ),
    look=look,
)
