"""What is reached in a map of 300 things, and the smallest change in it."""

import time
from statistics import median

from checkup.access.change import Changes
from checkup.access.cut import smallest_change, targets
from checkup.access.graph import Graph
from tests.access.maps import random_map
from tests.bench.figure import Figure

THINGS = 300
MAPS = 40  # the slowest of so many counts
MOST_MS_REACHED, MOST_MS_CHANGE = 5, 200


def reach(rounds: int) -> tuple[Figure, Figure]:
    """Measure the slowest of several maps, each of about 300 things."""
    maps = [random_map(seed, THINGS, least=THINGS) for seed in range(MAPS)]
    reached, change = [], []
    for _ in range(rounds):
        closures, cuts = [], []
        for access_map in maps:
            graph = Graph(access_map)
            began = time.perf_counter()
            graph.access_from(graph.perhaps_held(access_map.people[1]))
            closures.append(1000 * (time.perf_counter() - began))
            began = time.perf_counter()
            smallest_change(Changes(graph), targets(graph))
            cuts.append(1000 * (time.perf_counter() - began))
        reached.append(max(closures))
        change.append(max(cuts))
    return (
        Figure("who reaches what, 300 things", "ms", median(reached), MOST_MS_REACHED),
        Figure("smallest change, 300 things", "ms", median(change), MOST_MS_CHANGE),
    )
