"""What the person told about the access map: answers to its open questions, and changes made by hand."""

from .access_map import Thing, Way
from .value import Value


class AccessTold(Value, frozen=True, kw_only=True):
    """An answer: whether `person` has `thing`, or (no person) whether `needs` open it; None: not sure.

    With `two_step` it says whether two-step verification is on for `thing`, with `needs` as second step.
    """

    thing: str
    person: str = ""
    needs: tuple[str, ...] = ()
    two_step: bool = False
    is_so: bool | None = None


class Holding(Value, frozen=True, kw_only=True):
    """A person has a thing, or has it not: put in by hand."""

    person: str
    thing: str
    has: bool = True


class MapEdits(Value, frozen=True, kw_only=True):
    """What was added to the map that follows from the answers, and what was taken out of it."""

    things: tuple[Thing, ...] = ()
    ways: tuple[Way, ...] = ()
    holdings: tuple[Holding, ...] = ()
    without_things: tuple[str, ...] = ()
    without_ways: tuple[Way, ...] = ()
