"""Why somebody reaches a thing: the ways used, in the order they are gone, few of them.

A proof is a list of ways in which each needs only what is held at the start or opened by an earlier
one. Its length is the number of different ways. Knuth's generalisation of Dijkstra's algorithm gives
one whose *tree* is smallest: a way used for two purposes counts twice there, so that a shorter one can
exist (`checkup.access.shortest` looks for it).

References: Knuth, "A Generalization of Dijkstra's Algorithm", IPL 6 (1977).
"""

from dataclasses import dataclass
from heapq import heappop, heappush

from checkup.access.graph import NOTHING, Graph


@dataclass(frozen=True, slots=True)
class Proof:
    """`held` are the things it begins with, `ways` what is done with them; `is_shortest` if that is known."""

    goal: int
    held: frozenset[int]
    ways: tuple[int, ...]
    is_shortest: bool = False


def short_proof(
    graph: Graph, start: frozenset[int], goal: int, closed: frozenset[int] = NOTHING
) -> Proof | None:
    """Return the proof with the smallest tree, or None where the goal is not reached."""
    chosen = cheapest_ways(graph, start, goal, closed)
    if goal not in start and goal not in chosen:
        return None
    return gathered(graph, start, goal, chosen)


def cheapest_ways(
    graph: Graph, start: frozenset[int], goal: int | None, closed: frozenset[int]
) -> dict[int, int]:
    """Return for each thing settled before the goal, or for all, the way that opens it most cheaply."""
    counts = graph.counts.copy()
    costs = [1] * len(counts)
    best = dict.fromkeys(start, 0)
    chosen: dict[int, int] = {}
    settled: set[int] = set()
    heap = [(0, one) for one in sorted(start)]
    for way in graph.open_to_all:
        _offer(graph, way, 1, best, chosen, heap, closed)
    while heap:
        cost, thing = heappop(heap)
        if thing in settled:
            continue
        settled.add(thing)
        if thing == goal:
            break
        for way in graph.uses[thing]:
            counts[way] -= 1
            costs[way] += cost
            if not counts[way]:
                _offer(graph, way, costs[way], best, chosen, heap, closed)
    return {thing: way for thing, way in chosen.items() if thing in settled}


def _offer(  # noqa: PLR0913, PLR0917 - one step of the loop above, kept apart to be read
    graph: Graph,
    way: int,
    cost: int,
    best: dict[int, int],
    chosen: dict[int, int],
    heap: list[tuple[int, int]],
    closed: frozenset[int],
) -> None:
    target = graph.to[way]
    if way not in closed and cost < best.get(target, cost + 1):
        best[target] = cost
        chosen[target] = way
        heappush(heap, (cost, target))


def gathered(graph: Graph, start: frozenset[int], goal: int, chosen: dict[int, int]) -> Proof:
    """Return the ways that lead to the goal, those needed first before those that need them."""
    done: dict[int, None] = {}
    held: set[int] = set()
    waiting = [(goal, False)]
    while waiting:
        thing, is_ready = waiting.pop()
        if thing in start:
            held.add(thing)
        elif is_ready:
            done[chosen[thing]] = None
        elif chosen[thing] not in done:
            waiting.append((thing, True))
            waiting += [(one, False) for one in graph.needs[chosen[thing]]]
    return Proof(goal, frozenset(held), tuple(done))
