"""What nobody knows yet, and which answer settles most: that is asked next.

Unknown ways and holdings count as there when it is asked what others reach, and as not there when it is
asked what the person surely reaches. So a "no" can take something from others, a "yes" can give the
person something; a question is worth as many as its answers settle. Where there are several ways in,
no single answer settles anything: then the question that the most proofs lean on comes first.
"""

from collections import Counter
from collections.abc import Iterable

from checkup.access.graph import Graph
from checkup.access.proof import short_proof
from checkup.model.value import Value


class OpenQuestion(Value, frozen=True, kw_only=True):
    """Whether a person has a thing (`person` set), or whether `needs` open it.

    With `two_step`: whether two-step verification is on for `thing`, with `needs` as the second step.
    `settles` counts what one of its answers alone decides, `leans` the short proofs that use it.
    """

    thing: str
    person: str = ""
    needs: tuple[str, ...] = ()
    two_step: bool = False
    settles: int = 0
    leans: int = 0


def open_questions(graph: Graph) -> tuple[OpenQuestion, ...]:
    """Return all open questions, the one that settles most first; ties stay in the order of the map."""
    leans = _leaned_on(graph)
    asked = [*_about_ways(graph, leans), *_about_two_step(graph, leans), *_about_people(graph, leans)]
    return tuple(sorted(asked, key=lambda one: (-one.settles, -one.leans)))


def _leaned_on(graph: Graph) -> Counter[tuple[str, int]]:
    """Count in how many short proofs of others each unknown way ("", number) and holding (who, number) is."""
    found: Counter[tuple[str, int]] = Counter()
    for person in graph.map.others:
        start = graph.perhaps_held(person)
        perhaps = start - graph.surely_held(person)
        for goal in graph.important & graph.access_from(start):
            if proof := short_proof(graph, start, goal, graph.later):
                found.update((person.id, one) for one in proof.held & perhaps)
                found.update(("", one) for one in graph.not_sure.intersection(proof.ways))
    return found


def _about_ways(graph: Graph, leans: Counter[tuple[str, int]]) -> Iterable[OpenQuestion]:
    before, mine = _reached_by_others(graph), _reached_by_me(graph)
    for way in sorted(graph.unknown - graph.later):
        closed = graph.with_twin(way)
        settles = before - _reached_by_others(graph, closed)
        settles += _reached_by_me(graph, graph.unknown - closed) - mine
        told = graph.map.ways[way]
        yield OpenQuestion(thing=told.to, needs=told.needs, settles=settles, leans=leans["", way])


def _about_two_step(graph: Graph, leans: Counter[tuple[str, int]]) -> Iterable[OpenQuestion]:
    """Ask once for each account and second step, whatever ways it would guard."""
    before = _reached_by_others(graph)
    asked: dict[tuple[str, str], frozenset[int]] = {}
    for way in sorted(graph.unguarded):
        told = graph.ways[way]
        asked[told.to, told.two_step] = asked.get((told.to, told.two_step), frozenset()) | {way}
    for (account, second), ways in asked.items():
        yield OpenQuestion(
            thing=account,
            needs=(second,),
            two_step=True,
            settles=before - _reached_by_others(graph, ways),
            leans=sum(leans["", way] for way in ways),
        )


def _about_people(graph: Graph, leans: Counter[tuple[str, int]]) -> Iterable[OpenQuestion]:
    for person in graph.map.people:
        held = graph.surely_held(person) if person.me else graph.perhaps_held(person)
        for thing in dict.fromkeys(person.maybe):
            number = graph.number[thing]
            if person.me:
                settles = _important(graph, graph.surely_reached(held | {number})) - _reached_by_me(graph)
            else:
                now = _important(graph, graph.access_from(held))
                settles = now - _important(graph, graph.access_from(held - {number}))
            yield OpenQuestion(thing=thing, person=person.id, settles=settles, leans=leans[person.id, number])


def _reached_by_others(graph: Graph, closed: frozenset[int] = frozenset()) -> int:
    return sum(
        _important(graph, graph.access_from(graph.perhaps_held(person), closed))
        for person in graph.map.others
    )


def _reached_by_me(graph: Graph, closed: frozenset[int] | None = None) -> int:
    shut = graph.unknown if closed is None else closed
    return _important(graph, graph.access_from(graph.surely_held(graph.map.me), shut | graph.unguarded))


def _important(graph: Graph, reached: set[int]) -> int:
    return len(graph.important & reached)
