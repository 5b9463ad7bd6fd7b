"""Computers that may command the phone over a cable without a question.

The computer that gathered what is looked at is not asked about: its key lies beside it.
References: Android's AdbDebuggingManager; androidqf's adb_host_key.pub.
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.android import TrustedComputer
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources

ID = "android.trusted_computers"


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for one in sources.read(TrustedComputer):
        if one.did_collect:
            continue
        yield Finding(
            check=ID,
            level=Level.ASK,
            about=f"computer:{one.key or one.name}",
            name=one.name,
            reasons=(Reason(sign="computer_is_trusted", who=one.name),),
            evidence=(Evidence(where=one.seen_in, saw=f"{one.name} {one.key}".strip()),),
        )


CHECK = Check(id=ID, needs=(TrustedComputer,), look=look)
