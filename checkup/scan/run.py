"""The scan: every check once, each ending in findings, a gap or "looked", joined as they come."""

from collections.abc import Iterator, Sequence

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.clock import Clock, written
from checkup.model.finding import Finding
from checkup.model.looked import Cause, Gap, Looked, Unread
from checkup.model.result import Result, Subject
from checkup.model.sources import Sources
from checkup.model.stop import Stop
from checkup.scan.event import Clear, Ended, Event, Found, Missed, Started
from checkup.scan.joined import joined
from checkup.scan.places import Places, places


def scan(
    checks: Sequence[Check], sources: Sources, known: Known, stop: Stop, subject: Subject, clock: Clock
) -> Iterator[Event]:
    """Run the checks in their order and yield what happens; the last event is `Ended`.

    Once `stop` is asked, the checks not reached end as gaps, and what was found until then stays. A
    check that raises ends as a gap; neither its error nor its text is kept or written anywhere.
    """
    run = _Run(sources, known, stop)
    when = written(clock())
    for number, check in enumerate(checks, start=1):
        if stop.asked:
            yield run.missed(Gap(check=check.id, reason=Cause.STOPPED))
        else:
            yield Started(check=check.id, number=number, total=len(checks))
            yield from run.events(check)
    yield Ended(result=run.result(subject, when))


class _Run:
    """What has come together so far."""

    def __init__(self, sources: Sources, known: Known, stop: Stop) -> None:
        self._sources = sources
        self._known = known
        self._stop = stop
        self._findings: dict[str, Finding] = {}
        self._gaps: list[Gap] = []
        self._looked: list[Looked] = []
        self._unread: list[Unread] = []

    def events(self, check: Check) -> Iterator[Event]:
        """Run one check to its end."""
        broken = False
        cut_off: tuple[Unread, ...] = ()
        try:
            for finding in check.look(self._sources, self._known):
                yield Found(finding=self._take(finding))
                if self._stop.asked:
                    cut_off = (Unread(where="", reason=Cause.STOPPED, check=check.id),)
                    break
            read = places(check, self._sources)
            read = Places(saw=read.saw, unread=(*read.unread, *cut_off))
        except Exception:  # noqa: BLE001 - one of the three places: a check that fails is a gap
            broken = True
            read = Places(unread=(Unread(where="", reason=Cause.FAILED, check=check.id),))
        yield from self._end(check.id, read, broken=broken)

    def missed(self, gap: Gap) -> Missed:
        """Note a gap and return its event."""
        self._gaps.append(gap)
        return Missed(gap=gap)

    def result(self, subject: Subject, when: str) -> Result:
        """Return all of it."""
        return Result(
            subject=subject,
            when=when,
            findings=tuple(self._findings.values()),
            gaps=tuple(self._gaps),
            looked=tuple(self._looked),
            unread=tuple(self._unread),
            stopped=any(gap.reason is Cause.STOPPED for gap in self._gaps)
            or any(unread.reason is Cause.STOPPED for unread in self._unread),
        )

    def _take(self, finding: Finding) -> Finding:
        earlier = self._findings.get(finding.about)
        whole = finding if earlier is None else joined(earlier, finding)
        self._findings[finding.about] = whole
        return whole

    def _end(self, check: str, read: Places, *, broken: bool) -> Iterator[Event]:
        """Put the check where it belongs: its own card, else a gap, else "looked".

        A check whose signs all went to another's cards has none of its own; it looked all the same.
        """
        if any(finding.check == check for finding in self._findings.values()):
            self._unread.extend(read.unread)
        elif broken:
            yield self.missed(Gap(check=check, reason=Cause.FAILED))
        elif read.unread:
            yield self.missed(read.gap(check))
        else:
            looked = Looked(check=check, saw=read.saw)
            self._looked.append(looked)
            yield Clear(looked=looked)
