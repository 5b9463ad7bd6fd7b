"""The map as numbers, and what is reached from a set of things: `accessFrom` of the paper.

References: Hammann et al., "User Account Access Graphs", CCS 2019, definition of access sets; the
counting is Dowling and Gallier's linear-time test for Horn formulas (1984).
"""

from collections.abc import Iterable

from checkup.model.access_map import AccessMap, MapPerson

NOTHING: frozenset[int] = frozenset()


class Graph:
    """A map with numbers for ids, made once and never changed.

    `needs[w]` and `to[w]` are the ends of way `w`, without repetitions; `uses[v]` the ways a thing is
    needed in. Unknown ways stand in `unknown`.

    A way that two-step verification can guard has a twin behind the map's own ways: the same with the
    second step (`twin[w]`). The twin needs more than the way, so it opens nothing while the way is there.
    `later` are the twins, `unguarded` the ways of which nobody knows whether they are guarded already.
    """

    def __init__(self, access_map: AccessMap) -> None:
        self.map = access_map
        self.number = {thing.id: number for number, thing in enumerate(access_map.things)}
        number = self.number
        guarded = [way for way, one in enumerate(access_map.ways) if one.two_step]
        self.twin = {way: len(access_map.ways) + at for at, way in enumerate(guarded)}
        self.ways = (*access_map.ways, *(access_map.ways[way].guarded for way in guarded))
        self.to = [number[way.to] for way in self.ways]
        self.needs = [tuple(dict.fromkeys(number[one] for one in way.needs)) for way in self.ways]
        self.uses: list[list[int]] = [[] for _ in number]
        self.into: list[list[int]] = [[] for _ in number]
        for way, needs in enumerate(self.needs):
            self.into[self.to[way]].append(way)
            for one in needs:
                self.uses[one].append(way)
        # A way that needs nothing opens its thing to everybody.
        self.open_to_all = [way for way, needs in enumerate(self.needs) if not needs]
        self.counts = [len(needs) for needs in self.needs]
        self.unknown = frozenset(way for way, one in enumerate(self.ways) if one.maybe)
        self.later = frozenset(self.twin.values())
        self.unguarded = frozenset(way for way in guarded if access_map.ways[way].two_step_maybe)
        self.important = frozenset(number[thing.id] for thing in access_map.things if thing.important)

    def perhaps_held(self, person: MapPerson) -> frozenset[int]:
        """Return what a person holds, with what they perhaps hold."""
        return frozenset(self.number[one] for one in (*person.holds, *person.maybe))

    def surely_held(self, person: MapPerson) -> frozenset[int]:
        """Return what a person surely holds."""
        return frozenset(self.number[one] for one in person.holds)

    def with_twin(self, way: int) -> frozenset[int]:
        """Return a way with its twin: both go when the way does."""
        return frozenset((way, self.twin.get(way, way)))

    @property
    def not_sure(self) -> frozenset[int]:
        """Return the ways that don't count for what is sure; where two-step may be on, the twin does."""
        return self.unknown | self.unguarded

    def access_from(self, start: Iterable[int], closed: frozenset[int] = NOTHING) -> set[int]:
        """Return the smallest set with `start` in it that no way leads out of; `closed` ways don't count.

        Every way is looked at once for each thing it needs.
        """
        counts, reached = self.counts.copy(), set(start)
        return self.reach_on(counts, reached, self._opened_to_all(closed, reached), closed)

    def reach_on(
        self, counts: list[int], reached: set[int], waiting: list[int], closed: frozenset[int] = NOTHING
    ) -> set[int]:
        """Go on from things reached whose ways were not looked at; `counts` are what ways still need."""
        to, uses = self.to, self.uses
        while waiting:
            for way in uses[waiting.pop()]:
                counts[way] -= 1
                if not counts[way] and (target := to[way]) not in reached and way not in closed:
                    reached.add(target)
                    waiting.append(target)
        return reached

    def _opened_to_all(self, closed: frozenset[int], reached: set[int]) -> list[int]:
        """Put what is open to everybody to what is reached; returns all of that, to go on from."""
        reached.update(self.to[way] for way in self.open_to_all if way not in closed)
        return list(reached)

    def surely_reached(self, start: Iterable[int], closed: frozenset[int] = NOTHING) -> set[int]:
        """Return what is reached by ways that are known, and by those alone."""
        return self.access_from(start, closed | self.not_sure)

    def below(self, thing: int) -> set[int]:
        """Return what a thing takes part in opening, itself included, whatever else that needs."""
        seen, waiting = {thing}, [thing]
        while waiting:
            for way in self.uses[waiting.pop()]:
                if self.to[way] not in seen:
                    seen.add(self.to[way])
                    waiting.append(self.to[way])
        return seen
