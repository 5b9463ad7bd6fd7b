"""Services that share this screen and are switched on. That one is installed says nothing."""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.desktop import ScreenSharing
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

CHECK_ID = "computer.screen_sharing"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for service in sources.read(ScreenSharing):
        family = known.family(service.service)
        yield Finding(
            check=CHECK_ID,
            level=Level.ASK if service.needs_no_answer else Level.SETTING,
            about=service.service if family else service.path,
            name=service.name,
            reasons=tuple(
                Reason(
                    sign=sign,
                    what=service.name,
                    who=service.who,
                    where=service.seen_in,
                    when=service.when,
                    family=service.service if family else "",
                )
                for sign in _signs(service)
            ),
            evidence=(Evidence(where=service.seen_in, saw=service.line, when=service.when),),
        )


def _signs(service: ScreenSharing) -> Iterator[str]:
    yield "screen_sharing_on"
    if service.needs_no_answer:
        yield "screen_sharing_needs_no_answer"
    if service.allows_control:
        yield "screen_sharing_allows_control"


CHECK = Check(id=CHECK_ID, needs=(ScreenSharing,), look=look)
