"""Apps that show no icon, yet start with the phone.

References: Liu et al., PoPETs 2023 (hiding by consumer spyware); collection-points 7.
"""

from collections.abc import Iterator

from checkup.checks.android.app_card import cards
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import hiding_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import IconTables, InstalledApp
from checkup.model.finding import Finding
from checkup.model.sources import Sources

ID = "android.hidden_app"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    yield from cards(ID, facts, facts.apps, hiding_signs)


CHECK = Check(
    id=ID,
    needs=(
        InstalledApp,
        IconTables,
    ),
    look=look,
)
