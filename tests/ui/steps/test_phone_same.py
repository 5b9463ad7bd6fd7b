"""On the page of a look: which phone of the record a dump without a name is from."""

from msgspec import structs

from checkup.flow.phone_look import Source
from checkup.flow.same_phone import ANOTHER
from checkup.model.phone import PhoneKind
from checkup.model.result import Subject, SubjectKind
from checkup.ui.pages.computer import ComputerPage
from tests.ui.shelf import Shelf
from tests.ui.steps.test_phone import VISIT, made, press, sources

__all__ = ["made"]  # the fixture
PIXEL = Subject(kind=SubjectKind.ANDROID, name="Pixel 7", mark="aa11")


def test_a_dump_without_a_name_is_compared_once_the_person_said_which_phone_it_is(made, tmp_path):
    _, path, _ = sources(tmp_path)[Source.DUMPSYS]
    made.go_to_source(PhoneKind.ANDROID)
    made.bring(Source.DUMPSYS, path)
    made.look()
    page = made.page(ComputerPage)
    assert not page.same.isVisible()

    [result] = made.desk.visit.phones
    before = structs.replace(result, subject=PIXEL, when="2026-11-02T08:30:00Z", findings=())
    made.desk.keep(Shelf(structs.replace(VISIT, id="before", phones=(before,)), made.desk.visit))
    made.conductor.show(made.window.walk.here)
    assert page.same.isVisible()
    assert not page.since_card.isVisible()

    press(page.same.choices, PIXEL.key)
    assert [one.subject for one in made.desk.visit.phones] == [PIXEL]
    assert page.since_card.isVisible()
    assert "Pixel 7" in page.lead.text()
    [chosen] = [one for one in page.same.choices.buttons() if one.isChecked()]
    assert chosen.property("choice") == PIXEL.key

    press(page.same.choices, ANOTHER)
    assert made.desk.visit.phones == (result,)
    assert not page.since_card.isVisible()
    made.desk.keep(None)
