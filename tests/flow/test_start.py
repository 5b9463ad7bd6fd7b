"""Before you start: its pages, what its answers change, and words for every part in both languages."""

from pathlib import Path

import pytest
from msgspec import structs

from checkup.content.texts import Language, Texts
from checkup.flow import start
from checkup.flow.place import StepId
from checkup.flow.routes import routes
from checkup.flow.start_view import (
    WISHES,
    StartView,
    device_view,
    elsewhere_view,
    keeping_view,
    traces_view,
    welcome_view,
)
from checkup.flow.walk import Walk
from checkup.model.situation import Company, DeviceSafety, Keeping
from checkup.model.visit import Visit

BEGUN = Visit(id="v", began="2026-11-24T08:00:00Z")


def pages(visit: Visit) -> list[str]:
    return [place.page for place in start.route(visit)]


def views(visit: Visit, texts: Texts) -> tuple[StartView, ...]:
    return (
        welcome_view(visit, texts),
        device_view(visit, texts),
        elsewhere_view(texts),
        elsewhere_view(texts, keeps=True),
        traces_view(BEGUN, texts),
        *(keeping_view(wish, texts) for wish in WISHES),
    )


def test_before_the_device_is_judged_nothing_can_be_kept() -> None:
    assert pages(BEGUN) == [start.WELCOME, start.DEVICE]


def test_where_the_device_is_not_right_the_walk_ends_with_how_to_go_on_elsewhere() -> None:
    visit = start.on_device(BEGUN, DeviceSafety.NOT_SAFE)
    walk = Walk(routes(), visit)
    walk.go(start.at(start.ELSEWHERE))

    assert pages(visit) == [start.WELCOME, start.DEVICE, start.ELSEWHERE]
    assert walk.next(visit) is None
    assert all(walk.first_of(step, visit) is None for step in StepId if step is not StepId.START)


@pytest.mark.parametrize("device", [DeviceSafety.SAFE, DeviceSafety.NOT_SURE])
def test_the_traces_are_named_before_anything_is_looked_at(device: DeviceSafety) -> None:
    visit = start.on_device(BEGUN, device)

    assert pages(visit) == [start.WELCOME, start.DEVICE, start.TRACES, start.KEEPING]


@pytest.mark.parametrize("page", [start.NEW, start.OPEN, start.OPENED])
def test_the_record_s_pages_lead_on_to_the_situation_and_back_to_the_choice(page: str) -> None:
    visit = start.on_device(BEGUN, DeviceSafety.SAFE)
    walk = Walk(routes(), visit)
    for here in (start.KEEPING, page):
        walk.go(start.at(here))

    following = walk.next(visit)
    assert following is not None
    assert following.step is StepId.SITUATION
    assert walk.previous(visit) == start.at(start.KEEPING)


def test_an_answer_changes_its_own_part_alone() -> None:
    assert start.with_company(BEGUN, Company.WITH_SOMEONE) == structs.replace(
        BEGUN, company=Company.WITH_SOMEONE
    )
    assert start.on_device(BEGUN, DeviceSafety.SAFE) == structs.replace(BEGUN, device=DeviceSafety.SAFE)
    assert start.kept(BEGUN, Keeping.RECORD) == structs.replace(BEGUN, keeping=Keeping.RECORD)


def test_no_answer_about_the_device_is_given_beforehand_and_nothing_is_kept_beforehand() -> None:
    texts = Texts(Language.ENGLISH)

    assert not any(one.chosen for one in device_view(BEGUN, texts).asked[0].choices)
    assert [one.id for one in keeping_view("nothing", texts).asked[0].choices if one.chosen] == ["nothing"]


def test_with_someone_beside_it_is_asked_for_them() -> None:
    texts = Texts(Language.ENGLISH)
    helping = start.with_company(BEGUN, Company.WITH_SOMEONE)

    assert device_view(helping, texts).lead != device_view(BEGUN, texts).lead


def test_where_a_record_was_made_nobody_says_that_nothing_was_written() -> None:
    texts = Texts(Language.ENGLISH)
    without, with_record = (str(elsewhere_view(texts, keeps=keeps)) for keeps in (False, True))

    assert "Nothing else was written" in without
    assert "Nothing else was written" not in with_record


@pytest.mark.parametrize("language", Language)
def test_every_page_has_its_words(language: Language) -> None:
    for view in views(BEGUN, Texts(language)):
        assert view.title
        assert view.lead
        assert all(line.strip() == line != "" for note in view.notes for line in note.lines)
        assert all(choice.label for asked in view.asked for choice in asked.choices)


def test_nothing_is_read_from_or_written_to_the_home(home: Path) -> None:
    for language in Language:
        views(BEGUN, Texts(language))

    assert list(home.rglob("*")) == []
