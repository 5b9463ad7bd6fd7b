"""What is reached in a map of 300 things, and the smallest change in it."""

import json
import time
from statistics import median

import msgspec

from checkup.access.answer import who_gets_in
from checkup.access.change import Changes
from checkup.access.cut import smallest_change, targets
from checkup.access.graph import Graph
from tests.access.maps import random_map
from tests.bench.figure import Figure

THINGS = 300
MAPS = 40  # the slowest of so many counts
MOST_MS_REACHED, MOST_MS_CHANGE, MOST_MS_ALL = 5, 200, 200
MOST_READINGS = 200  # the whole answer, in times a plain reading of the map as JSON


def reach(rounds: int) -> tuple[Figure, ...]:
    """Measure the slowest of several maps, each of about 300 things.

    Of the whole answer, with one proof for each account each person reaches, the ratio is told too.
    """
    maps = [random_map(seed, THINGS, least=THINGS) for seed in range(MAPS)]
    written = [msgspec.json.encode(one) for one in maps]
    reached, change, whole, plain = [], [], [], []
    for _ in range(rounds):
        closures, cuts, answers, readings = [], [], [], []
        for access_map in maps:
            graph = Graph(access_map)
            began = time.process_time()
            graph.access_from(graph.perhaps_held(access_map.people[1]))
            closures.append(1000 * (time.process_time() - began))
            began = time.process_time()
            smallest_change(Changes(graph), targets(graph))
            cuts.append(1000 * (time.process_time() - began))
            began = time.process_time()
            who_gets_in(access_map)
            answers.append(1000 * (time.process_time() - began))
        for text in written:
            began = time.process_time()
            json.loads(text)
            readings.append(1000 * (time.process_time() - began))
        whole.append(max(answers))
        plain.append(max(readings))
        reached.append(max(closures))
        change.append(max(cuts))
    return (
        Figure("who reaches what, 300 things", "ms", median(reached), MOST_MS_REACHED),
        Figure("smallest change, 300 things", "ms", median(change), MOST_MS_CHANGE),
        Figure("all about it, with proofs", "ms", median(whole), MOST_MS_ALL),
        Figure("all about it, by plain JSON", "ms", median(whole), MOST_READINGS, median(plain)),
    )
