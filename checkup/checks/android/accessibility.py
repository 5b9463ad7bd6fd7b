"""Apps that can read the screen and press keys for the person.

References: Android's AccessibilityService; collection-points 7 (helpers that need it are left out).
"""

from collections.abc import Iterator

from checkup.checks.android.app_card import cards
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import accessibility_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import AccessibilityOn
from checkup.model.finding import Finding
from checkup.model.sources import Sources

ID = "android.accessibility"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    yield from cards(ID, facts, facts.readers, accessibility_signs)


CHECK = Check(id=ID, needs=(AccessibilityOn,), look=look)
