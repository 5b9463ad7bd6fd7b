"""What was allowed to apps one by one: covering the screen, all files, installing others, no sleep.

References: Android's pages of special access; collection-points 7.
"""

from collections.abc import Iterator

from checkup.checks.android.app_card import cards
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import special_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import AppUse, ChosenApp
from checkup.model.finding import Finding
from checkup.model.sources import Sources

ID = "android.special_access"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    yield from cards(ID, facts, (*facts.chosen, *facts.uses), special_signs)


CHECK = Check(
    id=ID,
    needs=(
        ChosenApp,
        AppUse,
    ),
    look=look,
)
