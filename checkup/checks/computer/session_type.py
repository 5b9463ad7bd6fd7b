"""The kind of session on the screen: under X11 every program in it can read all keys and the screen."""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.desktop import DesktopSession, SessionKind
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

CHECK_ID = "computer.session_type"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for session in sources.read(DesktopSession):
        if session.kind is SessionKind.X11:
            yield Finding(
                check=CHECK_ID,
                level=Level.SETTING,
                about="session:x11",
                name="X11",
                reasons=(Reason(sign="session_x11", who=session.who, where=session.seen_in),),
                evidence=(Evidence(where=session.seen_in, saw=f"{session.kind} {session.who}".strip()),),
            )


CHECK = Check(id=CHECK_ID, needs=(DesktopSession,), look=look)
