"""Apps that came past every store and call themselves like a part of the phone.

References: collection-points 7; only the id is known here, not the label under the icon.
"""

from collections.abc import Iterator

from checkup.checks.android.app_card import cards
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import look_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import InstalledApp
from checkup.model.finding import Finding
from checkup.model.sources import Sources

ID = "android.system_look"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    yield from cards(ID, facts, (app for app in facts.apps if facts.origin(app).is_outside), look_signs)


CHECK = Check(id=ID, needs=(InstalledApp,), look=look)
