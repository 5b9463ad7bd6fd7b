"""Apps among the phone's own that did not come with it, and hold a power or take something in.

With full rights over a phone an app can be put into the system's place, where Android itself no longer
tells it from its own. What is left tells it apart: its file is of a later day than all the others, it
replaced another by hand, or nobody else of the system was signed by its signer (Android 9 and later).

References: AOSP PackageManagerService.scanPackageDirtyLI (of a file in the system's place the time of the
file is kept as firstInstallTime); FlexiSPY's guide for phones with full rights.
"""

from collections.abc import Iterator

from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_weight import is_worth_a_card
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import AccessibilityOn, AdminApp, AppUse, InstalledApp, NotificationReader
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.added_to_system"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    for app in facts.apps.values():
        reasons = tuple(_reasons(facts, app))
        if reasons and is_worth_a_card(facts, app.id):
            yield Finding(
                check=ID,
                level=Level.ASK,
                about=app.id,
                name=app.id,
                reasons=reasons,
                evidence=(Evidence(where=app.seen_in, saw=app.path, when=app.installed),),
            )


def _reasons(facts: Facts, app: InstalledApp) -> Iterator[Reason]:
    if facts.came_after_system(app.id):
        yield Reason(sign="app_came_after_system", when=app.installed)
    if facts.is_replaced_by_hand(app.id):
        yield Reason(sign="app_replaced_by_hand")
    if facts.is_alone_with_signer(app.id):
        yield Reason(sign="app_has_signer_of_its_own")


CHECK = Check(id=ID, needs=(InstalledApp, AccessibilityOn, AdminApp, NotificationReader, AppUse), look=look)
