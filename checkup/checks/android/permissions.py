"""Apps that may do many things at once; context for other signs, never more.

References: mvt's list of risky permissions; collection-points 7 (ordinary chat apps ask for most of them).
"""

from collections.abc import Iterator

from checkup.checks.android.app_card import cards
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import permission_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import InstalledApp
from checkup.model.finding import Finding
from checkup.model.sources import Sources

ID = "android.permissions"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    yield from cards(ID, facts, facts.apps, permission_signs)


CHECK = Check(id=ID, needs=(InstalledApp,), look=look)
