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


def single_keys(graph: Graph) -> tuple[SingleKey, ...]:
    """Return the keys that open three or more accounts besides themselves, those that open most first."""
    things = graph.map.things
    at_hand = frozenset(number for number, thing in enumerate(things) if thing.kind in _AT_HAND)
    free = graph.access_from(at_hand)
    found = []
    for number, thing in enumerate(things):
        before = graph.access_from(()) if number in at_hand else free
        after = graph.access_from({number} if number in at_hand else at_hand | {number})
        opens = tuple(
            things[one].id for one in sorted(after - before) if one != number and things[one].kind.is_account
        )
        if len(opens) >= MANY:
            found.append(SingleKey(thing=thing.id, opens=opens))
    return tuple(sorted(found, key=lambda key: -len(key.opens)))
