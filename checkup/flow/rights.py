"""What only an administrator may read: offered after a look, explained first, read once after a yes."""

from collections.abc import Iterator

from checkup.content.texts import Texts
from checkup.flow.computer import look_at
from checkup.flow.computer_values import RightsView
from checkup.flow.guided_looks import system_of
from checkup.flow.progress import Waits
from checkup.model.clock import Clock
from checkup.model.guided_look import LookOn
from checkup.model.looked import Cause
from checkup.model.result import Result, SubjectKind
from checkup.model.stop import Stop
from checkup.scan import Event

READS = ("1", "2", "3", "4")


def look_with_rights(stop: Stop, clock: Clock) -> Iterator[Event | Waits]:
    """Let the system ask for a password, read what it opens, then look at this computer again, whole.

    Raises `NoRights` before the first event of the look where nothing was read; whatever an earlier
    look saw stays then.
    """
    from checkup.collect.computer.linux.rights import read_with_rights
    from checkup.collect.run import RunHere

    yield Waits()
    granted = read_with_rights(RunHere(stop))
    yield from look_at(None, stop, clock, granted)


def refusal_in(error: object) -> str:
    """Return why nothing was read with rights, "" where the error is another."""
    from checkup.collect.computer.linux.rights import NoRights

    return error.why.value if isinstance(error, NoRights) else ""


def may_be_offered(result: Result) -> bool:
    """Whether a whole look at this computer left places that the reader with rights would open."""
    from checkup.collect.computer.linux.rights import would_open

    if result.subject.kind is not SubjectKind.COMPUTER or system_of(result) is not LookOn.LINUX:
        return False
    refused = [where for gap in result.gaps if gap.reason is Cause.NOT_PERMITTED for where in gap.where]
    refused += [one.where for one in result.unread if one.reason is Cause.NOT_PERMITTED]
    return not result.stopped and any(map(would_open, refused))


def rights_view(result: Result, texts: Texts) -> RightsView | None:
    """Return the card, None where there is nothing to offer.

    A password typed beside something that looks like monitoring could be recorded: no button then.
    """
    if not may_be_offered(result):
        return None
    say = texts.say
    if result.has_strong_sign:
        return RightsView(title=say("computer.rights.title"), lead=say("computer.rights.not_now"))
    return RightsView(
        title=say("computer.rights.title"),
        lead=say("computer.rights.lead"),
        reads_title=say("computer.rights.reads_title"),
        reads=tuple(say(f"computer.rights.reads.{number}") for number in READS),
        leaves=say("computer.rights.leaves"),
        button=say("computer.rights.button"),
    )
