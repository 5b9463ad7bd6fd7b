"""Shortcuts that take something in and send it away, above all those that run by themselves.

Somebody who had the phone in hand can leave an automation that sends where it is. Many people have such
shortcuts for themselves, so it is a question.

References: Apple, "Personal automation in Shortcuts" (running without asking).
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.checks.listed_finding import listed_finding
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import Act, Shortcut
from checkup.model.sources import Sources

CHECK_ID = "iphone.shortcuts"


def look(sources: Sources, known: Known) -> Iterator[Finding]:
    for one in sources.read(Shortcut):
        saw = Evidence(where=one.seen_in, saw=" · ".join((one.name, *one.acts, *one.hosts)), when=one.changed)
        for host in one.hosts:
            if (listed := known.listed.host(host)) is not None:
                reason = Reason(sign="shortcut_sends_web", where=host)
                yield listed_finding(CHECK_ID, listed, f"web:{listed.family}", reason, saw)
        if {act.is_sending for act in one.acts} == {True, False}:
            yield Finding(
                check=CHECK_ID,
                level=Level.ASK if one.runs_alone else Level.SETTING,
                about=f"shortcut:{one.name}",
                name=one.name,
                reasons=tuple(_reasons(one)),
                evidence=(saw,),
            )


def _reasons(one: Shortcut) -> Iterator[Reason]:
    for act in Act:
        if act in one.acts:
            yield Reason(sign=f"shortcut_{act}", where=", ".join(one.hosts) if act is Act.WEB else "")
    if one.runs_alone:
        yield Reason(sign="shortcut_runs_alone")


CHECK = Check(id=CHECK_ID, needs=(Shortcut,), look=look)
