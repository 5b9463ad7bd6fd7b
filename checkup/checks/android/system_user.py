"""Apps that run as one of the system's own users, though they are added or signed by somebody else.

Android lets an app share a user only with apps of the same signer, so an added one there was signed with
the key of the system: the phone's maker, or a system whose key is known to all. Who signed can be compared
within one phone since Android 9, by short numbers; it cannot be held against a list.

References: android:sharedUserId; AOSP PackageSignatures.toString.
"""

from collections.abc import Iterator

from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import is_system_user, system_user_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import InstalledApp
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.system_user"
SYSTEM, SYSTEM_USER = "android", "android.uid.system"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    system = facts.apps.get(SYSTEM)
    for app in facts.apps.values():
        if not is_system_user(app):
            continue
        reasons = [sign.reason for sign in system_user_signs(facts, app.id)]
        if system and app.shared_user == SYSTEM_USER and _is_foreign(app, system):
            reasons.append(Reason(sign="system_user_of_other_signer", what=app.signer))
        if reasons:
            yield Finding(
                check=ID,
                level=Level.ASK,
                about=app.id,
                name=app.id,
                reasons=tuple(reasons),
                evidence=(Evidence(where=app.seen_in, saw=f"{app.shared_user} {app.signer}".strip()),),
            )


def _is_foreign(app: InstalledApp, system: InstalledApp) -> bool:
    return bool(app.signer and system.signer) and app.signer != system.signer


CHECK = Check(id=ID, needs=(InstalledApp,), look=look)
