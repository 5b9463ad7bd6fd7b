"""Single keys that open three or more accounts, with whatever device lies at hand."""

from checkup.access.graph import Graph
from checkup.model.access_map import ThingKind
from checkup.model.value import Value

MANY = 3
_AT_HAND = frozenset({ThingKind.DEVICE, ThingKind.SIM})


class SingleKey(Value, frozen=True, kw_only=True):
    """A thing, and the accounts it opens for somebody who has it and is near the devices."""

    thing: str
    opens: tuple[str, ...]


class _Base:
    """What is reached from the same things each time, worked out once."""

    def __init__(self, graph: Graph, start: frozenset[int]) -> None:
        self._graph, self._start = graph, start
        self._reached = graph.access_from(start)
        self._counts = graph.counts.copy()
        for one in self._reached:
            for way in graph.uses[one]:
                self._counts[way] -= 1

    def more_with(self, thing: int) -> set[int]:
        """Return what is reached with one thing more, and not without it."""
        if thing in self._reached:
            return set()
        reached = {*self._reached, thing}
        return self._graph.reach_on(self._counts.copy(), reached, [thing]) - self._reached


def single_keys(graph: Graph) -> tuple[SingleKey, ...]:
    """Return the keys that open three or more accounts besides themselves, those that open most first."""
    things = graph.map.things
    at_hand = frozenset(number for number, thing in enumerate(things) if thing.kind in _AT_HAND)
    near, alone = _Base(graph, at_hand), _Base(graph, frozenset())
    accounts = frozenset(number for number, thing in enumerate(things) if thing.kind.is_account)
    found = []
    for number, thing in enumerate(things):
        more = (alone if number in at_hand else near).more_with(number) & accounts - {number}
        opens = tuple(things[one].id for one in sorted(more))
        if len(opens) >= MANY:
            found.append(SingleKey(thing=thing.id, opens=opens))
    return tuple(sorted(found, key=lambda key: -len(key.opens)))
