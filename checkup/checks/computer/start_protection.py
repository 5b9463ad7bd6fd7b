"""What guards the start of a computer and is off: drivers that nobody signed, systems that nobody signed.

References: learn.microsoft.com, "The TESTSIGNING boot configuration option", "Secure boot".
"""

from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.sources import Sources
from checkup.model.start_protection import StartGuard, StartProtection

CHECK_ID = "computer.start_protection"
_LEVELS = {StartGuard.SIGNED_START: Level.SETTING, StartGuard.SIGNED_DRIVERS: Level.ASK}


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for one in sources.read(StartProtection):
        if not one.is_on:
            sign = f"start_without_{one.guard.value}"
            yield Finding(
                check=CHECK_ID,
                level=_LEVELS[one.guard],
                about=f"start:{one.guard.value}",
                name=one.line,
                reasons=(Reason(sign=sign, what=one.line, where=one.seen_in, when=one.when),),
                evidence=(Evidence(where=one.seen_in, saw=one.line, when=one.when),),
            )


CHECK = Check(id=CHECK_ID, needs=(StartProtection,), look=look)
