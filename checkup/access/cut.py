"""The smallest change: the lightest set of changes after which nobody else reaches an important thing.

Proof and branch: each proof that somebody gets in must be broken by one of the changes that break it.
The lightest set that breaks all proofs known so far is tried; where somebody still gets in, that proof
joins them. When nobody does, no lighter set can exist, because it would leave a known proof whole.
"""

from dataclasses import dataclass

from checkup.access.change import Changes, Effect
from checkup.access.graph import Graph
from checkup.access.hitting_set import Sets, lightest_hitting_set
from checkup.access.proof import short_proof

MOST_PROOFS = 400


@dataclass(frozen=True, slots=True)
class Target:
    """An important thing and somebody who should not reach it; `start` is what they hold or perhaps hold."""

    person: str
    start: frozenset[int]
    thing: int


@dataclass(frozen=True, slots=True)
class Cut:
    """`chosen` are numbers of changes. `stays` are the targets no change closes."""

    chosen: frozenset[int]
    stays: tuple[Target, ...]
    is_smallest: bool


def targets(graph: Graph) -> tuple[Target, ...]:
    """Return every important thing somebody else reaches now, unknown ways and holdings counted in."""
    found = []
    for person in graph.map.others:
        start = graph.perhaps_held(person)
        reached = graph.access_from(start)
        found += [Target(person.id, start, thing) for thing in sorted(graph.important & reached)]
    return tuple(found)


def smallest_change(changes: Changes, wanted: tuple[Target, ...]) -> Cut:
    """Return the lightest set of changes that closes all that can be closed."""
    stays = set(_not_to_be_closed(changes, wanted))
    still = tuple(one for one in wanted if one not in stays)
    sorted_out = [one for one in wanted if one in stays]
    known: Sets = []
    chosen: frozenset[int] = frozenset()
    is_smallest = True
    for _ in range(MOST_PROOFS):
        more = _broken_by(changes, still, changes.effect(chosen))
        if not more:
            return Cut(_needed(changes, chosen, still), tuple(sorted_out), is_smallest)
        known += more
        chosen, is_exact = lightest_hitting_set(known, changes.weight)
        is_smallest = is_smallest and is_exact
    everything = frozenset(range(len(changes.all)))
    return Cut(_needed(changes, everything, still), tuple(sorted_out), is_smallest=False)


def open_after(graph: Graph, wanted: tuple[Target, ...], effect: Effect) -> tuple[Target, ...]:
    """Return the targets still reached after some changes."""
    reached: dict[str, set[int]] = {}
    for one in wanted:
        if one.person not in reached:
            reached[one.person] = graph.access_from(one.start - effect.lost, effect.closed)
    return tuple(one for one in wanted if one.thing in reached[one.person])


def _not_to_be_closed(changes: Changes, wanted: tuple[Target, ...]) -> tuple[Target, ...]:
    everything = changes.effect(frozenset(range(len(changes.all))))
    return open_after(changes.graph, wanted, everything)


def _broken_by(changes: Changes, wanted: tuple[Target, ...], effect: Effect) -> Sets:
    """Return for some targets still open the changes that break one proof each; none shares a change."""
    graph = changes.graph
    found: Sets = []
    while still := open_after(graph, wanted, effect):
        proof = short_proof(graph, still[0].start - effect.lost, still[0].thing, effect.closed)
        assert proof is not None  # noqa: S101 - what is open is reached
        breaks = changes.that_break(proof)
        found.append(breaks)
        effect |= changes.effect(breaks)
    return found


def _needed(changes: Changes, chosen: frozenset[int], wanted: tuple[Target, ...]) -> frozenset[int]:
    """Return the changes without those that are not needed, the heaviest tried first."""
    kept = chosen
    for one in sorted(chosen, key=lambda number: (-changes.weight(number), number)):
        without = kept - {one}
        if not open_after(changes.graph, wanted, changes.effect(without)):
            kept = without
    return kept
