"""A look as it goes on: where it is, and what has come together so far."""

from msgspec import structs

from checkup.model.finding import Finding
from checkup.model.looked import Gap, Looked
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.value import Value
from checkup.scan import Clear, Ended, Event, Found, Missed, Started


class Asks(Value, frozen=True, kw_only=True):
    """Before the checks: what a phone on the cable is asked now, in its own words."""

    what: str


class Waits(Value, frozen=True, kw_only=True):
    """Before the checks: the system asks for an administrator's password in a window of its own."""


class Progress(Value, frozen=True, kw_only=True):
    """A look under way: where it is, and what has come together so far."""

    number: int = 0
    total: int = 0
    check: str = ""
    asks: str = ""
    waits: bool = False
    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()
    looked: tuple[Looked, ...] = ()
    stopping: bool = False

    @property
    def result(self) -> Result:
        """What there is so far, in the form of a result."""
        subject = Subject(kind=SubjectKind.COMPUTER)
        return Result(subject=subject, when="", findings=self.findings, gaps=self.gaps, looked=self.looked)


def after(progress: Progress, event: Event | Asks | Waits) -> Progress:
    """Return the progress after one event; a finding takes the place of an earlier one about it."""
    match event:
        case Asks():
            return structs.replace(progress, asks=event.what)
        case Waits():
            return structs.replace(progress, waits=True)
        case Started():
            return structs.replace(progress, number=event.number, total=event.total, check=event.check)
        case Found():
            return structs.replace(progress, findings=_with(progress.findings, event.finding))
        case Missed():
            return structs.replace(progress, gaps=(*progress.gaps, event.gap))
        case Clear():
            return structs.replace(progress, looked=(*progress.looked, event.looked))
        case Ended():
            return progress


def _with(findings: tuple[Finding, ...], finding: Finding) -> tuple[Finding, ...]:
    places = {one.about: number for number, one in enumerate(findings)}
    if finding.about not in places:
        return (*findings, finding)
    at = places[finding.about]
    return (*findings[:at], finding, *findings[at + 1 :])
