"""Apps that came past every store: as a file, from a browser, over a cable, or nobody knows how.

Many people in Viet Nam install apps from files, so this alone makes no card; with a second sign it does.
References: collection-points 7 (installer); Android's InstallSourceInfo.
"""

from collections.abc import Iterator

from checkup.checks.android.app_card import cards
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import installer_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import InstalledApp
from checkup.model.finding import Finding
from checkup.model.sources import Sources

ID = "android.installer"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    yield from cards(ID, facts, (app for app in facts.apps if facts.origin(app).is_outside), installer_signs)


CHECK = Check(id=ID, needs=(InstalledApp,), look=look)
