"""Calendars that come from elsewhere: what is put into them shows on the phone. One card for all."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from checkup.checks.check import Check
from checkup.checks.listed_finding import listed_finding
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import SubscribedCalendar
from checkup.model.sources import Sources

CHECK_ID = "iphone.calendars"
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
                about="subscribed calendars",
                name=calendar.name,
                reasons=(reason,),
                evidence=(saw,),
            )


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


CHECK = Check(id=CHECK_ID, needs=(SubscribedCalendar,), look=look)
