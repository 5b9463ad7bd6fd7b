"""Links of the lists in messages and notes, one card a program. Nothing is opened, no text is kept.

Messages are the phone's own, and those of WhatsApp and Viber.

References: resources/rules.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.listed_finding import listed_finding
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Reason
from checkup.model.sources import Sources
from checkup.model.web_trace import LinkedHost, LinkPlace

CHECK_ID = "iphone.sent_links"
_APPS = {LinkPlace.WHATSAPP: "WhatsApp", LinkPlace.VIBER: "Viber"}


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for link in sources.read(LinkedHost):
        listed = known.listed.url(link.url) or known.listed.host(link.host)
        if listed is not None:
            saw = Evidence(where=link.seen_in, saw=link.url or link.host, when=link.last)
            yield listed_finding(CHECK_ID, listed, f"web:{listed.family}", _reason(link), saw)


def _reason(link: LinkedHost) -> Reason:
    if name := _APPS.get(link.place):
        return Reason(sign="listed_link_in_app", what=link.host, who=name, when=link.last, count=link.count)
    if link.place is LinkPlace.NOTE:
        return Reason(sign="listed_link_in_notes", what=link.host, count=link.count)
    return Reason(sign="listed_link_in_messages", what=link.host, when=link.last, count=link.count)


CHECK = Check(id=CHECK_ID, needs=(LinkedHost,), look=look)
