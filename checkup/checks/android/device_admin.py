"""Apps that administer the phone, or own it or a profile: they are hard to take off and may wipe it.

References: Android's DevicePolicyManager; collection-points 7.
"""

from collections.abc import Iterator

from checkup.checks.android.app_card import cards
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import admin_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import AdminApp
from checkup.model.finding import Finding
from checkup.model.sources import Sources

ID = "android.device_admin"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    yield from cards(ID, facts, facts.admins, admin_signs)


CHECK = Check(id=ID, needs=(AdminApp,), look=look)
