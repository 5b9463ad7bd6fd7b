"""Proofs with the fewest ways, for all that somebody reaches from what they hold.

Each thing a proof opens costs one way. What every proof of a thing must open on its way there (its
landmarks) is worked out once; how many those are is a bound no proof is below. The search goes from the
goal backwards and gives up where the landmarks of what it has chosen are as many as the best proof's
ways. Where it ends within its budget, the proof is a shortest one, and says so.

References: Keyder, Richter, Helmert, "Sound and Complete Landmarks for And/Or Graphs", ECAI 2010.
"""

from collections.abc import Iterable
from dataclasses import replace

from checkup.access.graph import Graph
from checkup.access.proof import Proof, cheapest_ways, gathered

BUDGET = 1500  # partial proofs looked at for one thing; beyond that the short one at hand is taken


class ShortestProofs:
    """Finds them for one person's things; sets of things are numbers with a bit each.

    `ways_into` are the ways that can be in a proof of a thing, the one that must open least first; `needs`
    is what a way needs that is not held at the start, `landmarks` what is opened when it was gone.
    """

    def __init__(self, graph: Graph, start: frozenset[int], closed: frozenset[int]) -> None:
        self._graph, self._start = graph, start
        self._chosen = cheapest_ways(graph, start, None, closed)
        self.ways_into = _ways_within(graph, start, self._chosen, closed)
        self._landmarks = _landmarks(graph, self.ways_into, self._chosen)
        self.needs: dict[int, frozenset[int]] = {}
        self.landmarks: dict[int, int] = {}
        for target, ways in self.ways_into.items():
            for way in ways:
                self.needs[way] = frozenset(graph.needs[way]) - start
                self.landmarks[way] = _before(self.needs[way], self._landmarks) | 1 << target
            ways.sort(key=lambda way: self.landmarks[way].bit_count())

    def of(self, goal: int) -> Proof | None:
        """Return a proof of the fewest ways where the search ends in time, else a short one."""
        if goal not in self._start and goal not in self._chosen:
            return None
        first = gathered(self._graph, self._start, goal, self._chosen)
        search = _Search(self, first)
        if len(first.ways) > self._landmarks.get(goal, 0).bit_count():
            search.look(frozenset((goal,)), {}, self._landmarks[goal])
        return replace(search.best, is_shortest=search.left > 0)

    def whole(self, goal: int, chosen: dict[int, int]) -> Proof | None:
        """Return the proof of these ways, or None where they go in a circle."""
        others = frozenset(range(len(self._graph.to))) - frozenset(chosen.values())
        if goal not in self._graph.access_from(self._start, others):
            return None
        return gathered(self._graph, self._start, goal, chosen)


class _Search:
    """Looks for a proof with fewer ways than the best so far."""

    def __init__(self, proofs: ShortestProofs, first: Proof) -> None:
        self._proofs = proofs
        self.best = first
        self.left = BUDGET

    def look(self, goals: frozenset[int], chosen: dict[int, int], must: int) -> None:
        """Try every way into one of the open goals; `must` is all that has to be opened."""
        self.left -= 1
        if not goals:
            self.best = self._proofs.whole(self.best.goal, chosen) or self.best
            return
        proofs = self._proofs
        target = min(goals, key=lambda one: (len(proofs.ways_into[one]), one))
        for way in proofs.ways_into[target]:
            then = must | proofs.landmarks[way]
            if self.left <= 0 or then.bit_count() >= len(self.best.ways):
                continue
            now = {**chosen, target: way}
            self.look((goals | proofs.needs[way]) - now.keys(), now, then)


def _ways_within(
    graph: Graph, start: frozenset[int], chosen: dict[int, int], closed: frozenset[int]
) -> dict[int, list[int]]:
    """Return for each thing opened the ways whose needs are all reached."""
    reached = start | chosen.keys()
    return {
        thing: [
            way for way in graph.into[thing] if way not in closed and reached.issuperset(graph.needs[way])
        ]
        for thing in chosen
        if thing not in start
    }


def _landmarks(graph: Graph, ways: dict[int, list[int]], order: dict[int, int]) -> dict[int, int]:
    """Return for each thing opened what every proof of it opens, itself included."""
    everything = sum(1 << thing for thing in ways)
    found = dict.fromkeys(ways, everything)
    is_settled = False
    while not is_settled:
        is_settled = True
        for thing in order:
            if thing not in ways:
                continue
            must = everything
            for way in ways[thing]:
                must &= _before((one for one in graph.needs[way] if one in ways), found)
            if (must := must | 1 << thing) != found[thing]:
                found[thing] = must
                is_settled = False
    return found


def _before(needs: Iterable[int], landmarks: dict[int, int]) -> int:
    must = 0
    for one in needs:
        must |= landmarks[one]
    return must
