"""Everything a map says: who reaches what and why, what to change in which order, what to ask next."""

from collections.abc import Iterator

from checkup.access.change import Changes, Effect
from checkup.access.cut import Target, open_after, smallest_change, targets
from checkup.access.graph import Graph
from checkup.access.keys import SingleKey, single_keys
from checkup.access.order import in_order
from checkup.access.shortest import ShortestProofs
from checkup.access.unknowns import OpenQuestion, open_questions
from checkup.model.access_change import Change, WeighedChange
from checkup.model.access_map import AccessMap, MapPerson, Way
from checkup.model.value import Value


class Reached(Value, frozen=True, kw_only=True):
    """An account somebody reaches: from what they hold, by which ways, in order.

    `is_sure` means without anything unknown; `is_shortest` that no proof has fewer ways.
    """

    account: str
    held: tuple[str, ...]
    ways: tuple[Way, ...]
    is_sure: bool
    is_shortest: bool


class PersonReaches(Value, frozen=True, kw_only=True):
    """One person and the accounts they reach."""

    who: str
    reaches: tuple[Reached, ...]


class ClosedDoor(Value, frozen=True, kw_only=True):
    """An important thing that somebody no longer reaches after a step."""

    who: str
    thing: str


class ChangeStep(Value, frozen=True, kw_only=True):
    """One step of the order, with the doors that are closed once it is done."""

    step: WeighedChange
    closes: tuple[ClosedDoor, ...] = ()


class OwnLockOut(Value, frozen=True, kw_only=True):
    """What the person would lose by `change`; without one, what they may not reach now."""

    thing: str
    change: Change | None = None


class Access(Value, frozen=True, kw_only=True):
    """All of it. `stays` are the doors no change closes; `is_smallest` that no lighter set exists."""

    people: tuple[PersonReaches, ...]
    changes: tuple[ChangeStep, ...]
    is_smallest: bool
    stays: tuple[ClosedDoor, ...]
    lockouts: tuple[OwnLockOut, ...]
    keys: tuple[SingleKey, ...]
    ask_next: tuple[OpenQuestion, ...]


def who_gets_in(access_map: AccessMap) -> Access:
    """Return what a map says; the same map gives the same answer."""
    graph = Graph(access_map)
    changes = Changes(graph)
    wanted = targets(graph)
    cut = smallest_change(changes, wanted)
    steps, lockouts = in_order(changes, cut.chosen)
    things = access_map.things
    return Access(
        people=tuple(_reaches(graph, person) for person in access_map.people),
        changes=tuple(_with_doors(changes, steps, cut.chosen, wanted)),
        is_smallest=cut.is_smallest,
        stays=tuple(ClosedDoor(who=one.person, thing=things[one.thing].id) for one in cut.stays),
        lockouts=tuple(OwnLockOut(thing=things[one.thing].id, change=one.change) for one in lockouts),
        keys=single_keys(graph),
        ask_next=open_questions(graph),
    )


def _reaches(graph: Graph, person: MapPerson) -> PersonReaches:
    start, things = graph.perhaps_held(person), graph.map.things
    sure = graph.surely_reached(graph.surely_held(person))
    # A twin counts where two-step verification may be on: there it is what is sure.
    proofs = {
        True: ShortestProofs(graph, graph.surely_held(person), graph.not_sure),
        False: ShortestProofs(graph, start, graph.later),
    }
    found = []
    for goal in sorted(graph.access_from(start)):
        if not things[goal].kind.is_account:
            continue
        is_sure = goal in sure
        proof = proofs[is_sure].of(goal)
        if proof is not None:
            found.append(
                Reached(
                    account=things[goal].id,
                    held=tuple(things[one].id for one in sorted(proof.held)),
                    ways=tuple(graph.ways[one] for one in proof.ways),
                    is_sure=is_sure,
                    is_shortest=proof.is_shortest,
                )
            )
    return PersonReaches(who=person.id, reaches=tuple(found))


def _with_doors(
    changes: Changes, steps: tuple[WeighedChange, ...], chosen: frozenset[int], wanted: tuple[Target, ...]
) -> Iterator[ChangeStep]:
    graph = changes.graph
    number = {changes.all[one].change: one for one in chosen}
    effect = Effect()
    still = open_after(graph, wanted, effect)
    for step in steps:
        if not step.change.do.is_own_way:
            effect |= changes.effects[number[step.change]]
        after = open_after(graph, wanted, effect)
        gone = tuple(
            ClosedDoor(who=one.person, thing=graph.map.things[one.thing].id)
            for one in still
            if one not in after
        )
        still = after
        yield ChangeStep(step=step, closes=gone)
