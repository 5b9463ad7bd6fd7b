"""Apps taken off lately, by the phone's battery diary: one of a list is a trace of what was there.

References: Android's BatteryStats daily stats (about ten days); mvt's dumpsys_battery_daily.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import ChangedApp, InstalledApp
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.removed_apps"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
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
        InstalledApp,
    ),
    look=look,
)
