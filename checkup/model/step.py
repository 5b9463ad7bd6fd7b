"""A step of the plan: what to do, why, in which order, and whether others would notice."""

from enum import StrEnum

from .value import Value


class Noticed(StrEnum):
    """Would they notice? The words stand in resources/text under `noticed.<value>`."""

    NO = "no"
    MAYBE = "maybe"
    YES = "yes"


class Stage(StrEnum):
    """The order no plan may break: safe place, evidence, quiet preparation, then changes."""

    SAFETY = "safety"
    EVIDENCE = "evidence"
    PREPARE = "prepare"
    CHANGE = "change"
    LATER = "later"  # after the changes: watch for reactions, look again


class Place(StrEnum):
    """Where a step is best done."""

    SAFE_DEVICE = "safe_device"
    THIS_COMPUTER = "this_computer"
    THAT_COMPUTER = "that_computer"  # the one that another disk belongs to
    PHONE = "phone"
    IN_PERSON = "in_person"
    ANYWHERE = "anywhere"


class WhyKind(StrEnum):
    """What a step follows from."""

    FINDING = "finding"
    REPLY = "reply"
    ACCOUNT = "account"
    GAP = "gap"
    ACCESS = "access"
    ALWAYS = "always"


class Why(Value, frozen=True, kw_only=True):
    """One reason a step is in the plan: the finding, reply or account it follows from.

    `id` is what `Result.key_of` calls a finding, a question's id, a service's id or a check's id; `name`
    what a person would call it; `detail` the chosen reply, the sign, or the answer given. Of a change to who
    can get in, `id` is the person who reaches what `detail` names. `disk` is the other disk it was seen on.
    """

    kind: WhyKind
    id: str = ""
    name: str = ""
    detail: str = ""
    disk: str = ""


class Step(Value, frozen=True, kw_only=True):
    """One step. `id` is its rule's id, with `:<about>` where the rule makes one step a thing.

    `rule` finds the words (`steps.<rule>.title`, `.how`, ...); `name` fills their `{name}`.
    `needs` are ids of steps in the same plan that come before this one.
    """

    id: str
    rule: str
    stage: Stage
    noticed: Noticed
    place: Place
    name: str = ""
    why: tuple[Why, ...] = ()
    needs: tuple[str, ...] = ()
    service: str = ""


class StepMark(StrEnum):
    """What the person decided about a step."""

    OPEN = "open"
    DONE = "done"
    POSTPONED = "postponed"


class StepNote(Value, frozen=True, kw_only=True):
    """The person's mark and own words on one step."""

    step: str
    mark: StepMark = StepMark.OPEN
    note: str = ""
