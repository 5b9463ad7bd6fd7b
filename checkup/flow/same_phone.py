"""Which earlier phone a nameless dump or backup came from: asked of the person, never guessed."""

from msgspec import structs

from checkup.content.texts import Texts
from checkup.flow.finding_words import FindingWords
from checkup.flow.phone_values import Option
from checkup.model.result import Result
from checkup.model.shown import shown
from checkup.model.value import Value
from checkup.model.visit import Record, Visit

ANOTHER = "another"
_MOST = 3


class SameView(Value, frozen=True, kw_only=True):
    """A card: the question, and a choice for each phone it can be."""

    title: str
    lead: str
    options: tuple[Option, ...]


def can_be(record: Record, visit: Visit, came: Result) -> tuple[Result, ...]:
    """Return the looks of earlier visits at phones that what came can be from, the newest first.

    Nothing is asked where what came bears a mark of its own, or where there is only itself.
    """
    if not came.subject.is_phone or came.subject.mark:
        return ()
    fitting: dict[str, Result] = {}
    for earlier in reversed(record.visits):
        for one in earlier.phones if earlier.id != visit.id else ():
            told = one.subject.mark or one.subject.name
            if one.subject.kind is came.subject.kind and told and one.subject.key != came.subject.key:
                fitting.setdefault(one.subject.key, one)
    return tuple(fitting.values())[:_MOST]


def said_to_be(visit: Visit, brought: tuple[Result, ...], then: Result | None) -> Visit:
    """Return the visit where the last of `brought` is from the phone of `then`; None undoes that.

    `brought` are the phones of the visit as they were before anything was said. Answers go along.
    """
    came, now = brought[-1], visit.phones[-1]
    same = came.subject
    if then is not None:
        same = structs.replace(same, mark=then.subject.mark, name=then.subject.name)
    others = tuple(one for one in brought[:-1] if then is None or one.subject.key != same.key)
    was, new = f"{now.subject.key}: ", f"{same.key}: "
    cards = {
        about: structs.replace(card, about=about)
        for card in visit.cards
        for about in (new + card.about.removeprefix(was) if card.about.startswith(was) else card.about,)
    }
    return structs.replace(
        visit,
        phones=(*others, structs.replace(came, subject=same)),
        cards=tuple(cards.values()),
    )


def same_view(phones: tuple[Result, ...], chosen: str, texts: Texts) -> SameView | None:
    """Return the card; None where there is nothing to choose."""
    if not phones:
        return None
    say, words = texts.say, FindingWords(texts)
    options = [
        Option(
            id=one.subject.key,
            label=shown(one.subject.name) or say(f"record.opened.unnamed.{one.subject.kind}"),
            detail=say("phone.same.when", when=words.moment(one.when)),
            chosen=one.subject.key == chosen,
        )
        for one in phones
    ]
    another = Option(id=ANOTHER, label=say("phone.same.another"), chosen=chosen == ANOTHER)
    return SameView(title=say("phone.same.title"), lead=say("phone.same.lead"), options=(*options, another))
