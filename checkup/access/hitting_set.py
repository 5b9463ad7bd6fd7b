"""The lightest set of numbers that has one of each given set: exact while it is small, else greedy.

References: the implicit hitting set method, Moreno-Centeno and Karp, Operations Research 61 (2013).
"""

from collections.abc import Callable, Iterable

Sets = list[frozenset[int]]
BUDGET = 4000  # choices tried; a set of four is found long before


def lightest_hitting_set(sets: Sets, weight: Callable[[int], int]) -> tuple[frozenset[int], bool]:
    """Return a set that meets all of `sets`, and whether it is known to be a lightest one."""
    search = _Search(weight, pruned(greedy(sets, weight), sets, weight))
    search.look(_smallest_first(sets), frozenset(), 0)
    return search.best, search.left > 0


def greedy(sets: Sets, weight: Callable[[int], int]) -> frozenset[int]:
    """Return a set that meets all: time and again the number that meets most for its weight."""
    left, chosen = list(sets), set[int]()
    while left:
        met: dict[int, int] = {}
        for one in left:
            for number in one:
                met[number] = met.get(number, 0) + 1
        best = min(met, key=lambda number: (weight(number) / met[number], number))
        chosen.add(best)
        left = [one for one in left if best not in one]
    return frozenset(chosen)


def pruned(chosen: Iterable[int], sets: Sets, weight: Callable[[int], int]) -> frozenset[int]:
    """Return the set without those it does not need, the heaviest tried first."""
    kept = set(chosen)
    for number in sorted(kept, key=lambda one: (-weight(one), one)):
        if all(kept & one - {number} for one in sets):
            kept.remove(number)
    return frozenset(kept)


def _smallest_first(sets: Sets) -> Sets:
    return sorted(set(sets), key=lambda one: (len(one), sorted(one)))


class _Search:
    """Branches on the smallest set not met yet; bounded by sets that share nothing."""

    def __init__(self, weight: Callable[[int], int], first: frozenset[int]) -> None:
        self._weight = weight
        self.best = first
        self._best_weight = sum(map(weight, first))
        self.left = BUDGET

    def look(self, sets: Sets, chosen: frozenset[int], cost: int) -> None:
        if self.left <= 0:
            return
        self.left -= 1
        if not sets:
            if cost < self._best_weight:
                self.best, self._best_weight = chosen, cost
            return
        if cost + self._at_least(sets) >= self._best_weight:
            return
        tried: frozenset[int] = frozenset()
        for number in sorted(sets[0], key=lambda one: (self._weight(one), one)):
            # What an earlier branch took for good is left out of the later ones.
            rest = [one - tried for one in sets if number not in one]
            if all(rest):
                rest.sort(key=len)
                self.look(rest, chosen | {number}, cost + self._weight(number))
            tried |= {number}

    def _at_least(self, sets: Sets) -> int:
        """Return a weight no solution is below: sets that share nothing need one each."""
        seen: set[int] = set()
        cost = 0
        for one in sets:
            if seen.isdisjoint(one):
                seen |= one
                cost += min(map(self._weight, one))
        return cost
