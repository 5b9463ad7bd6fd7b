"""Your situation in the window: answering, leaving open, own words, another language."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkup.content.questions import load_questions
from checkup.content.texts import Language, Texts
from checkup.flow.place import Place, StepId
from checkup.flow.situation import reply_to, situation_route
from checkup.flow.walk import Walk
from checkup.model.clock import now
from checkup.model.reply import Reply
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.ui.desk import Desk
from checkup.ui.pages.question import QuestionPage
from checkup.ui.steps.situation import SituationConductor
from checkup.ui.theme import Theme
from checkup.ui.window import Window

QUESTIONS = load_questions()
VISIT = Visit(id="v", began="2026-11-24T08:00:00Z", device=DeviceSafety.SAFE)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    desk = Desk(VISIT, now, Texts)
    route = situation_route(QUESTIONS)
    made = Window(
        desk,
        Walk({StepId.SITUATION: route}, VISIT),
        {StepId.SITUATION: lambda desk: SituationConductor(desk, QUESTIONS)},
        Theme(),
    )
    qtbot.addWidget(made)
    made.open()
    made.show()
    return made


def page(window: Window) -> QuestionPage:
    shown = window.stack.currentWidget()
    assert isinstance(shown, QuestionPage)
    return shown


def at(window: Window, question: str) -> None:
    window.go(Place(step=StepId.SITUATION, page="question", item=question))


def others(window: Window) -> list[str]:
    return [made.text() for made in window.foot._other_buttons]


def test_a_choice_is_kept_and_shown_again(window: Window, qtbot: QtBot) -> None:
    at(window, "other_person")
    qtbot.mouseClick(page(window).one.buttons()[0], Qt.MouseButton.LeftButton)
    assert window.desk.visit.replies == (Reply(question="other_person", choices=("one_person",)),)
    assert page(window).one.buttons()[0].isChecked()


def test_answering_with_the_keyboard_keeps_the_focus_where_it_was(window: Window, qtbot: QtBot) -> None:
    at(window, "who_can_open")
    second = page(window).several.buttons()[1]
    qtbot.waitUntil(second.isVisible)
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert reply_to(window.desk.visit, "who_can_open").choices == ("phone_pin",)
    assert page(window).several.buttons()[1] is second
    assert window.focusWidget() is second


def test_a_choice_that_rules_out_the_others_unticks_them(window: Window, qtbot: QtBot) -> None:
    at(window, "who_can_open")
    nobody, phone, *_ = page(window).several.buttons()
    qtbot.mouseClick(phone, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(nobody, Qt.MouseButton.LeftButton)
    assert nobody.isChecked()
    assert not phone.isChecked()


def test_going_on_without_an_answer_counts_as_skipped(window: Window, qtbot: QtBot) -> None:
    assert others(window) == []
    qtbot.mouseClick(window.foot.main_button, Qt.MouseButton.LeftButton)
    assert window.desk.visit.replies == (Reply(question="who_lives_here"),)
    assert window.walk.here.item == "other_person"


def test_an_answer_can_be_taken_back(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(page(window).several.buttons()[1], Qt.MouseButton.LeftButton)
    assert others(window) == ["Leave this question open"]
    qtbot.mouseClick(window.foot._other_buttons[0], Qt.MouseButton.LeftButton)
    assert window.desk.visit.replies == (Reply(question="who_lives_here"),)
    assert window.walk.here.item == "other_person"


def test_an_answer_brings_its_further_question_next(window: Window, qtbot: QtBot) -> None:
    at(window, "image_threats")
    qtbot.mouseClick(page(window).several.buttons()[0], Qt.MouseButton.LeftButton)
    window.go_on()
    assert window.walk.here.item == "image_age"
    assert not page(window).several.isVisible()
    assert len(page(window).one.buttons()) == 3


def test_own_words_are_kept_as_they_are_typed(window: Window, qtbot: QtBot) -> None:
    at(window, "anything_else")
    qtbot.keyClicks(page(window).words, "not on Friday")
    assert reply_to(window.desk.visit, "anything_else").words == "not on Friday"
    at(window, "who_lives_here")
    assert not page(window).words.isVisible()
    at(window, "anything_else")
    assert page(window).words.toPlainText() == "not on Friday"


def test_another_language_keeps_page_and_answer(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(page(window).several.buttons()[1], Qt.MouseButton.LeftButton)
    window.desk.speak(Language.VIETNAMESE)
    assert page(window).title.text() == "Ai đang sống cùng nhà với bạn?"
    assert page(window).several.buttons()[1].isChecked()


def test_a_screen_reader_hears_the_question_with_the_choices(window: Window) -> None:
    at(window, "other_person")
    assert page(window).one.accessibleName() == page(window).title.text()
    assert "Is there somebody who may see or know too much about you?" in page(window).title.text()


def test_a_page_takes_no_view_but_its_own(window: Window) -> None:
    with pytest.raises(NotImplementedError):
        page(window).show_view("something")
