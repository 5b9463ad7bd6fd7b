"""One key covers the walk with a plain page and leads back; nothing is ended, said or lost by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from checkup.flow import start
from checkup.flow.place import StepId
from checkup.model.situation import DeviceSafety
from checkup.ui.app import Program
from checkup.ui.dialogs.help import HelpDialog
from checkup.ui.plain_page import PlainCover
from checkup.ui.record_care import care_for
from tests.ui.shelf import Shelf


@pytest.fixture
def plain(program: Program, qtbot: QtBot) -> PlainCover:
    program.window.activateWindow()
    qtbot.waitUntil(lambda: program.plain is not None and QApplication.activeWindow() is program.window)
    program.desk.replace(start.on_device(program.desk.visit, DeviceSafety.SAFE))
    program.desk.enter(StepId.PLAN, "plan")
    assert program.plain is not None
    return program.plain


def escape(program: Program) -> None:
    QTest.keyClick(program.window, Qt.Key.Key_Escape)
    QApplication.processEvents()


def words(program: Program) -> set[str]:
    labels = [one for one in program.window.findChildren(QWidget) if one.isVisible()]
    return {one.text() for one in labels if isinstance(one, QLabel) and one.text()}


def test_one_key_shows_a_dull_page_and_the_same_key_the_walk_as_it_was(
    program: Program, plain: PlainCover
) -> None:
    page = program.window.stack.currentWidget()
    focused = program.window.focusWidget()
    page.verticalScrollBar().setValue(40)  # type: ignore[attr-defined]
    scrolled = page.verticalScrollBar().value()  # type: ignore[attr-defined]
    escape(program)

    assert words(program) == {program.desk.texts.say("window.title")}
    assert not program.window.rail.isVisible()
    assert plain.page is not None
    assert plain.page.room.hasFocus()
    escape(program)
    assert program.window.stack.currentWidget() is page
    assert page.isVisible()
    assert page.verticalScrollBar().value() == scrolled  # type: ignore[attr-defined]
    assert program.window.focusWidget() is focused


def test_the_button_leads_back_too_and_what_was_typed_there_is_gone(
    program: Program, plain: PlainCover
) -> None:
    escape(program)
    assert plain.page is not None
    plain.page.room.setPlainText("milk, rice")
    plain.page.back.click()
    assert not program.window.is_covered
    escape(program)
    assert plain.page.room.toPlainText() == ""


def test_over_a_dialog_the_first_press_closes_it_and_the_second_covers(
    program: Program, plain: PlainCover
) -> None:
    program.desk.help_asked.emit()
    (dialog,) = program.window.findChildren(HelpDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not program.window.is_covered
    escape(program)
    assert program.window.is_covered


def test_a_record_locks_over_it_and_the_key_does_not_open_that(program: Program, plain: PlainCover) -> None:
    program.desk.keep(Shelf(program.desk.visit))  # type: ignore[arg-type]
    care = care_for(program.window, program.desk, program.application)
    escape(program)
    care._desk.open.lock = lambda: None  # type: ignore[union-attr, method-assign]
    care.lock()
    assert care.cover is not None
    assert care.cover.isVisible()
    escape(program)
    escape(program)
    assert care.cover.isVisible()
    program.desk.keep(None)


def test_the_walk_goes_on_under_it_without_showing_itself(program: Program, plain: PlainCover) -> None:
    escape(program)
    program.desk.enter(StepId.START, start.WELCOME)
    assert program.window.is_covered
    assert plain.page is not None
    assert plain.page.room.hasFocus()
    escape(program)
    assert program.window.stack.currentWidget().isVisible()
    assert program.window.focusWidget() is program.window.stack.currentWidget().title  # type: ignore[attr-defined]
