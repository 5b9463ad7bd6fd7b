"""Apps in no list that have several independent signs of a program made to watch somebody.

The rule stands in `app_weight.is_profile_of_monitoring`. Permissions alone never make it, one sign never
does, and apps for families stay a question.

References: collection-points 6 and 7.
"""

from collections.abc import Iterator

from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import Grade, signs_of
from checkup.checks.android.app_weight import is_profile_of_monitoring
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import (
    AccessibilityOn,
    AdminApp,
    AppUse,
    IconTables,
    InstalledApp,
    NotificationReader,
    UnseenTimes,
)
from checkup.model.finding import Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.profile"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    # Without a power or hiding twice no app has the profile; most apps have neither.
    outside = (app for app in facts.apps if facts.origin(app).is_outside)
    for app_id in dict.fromkeys((*facts.readers, *facts.admins, *outside)):
        if is_profile_of_monitoring(facts, known, app_id):
            yield _finding(facts, app_id)


def _finding(facts: Facts, app_id: str) -> Finding:
    signs = [sign for sign in signs_of(facts, app_id) if sign.grade is not Grade.CONTEXT]
    count = len({sign.group for sign in signs})
    return Finding(
        check=ID,
        level=Level.STRONG,
        about=app_id,
        name=app_id,
        reasons=(Reason(sign="profile_of_monitoring", count=count), *(sign.reason for sign in signs)),
        evidence=tuple(sign.evidence for sign in signs),
    )


CHECK = Check(
    id=ID,
    needs=(InstalledApp, IconTables, AccessibilityOn, AdminApp, NotificationReader, AppUse, UnseenTimes),
    look=look,
)
