"""One run of checks for a command: progress while it lasts, and its result as parts of the JSON object."""

from collections.abc import Sequence

from checkup.checks.check import Check
from checkup.cli.console import Console
from checkup.cli.json_output import rows, whole
from checkup.flow.finding_words import FindingWords
from checkup.indicators import Known
from checkup.model.clock import now
from checkup.model.result import Result, Subject
from checkup.model.sources import Sources
from checkup.model.stop import Stop
from checkup.scan import Ended, Event, Started, scan


def scanned(
    console: Console, checks: Sequence[Check], sources: Sources, known: Known, stop: Stop, subject: Subject
) -> Result:
    """Run the checks over these sources and return what they say."""
    result = None
    for event in scan(checks, sources, known, stop, subject, now):
        _show_progress(event, console)
        if isinstance(event, Ended):
            result = event.result
    assert result is not None  # noqa: S101 - the scan's last event is always Ended
    return result


def scan_parts(result: Result) -> dict[str, object]:
    """Return a result as the parts of the JSON object."""
    return {
        "when": result.when,
        "stopped": result.stopped,
        "subject": whole(result.subject),
        "findings": rows(result.findings),
        "gaps": rows(result.gaps),
        "looked": rows(result.looked),
        "unread": rows(result.unread),
    }


def _show_progress(event: Event, console: Console) -> None:
    match event:
        case Started():
            name = FindingWords(console.texts).check(event.check)
            step = console.texts.say("cli.scan.step", number=event.number, total=event.total, name=name)
            console.progress(step)
        case Ended():
            console.wipe_progress()
        case _:
            pass
