"""What differs since the last look that is kept in the record, and which things are settled."""

from checkup.content.texts import Texts
from checkup.flow.finding_words import FindingWords
from checkup.model.answer import Answer
from checkup.model.result import Result
from checkup.model.shown import shown
from checkup.model.value import Value
from checkup.model.visit import Record, Visit
from checkup.scan.changed import changed


class SinceView(Value, frozen=True, kw_only=True):
    """A card: since when, and a line for each thing that differs."""

    title: str
    lines: tuple[str, ...]


class Before(Value, frozen=True, kw_only=True):
    """The last look in the record that is not this one; `settled` are the things the person called theirs.

    `settled` holds the findings' keys. `is_by_name`: nothing but the name says that it is the same phone.
    """

    result: Result
    settled: frozenset[str] = frozenset()
    is_by_name: bool = False


def earlier_look(record: Record, visit: Visit) -> Before | None:
    """Return the look at this computer before this visit's own; None where there is none."""
    return earlier_look_at(record, visit, visit.computer)


def earlier_look_at(record: Record, visit: Visit, now: Result | None) -> Before | None:
    """Return the look before this one at the same thing; None where there is none, or this came from it."""
    if now is None:
        return None
    for earlier in reversed(record.visits):
        then = _of_the_same(now, earlier) if earlier.id != visit.id else None
        if then is not None:
            return None if then.when == now.when else _before(then, now, earlier)
    return None


def _of_the_same(now: Result, earlier: Visit) -> Result | None:
    """Return the last result of a visit about the same thing; by its mark before one by its name."""
    fitting = [one for one in earlier.results if now.subject.may_be(one.subject)]
    return max(fitting, key=lambda one: (_is_sure(one, now), one.when), default=None)


def _before(then: Result, now: Result, earlier: Visit) -> Before:
    mine = {card.about for card in earlier.cards if card.answer is Answer.MINE}
    differs = {one.about for one in changed(then, now)}
    same = {one.about for one in now.findings} - differs
    settled = {now.key_of(one) for one in now.findings if one.about in same and then.key_of(one) in mine}
    is_by_name = now.subject.is_phone and not _is_sure(then, now)
    return Before(result=then, settled=frozenset(settled), is_by_name=is_by_name)


def _is_sure(then: Result, now: Result) -> bool:
    return bool(then.subject.mark) and then.subject.mark == now.subject.mark


def since_view(before: Before, now: Result, texts: Texts, words: FindingWords) -> SinceView:
    """Return the card; where nothing differs it says so, and of what."""
    say = texts.say
    lines = tuple(
        say(f"computer.since.{one.change.value}", name=words.title(one.finding))
        for one in changed(before.result, now)
    )
    by_name = (say("computer.since.by_name", name=shown(now.subject.name)),) if before.is_by_name else ()
    return SinceView(
        title=say("computer.since.title", when=words.moment(before.result.when)),
        lines=(*(lines or (say("computer.since.nothing"),)), *by_name),
    )
