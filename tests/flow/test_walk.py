"""The order of pages."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from checkup.flow.place import Place, StepId
from checkup.flow.walk import RailMark, Walk
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit

BEGUN = Visit(id="v", began="2026-11-24T08:00:00Z")
SAFE = structs.replace(BEGUN, device=DeviceSafety.SAFE)


def place(step: StepId, page: str) -> Place:
    return Place(step=step, page=page)


def start(visit: Visit) -> tuple[Place, ...]:
    pages = ("welcome", "stop") if visit.device is DeviceSafety.NOT_SAFE else ("welcome", "keeping")
    return tuple(place(StepId.START, page) for page in pages)


def plan(_: Visit) -> tuple[Place, ...]:
    return (place(StepId.PLAN, "plan"),)


ROUTES = {StepId.START: start, StepId.PLAN: plan}


def test_the_walk_begins_at_the_first_page() -> None:
    assert Walk(ROUTES, BEGUN).here == place(StepId.START, "welcome")


def test_no_later_step_opens_before_the_device_question_is_answered() -> None:
    walk = Walk(ROUTES, BEGUN)
    walk.go(place(StepId.START, "keeping"))
    assert walk.next(BEGUN) is None
    assert walk.first_of(StepId.PLAN, BEGUN) is None
    assert dict(walk.marks(BEGUN))[StepId.PLAN] is RailMark.CLOSED


def test_a_device_that_is_not_safe_ends_the_walk_in_its_first_step() -> None:
    visit = structs.replace(BEGUN, device=DeviceSafety.NOT_SAFE)
    walk = Walk(ROUTES, visit)
    assert walk.next(visit) == place(StepId.START, "stop")
    walk.go(place(StepId.START, "stop"))
    assert walk.next(visit) is None


def test_the_answer_opens_the_way_to_the_next_step() -> None:
    walk = Walk(ROUTES, SAFE)
    walk.go(place(StepId.START, "keeping"))
    assert walk.next(SAFE) == place(StepId.PLAN, "plan")
    assert dict(walk.marks(SAFE))[StepId.PLAN] is RailMark.AHEAD


def test_back_leads_where_the_person_was_not_to_the_page_before() -> None:
    walk = Walk(ROUTES, SAFE)
    walk.go(place(StepId.PLAN, "plan"))
    assert walk.go_back(SAFE) == place(StepId.START, "welcome")
    assert walk.go_back(SAFE) is None


def test_back_passes_over_a_page_that_an_answer_removed() -> None:
    walk = Walk(ROUTES, SAFE)
    walk.go(place(StepId.START, "keeping"))
    walk.go(place(StepId.PLAN, "plan"))
    not_safe = structs.replace(BEGUN, device=DeviceSafety.NOT_SAFE)
    assert walk.go_back(not_safe) == place(StepId.START, "welcome")


def test_a_page_removed_under_the_person_is_followed_by_what_comes_after_its_step() -> None:
    walk = Walk(ROUTES, structs.replace(BEGUN, device=DeviceSafety.NOT_SAFE))
    walk.go(place(StepId.START, "stop"))
    assert walk.next(SAFE) == place(StepId.PLAN, "plan")


@given(st.lists(st.sampled_from(["next", "back", "start", "plan"]), max_size=40))
def test_however_a_person_moves_they_are_on_a_page_that_exists(moves: list[str]) -> None:
    walk = Walk(ROUTES, SAFE)
    every = {*start(SAFE), *plan(SAFE)}
    for move in moves:
        match move:
            case "next":
                target = walk.next(SAFE)
            case "back":
                walk.go_back(SAFE)
                target = None
            case step:
                target = walk.first_of(StepId(step), SAFE)
        if target:
            walk.go(target)
        assert walk.here in every
        assert [mark for _, mark in walk.marks(SAFE)].count(RailMark.HERE) == 1
