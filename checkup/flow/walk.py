"""The order of pages: what comes next, what came before, and which steps are open yet.

Each step says which pages it has for a visit, so that an answer can add or drop pages; this file
strings them together. "Back" is a stack of where the person has been, not a calculation.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from checkup.flow.place import Place, StepId
from checkup.model.situation import DeviceSafety

if TYPE_CHECKING:
    from checkup.model.begun import Beginning
    from checkup.model.visit import Visit

Route = Callable[["Visit"], tuple[Place, ...]]
"""The pages of one step for this visit, in order; at least one."""


class RailMark(StrEnum):
    """How a step stands in the rail. The words are the texts `window.rail.<value>`."""

    VISITED = "visited"
    HERE = "here"
    AHEAD = "ahead"
    CLOSED = "closed"  # cannot be entered yet


def open_steps(visit: "Beginning") -> frozenset[StepId]:
    """Return the steps that may be entered: none but the first before the device question (P1)."""
    if visit.device in (None, DeviceSafety.NOT_SAFE):
        return frozenset({StepId.START})
    return frozenset(StepId)


class Walk:
    """One person's way through the pages. It holds where they are; the visit is handed in."""

    def __init__(self, routes: Mapping[StepId, Route], begins: "Visit | Place") -> None:
        """Begin at a place, or at the first one of a visit."""
        self._routes = {step: routes[step] for step in StepId if step in routes}
        self.here = begins if isinstance(begins, Place) else self._places(begins)[0]
        self._been: list[Place] = []
        self._visited: set[StepId] = {self.here.step}

    @property
    def steps(self) -> tuple[StepId, ...]:
        """The steps of the rail that are built, in order."""
        return tuple(self._routes)

    def marks(self, visit: "Beginning") -> tuple[tuple[StepId, RailMark], ...]:
        """Return each step of the rail with how it stands."""
        return tuple((step, self._mark(step, visit)) for step in self._routes)

    @property
    def has_been(self) -> bool:
        """Whether the person has been anywhere else: without that there is no way back."""
        return bool(self._been)

    def next(self, visit: "Visit") -> Place | None:
        """Return the place after this one, or None at the end or where the next step is closed."""
        places = self._places(visit)
        ahead = places[self._index(places) + 1 :]
        return ahead[0] if ahead else None

    def previous(self, visit: "Visit") -> Place | None:
        """Return where "back" leads: the last place the person was at that still exists."""
        places = set(self._places(visit))
        return next((place for place in reversed(self._been) if place in places), None)

    def go(self, place: Place) -> None:
        """Go to a place; "back" leads here."""
        if place != self.here:
            self._been.append(self.here)
        self._arrive(place)

    def go_back(self, visit: "Visit") -> Place | None:
        """Go where "back" leads and forget what lay after it; None when there is no way back."""
        place = self.previous(visit)
        if place is None:
            return None
        while self._been.pop() != place:
            pass
        self._arrive(place)
        return place

    def first_of(self, step: StepId, visit: "Visit") -> Place | None:
        """Return where a step is entered from the rail, or None while it is closed."""
        if step not in self._routes or step not in open_steps(visit):
            return None
        return self._routes[step](visit)[0]

    def _arrive(self, place: Place) -> None:
        self.here = place
        self._visited.add(place.step)

    def _mark(self, step: StepId, visit: "Beginning") -> RailMark:
        if step is self.here.step:
            return RailMark.HERE
        if step not in open_steps(visit):
            return RailMark.CLOSED
        return RailMark.VISITED if step in self._visited else RailMark.AHEAD

    def _places(self, visit: "Visit") -> tuple[Place, ...]:
        """Return the places of all open steps; a closed step's route is not even asked."""
        may = open_steps(visit)
        return tuple(p for step, route in self._routes.items() if step in may for p in route(visit))

    def _index(self, places: tuple[Place, ...]) -> int:
        """Return where we are; a place an answer removed counts as the end of what is left before it."""
        if self.here in places:
            return places.index(self.here)
        steps = tuple(StepId)
        before = [
            n for n, place in enumerate(places) if steps.index(place.step) <= steps.index(self.here.step)
        ]
        return before[-1] if before else -1
