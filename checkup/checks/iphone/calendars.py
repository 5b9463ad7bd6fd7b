"""Calendars that come from elsewhere, and those that others see or write. One card for all.

References: Apple, "Share calendars" and "Subscribe to calendars" (a published one is open to whoever has
its address).
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from checkup.checks.check import Check
from checkup.checks.listed_finding import listed_finding
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import OpenCalendar, SubscribedCalendar
from checkup.model.sources import Sources

CHECK_ID = "iphone.calendars"
ABOUT = "subscribed calendars"
_HOLIDAYS = (".apple.com", ".icloud.com", ".google.com")


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for calendar in sources.read(SubscribedCalendar):
        host = _host(calendar.address)
        reason = Reason(sign="calendar_from_elsewhere", what=calendar.name, where=host or calendar.address)
        saw = Evidence(where=calendar.seen_in, saw=calendar.address)
        listed = known.listed.host(host) if host else None
        if listed is not None:
            yield listed_finding(CHECK_ID, listed, f"web:{listed.family}", reason, saw)
        elif not f".{host}".endswith(_HOLIDAYS):
            yield Finding(
                check=CHECK_ID,
                level=Level.SETTING,
                about=ABOUT,
                name=calendar.name,
                reasons=(reason,),
                evidence=(saw,),
            )
    for one in sources.read(OpenCalendar):
        if one.is_published or one.owner:
            yield _open(one)


def _open(one: OpenCalendar) -> Finding:
    reasons = []
    if one.is_published:
        reasons.append(Reason(sign="calendar_is_published", what=one.name))
    if one.owner:
        reasons.append(Reason(sign="calendar_of_other", what=one.name, who=one.owner))
    return Finding(
        check=CHECK_ID,
        level=Level.SETTING,
        about=ABOUT,
        name=one.name,
        reasons=tuple(reasons),
        evidence=(Evidence(where=one.seen_in, saw=f"{one.name} {one.owner}".strip()),),
    )


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


CHECK = Check(id=CHECK_ID, needs=(SubscribedCalendar, OpenCalendar), look=look)
