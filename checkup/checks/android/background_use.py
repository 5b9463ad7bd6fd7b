"""Apps that used microphone, camera, place, messages or calls while they were out of sight.

References: Android's AppOpsManager; collection-points 7 (stronger than a permission that is only granted).
"""

from collections.abc import Iterator

from checkup.checks.android.app_card import cards
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import use_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import AppUse, UnseenTimes
from checkup.model.finding import Finding
from checkup.model.sources import Sources

ID = "android.background_use"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    yield from cards(ID, facts, facts.uses, use_signs)


CHECK = Check(id=ID, needs=(AppUse, UnseenTimes), look=look)
