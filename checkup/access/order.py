"""The order of changes, and the lock-out guard: after every step the person still reaches what matters.

What opens most is changed first: whoever reads the mail would undo a new password elsewhere. Where a
change would take the person's own last sure way in, setting up and testing one of their own comes
before it; so it does for an important thing of which it is not known that they reach it surely. Before
two-step verification is switched on, recovery codes: the device with the second step can be lost.
"""

from dataclasses import dataclass, field

from checkup.access.change import Changes
from checkup.model.access_change import Change, Do, WeighedChange
from checkup.model.step import Noticed

# What is new afterwards, and known to the person who made it new where they are in already.
_RENEWS = frozenset(
    {Do.NEW_PASSWORD, Do.NEW_PIN, Do.NEW_SIM, Do.OWN_NUMBER, Do.NEW_SECOND_FACTOR, Do.NEW_RECOVERY}
)


@dataclass(frozen=True, slots=True)
class LockOut:
    """An important thing the person would lose with a change; `change` None: does not surely reach now."""

    thing: int
    change: Change | None = None


@dataclass(slots=True)
class State:
    """What holds at one moment of the order, for the person: sure holdings, closed ways, own ways in."""

    held: frozenset[int]
    closed: frozenset[int] = frozenset()
    own: set[int] = field(default_factory=set)

    def reached(self, changes: Changes) -> set[int]:
        """Return what the person surely reaches at this moment."""
        return changes.graph.surely_reached(self.held | self.own, self.closed)

    def after(self, changes: Changes, one: int) -> "State":
        """Return the moment after a change: they surely hold what they could renew."""
        effect = changes.effects[one]
        gained: frozenset[int] = frozenset()
        if changes.all[one].change.do in _RENEWS:
            reached = self.reached(changes)
            gained = frozenset(thing for thing in effect.lost if _belongs_to(changes, thing) in reached)
        return State(self.held | gained, self.closed | effect.closed, set(self.own))


def in_order(
    changes: Changes, chosen: frozenset[int]
) -> tuple[tuple[WeighedChange, ...], tuple[LockOut, ...]]:
    """Return the steps in order, recovery steps among them, and why those are there."""
    graph = changes.graph
    state = State(graph.surely_held(graph.map.me))
    steps: list[WeighedChange] = []
    lockouts: list[LockOut] = []
    if chosen:
        for thing in sorted(graph.important - state.reached(changes)):
            lockouts.append(LockOut(thing))
            _recover(changes, state, thing, steps)
    for one in sorted(chosen, key=lambda number: _rank(changes, number)):
        after = state.after(changes, one)
        for thing in sorted(graph.important - after.reached(changes)):
            lockouts.append(LockOut(thing, changes.all[one].change))
            _recover(changes, state, thing, steps)
            after.own.add(thing)
        if changes.all[one].change.do is Do.TWO_STEP:
            _keep_codes(changes, after, one, steps)
        steps.append(changes.all[one])
        state = after
    return tuple(steps), tuple(lockouts)


def _recover(changes: Changes, state: State, thing: int, steps: list[WeighedChange]) -> None:
    state.own.add(thing)
    change = Change(do=Do.RECOVER, on=changes.graph.map.things[thing].id)
    steps.append(WeighedChange(change=change, effort=2, noticed=Noticed.NO))


def _keep_codes(changes: Changes, after: State, one: int, steps: list[WeighedChange]) -> None:
    account = changes.all[one].change.on
    after.own.add(changes.graph.number[account])
    change = Change(do=Do.KEEP_CODES, on=account)
    steps.append(WeighedChange(change=change, effort=1, noticed=Noticed.NO))


def _belongs_to(changes: Changes, thing: int) -> int:
    """Return what a thing is changed from: the account of a password; the thing itself where not told."""
    graph = changes.graph
    return graph.number.get(graph.map.things[thing].of, thing)


def _rank(changes: Changes, number: int) -> tuple[int, int, int]:
    """Return where a change stands: first what opens most important things, then the most things."""
    effect = changes.effects[number]
    below: set[int] = set()
    for thing in (*effect.lost, *(changes.graph.to[way] for way in effect.closed)):
        below |= changes.graph.below(thing)
    return (-len(below & changes.graph.important), -len(below), number)
