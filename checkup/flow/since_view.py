"""What differs since the last look that is kept in the record, and which things are settled."""

from checkup.content.texts import Texts
from checkup.flow.finding_words import FindingWords
from checkup.model.answer import Answer
from checkup.model.result import Result
from checkup.model.value import Value
from checkup.model.visit import Record, Visit
from checkup.scan.changed import changed


class SinceView(Value, frozen=True, kw_only=True):
    """A card: since when, and a line for each thing that differs."""

    title: str
    lines: tuple[str, ...]


class Before(Value, frozen=True, kw_only=True):
    """The last look in the record that is not this one; `settled` are the things the person called theirs."""

    result: Result
    settled: frozenset[str] = frozenset()


def earlier_look(record: Record, visit: Visit) -> Before | None:
    """Return the look before this visit's own; None where there is none or it came along from then."""
    now = visit.computer
    for earlier in reversed(record.visits):
        if earlier.id == visit.id or earlier.computer is None:
            continue
        if now is None or now.when == earlier.computer.when:
            return None
        mine = {card.about for card in earlier.cards if card.answer is Answer.MINE}
        same = {finding.about for finding in now.findings}
        same -= {one.about for one in changed(earlier.computer, now)}
        return Before(result=earlier.computer, settled=frozenset(mine & same))
    return None


def since_view(before: Before, now: Result, texts: Texts, words: FindingWords) -> SinceView:
    """Return the card; where nothing differs it says so, and of what."""
    say = texts.say
    lines = tuple(
        say(f"computer.since.{one.change.value}", name=words.title(one.finding))
        for one in changed(before.result, now)
    )
    return SinceView(
        title=say("computer.since.title", when=words.moment(before.result.when)),
        lines=lines or (say("computer.since.nothing"),),
    )
