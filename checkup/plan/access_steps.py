"""The changes of "Who can get in" as steps of the plan, in their order, with the proofs as their why.

Recovery steps at the very beginning are quiet preparation. A rule's "new password" or "two-step
verification" for the same account gives way to the change that has a proof; what came after the one comes
after the other.
"""

from msgspec import structs

from checkup.access.answer import Access, ChangeStep
from checkup.model.access_change import Change, Do
from checkup.model.step import Place, Stage, Step, Why, WhyKind

RULE = "access_change"
_GATES = ("talk_first", "plan_if_noticed", "keep_device_lists", "passwords_ready", "keep_pictures")
# Rules that say the same of an account as a change of the map.
_SAME = {
    Do.NEW_PASSWORD: ("new_password",),
    Do.TWO_STEP: ("two_step", "two_step_own", "two_step_number"),
}
_AT_THE_DEVICE = frozenset({Do.NEW_PIN, Do.TAKE_OUT_BIOMETRIC})
_IN_PERSON = frozenset({Do.NEW_SIM, Do.OWN_NUMBER, Do.KEEP_DEVICE})


def step_id(change: Change) -> str:
    """Return the id of the step of a change; it stays the same while the change does."""
    return ":".join((RULE, change.do.value, change.on, *change.by))


def with_access(steps: tuple[Step, ...], access: Access) -> tuple[Step, ...]:
    """Return a plan with the changes of the map at the beginning of their stages."""
    made = _made(steps, access)
    replaced = {
        f"{rule}:{one.step.change.on.partition(':')[2]}": step_id(one.step.change)
        for one in access.changes
        for rule in _SAME.get(one.step.change.do, ())
    }
    kept = [
        structs.replace(step, needs=tuple(dict.fromkeys(replaced.get(need, need) for need in step.needs)))
        for step in steps
        if step.id not in replaced
    ]
    whole = []
    for stage in Stage:
        own = [step for step in kept if step.stage is stage]
        new = [step for step in made if step.stage is stage]
        # Quiet preparations of the rules come before ours: people and a place first.
        whole += [*own, *new] if stage is Stage.PREPARE else [*new, *own]
    return tuple(whole)


def _made(steps: tuple[Step, ...], access: Access) -> list[Step]:
    gates = tuple(step.id for step in steps if step.id in _GATES)
    made: list[Step] = []
    began = False
    for one in access.changes:
        began = began or not one.step.change.do.is_own_way
        stage = Stage.CHANGE if began else Stage.PREPARE
        before = tuple(step.id for step in made[-1:])
        needs = (*(gates if began else ()), *before)
        made.append(_step(one, access, stage, needs))
    return made


def _step(one: ChangeStep, access: Access, stage: Stage, needs: tuple[str, ...]) -> Step:
    change = one.step.change
    return Step(
        id=step_id(change),
        rule=RULE,
        stage=stage,
        noticed=one.step.noticed,
        place=_place(change.do),
        why=_whys(one, access),
        needs=needs,
    )


def _whys(one: ChangeStep, access: Access) -> tuple[Why, ...]:
    """Return the doors this step closes; for a recovery step, and one that helps later ones, its part."""
    change = one.step.change
    if change.do.is_own_way:
        return (Why(kind=WhyKind.ACCESS, id=change.do.value, detail=change.on),)
    doors = tuple(Why(kind=WhyKind.ACCESS, id=door.who, detail=door.thing) for door in one.closes)
    return doors or _whys_of_proofs(change, access)


def _whys_of_proofs(change: Change, access: Access) -> tuple[Why, ...]:
    found = tuple(
        Why(kind=WhyKind.ACCESS, id=person.who, detail=reached.account)
        for person in access.people
        for reached in person.reaches
        if change.on in reached.held or any(way.to == change.on for way in reached.ways)
    )
    return found or (Why(kind=WhyKind.ACCESS, id="together"),)


def _place(do: Do) -> Place:
    if do in _AT_THE_DEVICE:
        return Place.PHONE
    return Place.IN_PERSON if do in _IN_PERSON else Place.SAFE_DEVICE
