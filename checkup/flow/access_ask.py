"""The short questions about the map: those alike are asked at once, the ones that settle most first.

"Which of these does a message to Google reset?" is one question for all accounts, with a choice for
each. What is likely stands chosen before, but counts only when the person says so; what they are not sure
of stays unknown, and an unknown way is never a closed one.
"""

from msgspec import structs

from checkup.access.answer import Access
from checkup.access.unknowns import OpenQuestion
from checkup.model.access_map import AccessMap, How, ThingKind
from checkup.model.access_told import AccessTold
from checkup.model.value import Value
from checkup.model.visit import Visit

MOST_ASKED = 8

Key = tuple[str, tuple[str, ...], bool]


class Asking(Value, frozen=True, kw_only=True):
    """One question, or several that are alike; `likely` are the things that stand chosen before."""

    questions: tuple[OpenQuestion, ...]
    likely: tuple[str, ...] = ()

    @property
    def things(self) -> tuple[str, ...]:
        """Return what each of them is about."""
        return tuple(one.thing for one in self.questions)


def next_asking(visit: Visit, access_map: AccessMap, access: Access) -> Asking | None:
    """Return what to ask next; None when enough was asked, or nothing more depends on an answer."""
    kinds = _kinds(access_map)
    if _asked(visit, kinds) >= MOST_ASKED:
        return None
    told = {_about(one) for one in visit.access_told}
    groups: dict[Key, list[OpenQuestion]] = {}
    for one in access.ask_next:
        if _about(one) not in told:
            groups.setdefault(_key(one, kinds), []).append(one)
    best = max(groups.values(), key=_worth, default=[])
    if _worth(best) == (0, 0):
        return None
    return Asking(questions=tuple(best), likely=_likely(best, access_map))


def replied(visit: Visit, asking: Asking, so: tuple[str, ...] | None) -> Visit:
    """Return the visit with an answer: it is so of these things and of no others; None: not sure."""
    about = {_about(one) for one in asking.questions}
    kept = tuple(one for one in visit.access_told if _about(one) not in about)
    made = tuple(
        AccessTold(
            thing=one.thing,
            person=one.person,
            needs=one.needs,
            two_step=one.two_step,
            is_so=None if so is None else one.thing in so,
        )
        for one in asking.questions
    )
    return structs.replace(visit, access_told=(*kept, *made))


def last_taken_back(visit: Visit, access_map: AccessMap) -> Visit:
    """Return the visit without the newest answer, and those given at once with it, to be asked again."""
    kinds, told = _kinds(access_map), visit.access_told
    while told and _key(told[-1], kinds) == _key(visit.access_told[-1], kinds):
        told = told[:-1]
    return structs.replace(visit, access_told=told)


def number_of(visit: Visit, access_map: AccessMap) -> int:
    """Return which question the next one is, counted from 1."""
    return _asked(visit, _kinds(access_map)) + 1


def _asked(visit: Visit, kinds: dict[str, ThingKind]) -> int:
    return len({_key(one, kinds) for one in visit.access_told})


def _key(one: OpenQuestion | AccessTold, kinds: dict[str, ThingKind]) -> Key:
    """Return what questions that are asked at once have in common."""
    if one.person:
        kind = kinds.get(one.thing)
        return one.person, (kind.value if kind is ThingKind.PASSWORD else one.thing,), False
    return "", one.needs, one.two_step


def _about(one: OpenQuestion | AccessTold) -> tuple[str, str, tuple[str, ...], bool]:
    return one.thing, one.person, one.needs, one.two_step


def _worth(group: list[OpenQuestion]) -> tuple[int, int]:
    return sum(one.settles for one in group), sum(one.leans for one in group)


def _likely(group: list[OpenQuestion], access_map: AccessMap) -> tuple[str, ...]:
    """Return what a single mailbox is likely to reset: all of it."""
    ways = {(way.to, way.needs): way.how for way in access_map.ways}
    mailboxes = [thing for thing in access_map.things if thing.kind is ThingKind.EMAIL]
    is_reset = all(ways.get((one.thing, one.needs)) is How.MAIL_RESET for one in group)
    return tuple(one.thing for one in group) if is_reset and len(mailboxes) == 1 else ()


def _kinds(access_map: AccessMap) -> dict[str, ThingKind]:
    return {thing.id: thing.kind for thing in access_map.things}
