"""When somebody connected to this computer with a program for remote control, out of its own log.

The card is the program's own; honest help stands in the log too.
References: resources/rules/desktop-families.toml (the families and where their logs lie).
"""

from collections import defaultdict
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.remote_session import RemoteSession
from checkup.model.sources import Sources

CHECK_ID = "computer.remote_sessions"

MOST_EVIDENCE = 20


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    by_program: dict[str, list[RemoteSession]] = defaultdict(list)
    for session in sources.read(RemoteSession):
        by_program[session.program].append(session)
    for program, sessions in by_program.items():
        family = known.family(program)
        latest = max(sessions, key=lambda one: one.since)
        peers = len({one.peer for one in sessions})
        reasons = [
            Reason(
                sign="remote_session",
                what=latest.peer,
                where=latest.seen_in,
                when=latest.since,
                count=len(sessions),
                family=family.id if family else "",
            )
        ]
        if unasked := sum(one.needs_no_answer is True for one in sessions):
            reasons.append(Reason(sign="remote_session_unasked", count=unasked))
        if peers > 1:
            reasons.append(Reason(sign="remote_session_peers", count=peers))
        newest = sorted(sessions, key=lambda one: one.since, reverse=True)[:MOST_EVIDENCE]
        yield Finding(
            check=CHECK_ID,
            level=Level.ASK,
            about=program,
            name=family.name if family else program,
            reasons=tuple(reasons),
            evidence=tuple(Evidence(where=one.seen_in, saw=one.line, when=one.since) for one in newest),
        )


CHECK = Check(id=CHECK_ID, needs=(RemoteSession,), look=look)
