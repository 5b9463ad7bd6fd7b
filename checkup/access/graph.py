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
    """

    def __init__(self, access_map: AccessMap) -> None:
        self.map = access_map
        self.number = {thing.id: number for number, thing in enumerate(access_map.things)}
        number = self.number
        self.to = [number[way.to] for way in access_map.ways]
        self.needs = [tuple(dict.fromkeys(number[one] for one in way.needs)) for way in access_map.ways]
        self.uses: list[list[int]] = [[] for _ in number]
        self.into: list[list[int]] = [[] for _ in number]
        for way, needs in enumerate(self.needs):
            self.into[self.to[way]].append(way)
            for one in needs:
                self.uses[one].append(way)
        # A way that needs nothing opens its thing to everybody.
        self.open_to_all = [way for way, needs in enumerate(self.needs) if not needs]
        self.counts = [len(needs) for needs in self.needs]
        self.unknown = frozenset(way for way, one in enumerate(access_map.ways) if one.maybe)
        self.important = frozenset(number[thing.id] for thing in access_map.things if thing.important)

    def perhaps_held(self, person: MapPerson) -> frozenset[int]:
        """Return what a person holds, with what they perhaps hold."""
        return frozenset(self.number[one] for one in (*person.holds, *person.maybe))

    def surely_held(self, person: MapPerson) -> frozenset[int]:
        """Return what a person surely holds."""
        return frozenset(self.number[one] for one in person.holds)

    def access_from(self, start: Iterable[int], closed: frozenset[int] = NOTHING) -> set[int]:
        """Return the smallest set with `start` in it that no way leads out of; `closed` ways don't count.

        Every way is looked at once for each thing it needs.
        """
        counts = self.counts.copy()
        reached = set(start)
        waiting = list(reached)
        for way in self.open_to_all:
            if way not in closed and self.to[way] not in reached:
                reached.add(self.to[way])
                waiting.append(self.to[way])
        to, uses = self.to, self.uses
        while waiting:
            for way in uses[waiting.pop()]:
                counts[way] -= 1
                if not counts[way] and (target := to[way]) not in reached and way not in closed:
                    reached.add(target)
                    waiting.append(target)
        return reached

    def surely_reached(self, start: Iterable[int], closed: frozenset[int] = NOTHING) -> set[int]:
        """Return what is reached by ways that are known, and by those alone."""
        return self.access_from(start, closed | self.unknown)

    def below(self, thing: int) -> set[int]:
        """Return what a thing takes part in opening, itself included, whatever else that needs."""
        seen, waiting = {thing}, [thing]
        while waiting:
            for way in self.uses[waiting.pop()]:
                if self.to[way] not in seen:
                    seen.add(self.to[way])
                    waiting.append(self.to[way])
        return seen
