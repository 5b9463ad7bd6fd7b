"""From what was told and seen to the ordered steps: pure, the same visit gives the same plan."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from checkup.model.step import Place, Stage, Step, Why
from checkup.model.step_rule import StepRule
from checkup.model.visit import Visit
from checkup.plan.reasons import NameOf, reasons


def plan_of(visit: Visit, rules: Iterable[StepRule], name_of: NameOf = str) -> tuple[Step, ...]:
    """Return the steps in the order they are done.

    By stage first; inside a stage a step stands after those it needs, and otherwise where its rule
    stands. Nothing is left out because it was done: marks are the person's and live beside the plan.
    """
    made = {rule.id: (rule, tuple(_steps(rule, visit, name_of))) for rule in rules}
    steps = [
        structs.replace(step, needs=tuple(_needs(step, rule, made)))
        for rule, own in made.values()
        for step in own
    ]
    return tuple(step for stage in Stage for step in _ordered([one for one in steps if one.stage is stage]))


def _steps(rule: StepRule, visit: Visit, name_of: NameOf) -> Iterator[Step]:
    found = tuple(reasons(rule, visit, name_of))
    if not rule.each:
        if found:
            yield _step(rule, rule.id, found)
        return
    for why in found:
        yield _step(rule, f"{rule.id}:{why.id}", (why,))


def _step(rule: StepRule, step_id: str, why: tuple[Why, ...]) -> Step:
    one = why[0] if rule.each else Why(kind=why[0].kind)
    return Step(
        id=step_id,
        rule=rule.id,
        stage=rule.stage,
        noticed=rule.noticed,
        place=_place(rule, why),
        name=(one.name or one.id) if rule.each else "",
        why=why,
        service=one.id if rule.each and rule.accounts else "",
    )


def _place(rule: StepRule, why: tuple[Why, ...]) -> Place:
    """Return where it is best done: what is only on other disks, on the computers they belong to."""
    is_there = rule.place is Place.THIS_COMPUTER and all(one.disk for one in why)
    return Place.THAT_COMPUTER if is_there else rule.place


def _needs(step: Step, rule: StepRule, made: dict[str, tuple[StepRule, tuple[Step, ...]]]) -> Iterator[str]:
    """Yield the steps before this one: of each rule named, those about the same thing or about none."""
    about = step.id.partition(":")[2]
    for name in rule.after:
        earlier, steps = made[name]
        same = [one.id for one in steps if not earlier.each or one.id == f"{name}:{about}"]
        # A step about nothing in particular waits for all of them.
        yield from same if rule.each else [one.id for one in steps]


def _ordered(steps: list[Step]) -> Iterator[Step]:
    """Yield steps after those they need; the loader has seen that there is no circle."""
    waiting = {step.id: step for step in steps}
    while waiting:
        ready = next(step for step in waiting.values() if waiting.keys().isdisjoint(step.needs))
        del waiting[ready.id]
        yield ready
