"""Which changes a map allows, and what each does: things others no longer hold, ways that are closed."""

from dataclasses import dataclass

from checkup.access.graph import Graph
from checkup.access.proof import Proof
from checkup.model.access_change import Change, Do, WeighedChange
from checkup.model.access_map import How, Thing, ThingKind, Way
from checkup.model.step import Noticed

_BY_KIND: dict[ThingKind, tuple[Do, int, Noticed]] = {
    ThingKind.DEVICE: (Do.KEEP_DEVICE, 4, Noticed.YES),
    ThingKind.UNLOCKED: (Do.STOP_SHARING, 3, Noticed.YES),
    ThingKind.PIN: (Do.NEW_PIN, 1, Noticed.YES),
    ThingKind.BIOMETRIC: (Do.TAKE_OUT_BIOMETRIC, 1, Noticed.YES),
    ThingKind.SIM: (Do.NEW_SIM, 6, Noticed.YES),
    ThingKind.SIM_HOLDER: (Do.OWN_NUMBER, 5, Noticed.MAYBE),
    ThingKind.EMAIL: (Do.SIGN_OUT_OTHERS, 1, Noticed.YES),
    ThingKind.PASSWORD: (Do.NEW_PASSWORD, 2, Noticed.MAYBE),
    ThingKind.SECOND_FACTOR: (Do.NEW_SECOND_FACTOR, 3, Noticed.MAYBE),
    ThingKind.RECOVERY: (Do.NEW_RECOVERY, 2, Noticed.NO),
    ThingKind.PASSWORD_STORE: (Do.NEW_PASSWORD, 3, Noticed.MAYBE),
    ThingKind.FAMILY: (Do.LEAVE_FAMILY, 3, Noticed.YES),
    ThingKind.ACCOUNT: (Do.SIGN_OUT_OTHERS, 1, Noticed.YES),
}
_BY_WAY: dict[How, tuple[int, Noticed]] = {
    How.SIGNED_IN: (1, Noticed.MAYBE),
    How.MAIL_RESET: (2, Noticed.NO),
    How.SMS_RESET: (2, Noticed.NO),
    How.NUMBER: (2, Noticed.NO),
    How.TEXT_CODE: (2, Noticed.MAYBE),
    How.SAVED: (2, Noticed.NO),
    How.FAMILY: (3, Noticed.YES),
    How.BIOMETRIC: (1, Noticed.MAYBE),
}
_TWO_STEP = (3, Noticed.MAYBE)  # a device that is signed in can get a message that it is on
_OTHER_WAY = (3, Noticed.MAYBE)


@dataclass(frozen=True, slots=True)
class Effect:
    """`lost`: things nobody but the person holds any more; `closed`: ways that are gone, for all."""

    lost: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()

    def __or__(self, other: "Effect") -> "Effect":
        return Effect(self.lost | other.lost, self.closed | other.closed)


class Changes:
    """All changes a map allows, by number; in the order of things, then of ways, then two-step ones."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.all: list[WeighedChange] = []
        self.effects: list[Effect] = []
        self._of_thing: dict[int, int] = {}
        self._of_way: dict[int, int] = {}
        self._of_two_step: dict[int, int] = {}
        for number, thing in enumerate(graph.map.things):
            if not thing.fixed:
                self._of_thing[number] = len(self.all)
                self._add(weighed_thing(thing), self._effect(number, thing))
        for number, way in enumerate(graph.map.ways):
            if not way.fixed and way.needs:
                self._of_way[number] = self._of_way[graph.twin.get(number, number)] = len(self.all)
                self._add(weighed_way(way), Effect(closed=graph.with_twin(number)))
        for change, ways in _two_step_ways(graph).items():
            self._of_two_step.update(dict.fromkeys(ways, len(self.all)))
            effort, noticed = _TWO_STEP
            self._add(
                WeighedChange(change=change, effort=effort, noticed=noticed), Effect(closed=frozenset(ways))
            )

    def that_break(self, proof: Proof) -> frozenset[int]:
        """Return the changes each of which takes this proof away from somebody who is not the person."""
        by_thing = {self._of_thing[one] for one in proof.held if one in self._of_thing}
        by_way = {of[one] for of in (self._of_way, self._of_two_step) for one in proof.ways if one in of}
        new_numbers = {
            self._of_thing[need]
            for way in proof.ways
            for need in self.graph.needs[way]
            if need in self._of_thing and way in self.effects[self._of_thing[need]].closed
        }
        return frozenset(by_thing | by_way | new_numbers)

    def effect(self, chosen: frozenset[int]) -> Effect:
        """Return what these changes do together."""
        whole = Effect()
        for one in chosen:
            whole |= self.effects[one]
        return whole

    def weight(self, change: int) -> int:
        """Return what one costs."""
        return self.all[change].weight

    def _add(self, change: WeighedChange, effect: Effect) -> None:
        self.all.append(change)
        self.effects.append(effect)

    def _effect(self, number: int, thing: Thing) -> Effect:
        # Accounts know the old number: with a new one every way that needs it is gone.
        gone = self.graph.uses[number] if thing.kind is ThingKind.SIM else ()
        # What two-step verification will need is set up later, and whoever holds the number gets that too.
        return Effect(lost=frozenset({number}), closed=frozenset(gone) - self.graph.later)


def _two_step_ways(graph: Graph) -> dict[Change, list[int]]:
    """Return for each account and second step the ways it guards, all at once."""
    found: dict[Change, list[int]] = {}
    for way in graph.twin:
        told = graph.ways[way]
        found.setdefault(Change(do=Do.TWO_STEP, on=told.to, by=(told.two_step,)), []).append(way)
    return found


def weighed_thing(thing: Thing) -> WeighedChange:
    """Return the change that takes a thing from everybody else."""
    do, effort, noticed = _BY_KIND[thing.kind]
    return WeighedChange(
        change=Change(do=do, on=thing.id),
        effort=thing.effort or effort,
        noticed=thing.noticed or noticed,
    )


def weighed_way(way: Way) -> WeighedChange:
    """Return the change that closes a way."""
    effort, noticed = _BY_WAY.get(way.how, _OTHER_WAY)
    return WeighedChange(
        change=Change(do=Do.CLOSE, on=way.to, by=way.needs),
        effort=way.effort or effort,
        noticed=way.noticed or noticed,
    )
