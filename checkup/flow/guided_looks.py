"""Guided looks: what the person looks at on a device's own screen, how answers are kept and shown.

A look that was answered counts as looked at: the gap it belongs to says so.
"""

from msgspec import structs

from checkup.content.texts import Language, Texts
from checkup.model.answer import Answer
from checkup.model.guided_look import GuidedLook, LookAnswer, LookOn
from checkup.model.result import Result, SubjectKind
from checkup.model.value import Value
from checkup.model.visit import Visit

LOOKS = "looks"
_SYSTEMS = {"windows": LookOn.WINDOWS, "macos": LookOn.MACOS}


class LookChoice(Value, frozen=True, kw_only=True):
    """One of the four answers."""

    id: str
    label: str
    chosen: bool


class LookCard(Value, frozen=True, kw_only=True):
    """One look, named by `id`: where to go, which names are `unsure`, what to look for, what was seen."""

    id: str
    title: str
    where: str
    path: str
    unsure: str
    what_title: str
    what: str
    question: str
    choices: tuple[LookChoice, ...]


class LooksView(Value, frozen=True, kw_only=True):
    """The page: its looks, and how many of them were answered."""

    title: str
    lead: str
    progress: str
    cards: tuple[LookCard, ...]


def system_of(result: Result) -> LookOn:
    """Return which looks belong to what was looked at."""
    match result.subject.kind:
        case SubjectKind.ANDROID:
            return LookOn.ANDROID
        case SubjectKind.IPHONE:
            return LookOn.IPHONE
        case _:
            system = result.subject.system.casefold()
            return next((on for name, on in _SYSTEMS.items() if system.startswith(name)), LookOn.LINUX)


def fitting(looks: tuple[GuidedLook, ...], result: Result) -> tuple[GuidedLook, ...]:
    """Return the looks worth doing after a look: those whose gap is open, and those no program can do."""
    on = system_of(result)
    missed = {gap.check for gap in result.gaps} | {unread.check for unread in result.unread}
    return tuple(
        look for look in looks if look.on is on and (not look.checks or not look.checks.isdisjoint(missed))
    )


def looked_at(visit: Visit, look: str, answer: Answer) -> Visit:
    """Return the visit after one look."""
    others = tuple(one for one in visit.looks if one.look != look)
    return structs.replace(visit, looks=(*others, LookAnswer(look=look, answer=answer)))


def looks_view(visit: Visit, looks: tuple[GuidedLook, ...], texts: Texts) -> LooksView:
    """Return the page of these looks."""
    say = texts.say
    answers = {one.look: one.answer for one in visit.looks}
    done = sum(look.id in answers for look in looks)
    return LooksView(
        title=say("looks.title"),
        lead=say("looks.lead"),
        progress=say("looks.progress", count=done, total=len(looks)),
        cards=tuple(_card(look, answers.get(look.id), texts) for look in looks),
    )


def seen_oneself(visit: Visit, looks: tuple[GuidedLook, ...], check: str, texts: Texts) -> str:
    """Return that the person looked where a check could not; empty where they did not."""
    answers = {one.look: one.answer for one in visit.looks}
    look = next((one for one in looks if check in one.checks and one.id in answers), None)
    if look is None:
        return ""
    return texts.say("looks.yours", answer=texts.say(f"looks.answers.{answers[look.id].value}"))


def unsure_words(look: GuidedLook, texts: Texts) -> tuple[str, ...]:
    """Return the menu words of a look for which no source was found in the language of these texts."""
    if texts.language is Language.VIETNAMESE:
        return tuple(word.vi for word in look.words if not word.vi_from)
    return tuple(word.en for word in look.words if not word.en_from)


def _card(look: GuidedLook, answer: Answer | None, texts: Texts) -> LookCard:
    say = texts.say
    return LookCard(
        id=look.id,
        title=say(f"looks.{look.id}.title"),
        where=say("looks.where"),
        path=say(f"looks.{look.id}.path"),
        unsure=say("looks.unsure", words=", ".join(words)) if (words := unsure_words(look, texts)) else "",
        what_title=say("looks.what"),
        what=say(f"looks.{look.id}.what"),
        question=say("looks.question"),
        choices=tuple(
            LookChoice(id=one.value, label=say(f"looks.answers.{one.value}"), chosen=one is answer)
            for one in Answer
        ),
    )
