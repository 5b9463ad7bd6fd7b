"""Before you start, in the window: nothing opens before the device is judged, and nothing is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from checkup.content.texts import Language
from checkup.flow import start
from checkup.flow.keeping import KeepState
from checkup.flow.place import StepId
from checkup.model.situation import Company, DeviceSafety, Keeping
from checkup.model.visit import Visit
from checkup.ui.app import Program
from checkup.ui.dialogs.help import HelpDialog
from checkup.ui.pages.start import StartPage
from tests.ui.shelf import Shelf


def page(program: Program) -> StartPage:
    shown = program.window.stack.currentWidget()
    assert isinstance(shown, StartPage)
    return shown


def choose(program: Program, question: str, choice: str) -> None:
    buttons = page(program).choices(question).buttons()
    next(one for one in buttons if one.property("choice") == choice).click()


def at(program: Program, name: str) -> None:
    program.window.go(start.at(name))


def here(program: Program) -> str:
    return program.window.walk.here.page


def judged(program: Program, device: DeviceSafety = DeviceSafety.SAFE) -> None:
    program.desk.replace(start.on_device(program.desk.visit, device))


def words(program: Program) -> str:
    return "\n".join(label.text() for label in page(program).findChildren(QLabel) if label.isVisible())


def test_the_language_chosen_on_the_first_page_is_spoken_at_once(program: Program) -> None:
    choose(program, "language", "vi")

    assert program.desk.texts.language is Language.VIETNAMESE
    assert page(program).title.text() == "Trước khi bắt đầu"
    assert program.desk.visit.language == "vi"


def test_for_whom_it_is_can_be_changed(program: Program) -> None:
    choose(program, "company", "with_someone")
    assert program.desk.visit.company is Company.WITH_SOMEONE
    choose(program, "company", "alone")
    assert program.desk.visit.company is Company.ALONE


def test_no_step_opens_before_the_device_is_judged(program: Program) -> None:
    at(program, start.DEVICE)
    steps = program.window.rail._steps

    assert not program.window.foot.main_button.isEnabled()
    assert [step for step, button in steps.items() if button.isEnabled()] == [StepId.START]
    choose(program, start.DEVICE, "not_sure")
    assert program.window.foot.main_button.isEnabled()
    assert all(button.isEnabled() for button in steps.values())


def test_a_device_that_is_not_right_leads_to_help_and_to_a_calm_end(program: Program, qtbot: QtBot) -> None:
    at(program, start.DEVICE)
    choose(program, start.DEVICE, "not_safe")
    program.window.go_on()

    assert here(program) == start.ELSEWHERE
    program.window.foot._other_buttons[0].click()
    (directory,) = program.window.findChildren(HelpDialog)
    directory.reject()
    program.window.foot.main_button.click()
    assert not program.window.isVisible()


def test_another_answer_opens_the_walk_again(program: Program) -> None:
    at(program, start.DEVICE)
    choose(program, start.DEVICE, "not_safe")
    program.window.go_on()
    program.window.foot.back_button.click()
    choose(program, start.DEVICE, "safe")
    program.window.go_on()

    assert here(program) == start.TRACES


def test_with_a_record_open_the_last_page_does_not_say_that_nothing_was_written(program: Program) -> None:
    judged(program, DeviceSafety.NOT_SAFE)
    at(program, start.ELSEWHERE)
    assert "Nothing else was written" in words(program)
    program.desk.keep(Shelf())  # type: ignore[arg-type]
    at(program, start.DEVICE)
    at(program, start.ELSEWHERE)
    assert "Nothing else was written" not in words(program)


def test_keep_nothing_goes_on_with_the_walk(program: Program) -> None:
    judged(program)
    at(program, start.KEEPING)
    program.window.foot.main_button.click()

    assert program.window.walk.here.step is StepId.SITUATION
    assert program.desk.keeps is KeepState.NOTHING


@pytest.mark.parametrize(("wish", "leads_to"), [("new", start.NEW), ("open", start.OPEN)])
def test_a_wish_to_keep_leads_to_its_page(program: Program, wish: str, leads_to: str) -> None:
    judged(program)
    at(program, start.KEEPING)
    choose(program, start.KEEPING, wish)
    program.window.foot.main_button.click()

    assert here(program) == leads_to


def test_nothing_after_all_saves_and_closes_the_record(program: Program) -> None:
    judged(program)
    shelf = Shelf()
    program.desk.keep(shelf)  # type: ignore[arg-type]
    at(program, start.KEEPING)
    program.window.foot.main_button.click()

    assert shelf.closed
    assert [visit.id for visit in shelf.saves] == [program.desk.visit.id]
    assert program.desk.open is None
    assert program.desk.visit.keeping is Keeping.NOTHING


def test_the_pages_can_be_walked_with_the_keyboard_alone(program: Program, qtbot: QtBot) -> None:
    at(program, start.DEVICE)
    buttons = page(program).choices(start.DEVICE).buttons()
    page(program).title.setFocus()
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Tab)
    assert buttons[0].hasFocus()
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
    assert program.desk.visit.device is DeviceSafety.SAFE


def test_the_choices_are_told_with_their_question(program: Program) -> None:
    at(program, start.DEVICE)
    (button, *_) = page(program).choices(start.DEVICE).buttons()

    assert button.parentWidget().accessibleName() == page(program).title.text()


@pytest.mark.parametrize("language", Language)
def test_all_of_it_leaves_no_file(program: Program, home: Path, language: Language) -> None:
    """T10, P1."""
    program.desk.speak(language)
    for device in DeviceSafety:
        judged(program, device)
        for name in (start.WELCOME, start.DEVICE, start.ELSEWHERE, start.TRACES, start.KEEPING, start.NEW):
            at(program, name)

    assert [path for path in home.parent.rglob("*") if path.is_file()] == []


def test_the_visit_begins_without_an_answer(program: Program) -> None:
    visit = program.desk.visit

    assert visit == Visit(id=visit.id, began=visit.began)
