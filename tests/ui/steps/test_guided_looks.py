"""The page of guided looks in the window."""

import pytest
from pytestqt.qtbot import QtBot

from checkup.content.guided_looks import load_looks
from checkup.content.texts import Texts
from checkup.flow.computer import computer_route
from checkup.flow.guided_looks import LOOKS
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Walk
from checkup.model.answer import Answer
from checkup.model.clock import now
from checkup.model.looked import Cause, Gap
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.ui.desk import Desk
from checkup.ui.pages.guided_looks import GuidedLooksPage
from checkup.ui.steps.computer import ComputerConductor
from checkup.ui.theme import Theme
from checkup.ui.window import Window

HERE = Place(step=StepId.COMPUTER, page=LOOKS)
SEEN = Result(
    subject=Subject(kind=SubjectKind.COMPUTER, system="Debian 12"),
    when="2026-11-24T08:00:00Z",
    gaps=(Gap(check="computer.sudo_rights", reason=Cause.NOT_PERMITTED),),
)
VISIT = Visit(id="v", began="2026-11-24T08:00:00Z", device=DeviceSafety.SAFE, computer=SEEN)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    desk, looks = Desk(VISIT, now, Texts), load_looks()
    made = Window(
        desk,
        Walk({StepId.COMPUTER: computer_route(looks)}, VISIT),
        {StepId.COMPUTER: lambda desk: ComputerConductor(desk, looks=looks)},
        Theme(),
    )
    qtbot.addWidget(made)
    made.open()
    made.show()
    return made


def test_the_way_on_leads_to_the_looks_and_an_answer_is_kept(window: Window) -> None:
    window.foot.main_button.click()
    assert window.walk.here == HERE
    page = window.stack.currentWidget()
    assert isinstance(page, GuidedLooksPage)

    page.cards["linux_users"].choices.buttons()[2].click()

    assert [(one.look, one.answer) for one in window.desk.visit.looks] == [("linux_users", Answer.NOT_MINE)]
    assert page.cards["linux_users"].choices.buttons()[2].isChecked()
    assert page.progress.text() == "Looked at 1 of 1"


def test_each_answer_names_its_look_to_a_screen_reader(window: Window) -> None:
    window.go(HERE)
    page = window.stack.currentWidget()
    assert isinstance(page, GuidedLooksPage)
    for part in page.cards.values():
        assert part.choices.accessibleName().startswith(part.title.text())
