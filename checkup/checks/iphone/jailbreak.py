"""Traces of a jailbreak or of tools that keep unsigned apps: one card for the phone."""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.iphone import JailbreakTrace
from checkup.model.sources import Sources

CHECK_ID = "iphone.jailbreak"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    found = tuple(sources.read(JailbreakTrace))
    if found:
        tools = dict.fromkeys(one.tool for one in found)
        yield Finding(
            check=CHECK_ID,
            level=Level.ASK,
            about="jailbreak",
            name=", ".join(tools),
            reasons=tuple(Reason(sign="jailbreak_tool", what=tool) for tool in tools),
            evidence=tuple(Evidence(where=one.seen_in, saw=one.tool) for one in found),
        )


CHECK = Check(id=CHECK_ID, needs=(JailbreakTrace,), look=look)
