"""Hosts of the lists in the browsers' histories: a trace of who used the phone, one card a program.

A page can be opened by hand: a visit is never shown as an installed program.
References: resources/rules (hosts a program talks to, hosts where it is sold).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.listed_finding import listed_finding
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Reason
from checkup.model.sources import Sources
from checkup.model.web_trace import VisitedHost

CHECK_ID = "iphone.web_history"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for visit in sources.read(VisitedHost):
        listed = known.listed.url(visit.url) or known.listed.host(visit.host)
        if listed is not None:
            reason = Reason(
                sign="visited_listed_host",
                what=visit.host,
                where=visit.browser,
                when=visit.last,
                count=visit.count,
            )
            saw = Evidence(where=visit.seen_in, saw=visit.url or visit.host, when=visit.last)
            yield listed_finding(CHECK_ID, listed, f"web:{listed.family}", reason, saw)


CHECK = Check(id=CHECK_ID, needs=(VisitedHost,), look=look)
