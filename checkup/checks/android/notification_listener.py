"""Apps that read all notifications, among them the chats of other apps.

References: Android's NotificationListenerService; collection-points 7 (watches, cars and launchers too).
"""

from collections.abc import Iterator

from checkup.checks.android.app_card import cards
from checkup.checks.android.app_facts import Facts
from checkup.checks.android.app_signs import notification_signs
from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import NotificationReader
from checkup.model.finding import Finding
from checkup.model.sources import Sources

ID = "android.notification_listener"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    facts = Facts(sources)
    yield from cards(ID, facts, facts.listeners, notification_signs)


CHECK = Check(id=ID, needs=(NotificationReader,), look=look)
