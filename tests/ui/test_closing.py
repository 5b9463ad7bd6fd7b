"""Closing the window: nothing told is lost without a word."""

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from checkup.content.texts import Texts
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Walk
from checkup.model.clock import now
from checkup.model.reply import Reply
from checkup.model.visit import Record, Visit
from checkup.store.errors import CannotWrite, StoreError, Trouble
from checkup.ui.closing import Closing
from checkup.ui.conductor import Conductor, Foot
from checkup.ui.desk import Desk
from checkup.ui.dialogs.confirm import Confirm
from checkup.ui.page import Page
from checkup.ui.theme import Theme
from checkup.ui.window import Window

VISIT = Visit(id="v", began="2026-11-24T08:00:00Z")


class Shelf:
    """A record that is kept in memory; saving fails where it is told to."""

    read_only = False

    def __init__(self, error: StoreError | None = None) -> None:
        self.record = Record(id="r")
        self.error = error
        self.closed = False

    def save(self, record: Record) -> None:
        if self.error is not None:
            raise self.error
        self.record = record

    def close(self) -> None:
        self.closed = True


class OnePage(Page):
    def show_view(self, view: object) -> None:
        self.head(str(view))


class Quiet(Conductor):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._page = OnePage()

    def page(self, place: Place) -> Page:
        return self._page

    def show(self, place: Place) -> None:
        self._page.show_view(place.page)

    def foot(self, place: Place) -> Foot:
        return Foot(main="Go on")


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    desk = Desk(VISIT, now, Texts)
    here = (Place(step=StepId.START, page="first"),)
    made = Window(desk, Walk({StepId.START: lambda _: here}, VISIT), {StepId.START: Quiet}, Theme())
    Closing(made, desk)
    made.open()
    qtbot.addWidget(made)
    made.show()
    return made


def tell(window: Window) -> None:
    reply = Reply(question="who_set_up", choices=("me",))
    window.desk.replace(structs.replace(window.desk.visit, replies=(reply,)))


def question(window: Window) -> Confirm:
    (found,) = window.findChildren(Confirm)
    return found


def test_a_window_where_nothing_was_told_closes_without_a_question(window: Window) -> None:
    window.close()
    assert not window.isVisible()


def test_with_nothing_kept_the_window_asks_before_it_closes(window: Window) -> None:
    tell(window)
    window.close()
    assert window.isVisible()
    question(window).no.click()
    assert window.isVisible()


def test_the_window_closes_once_the_person_agreed_to_lose_it(window: Window) -> None:
    tell(window)
    window.close()
    question(window).yes.click()
    assert not window.isVisible()


def test_an_open_record_is_saved_and_closed_without_a_question(window: Window) -> None:
    shelf = Shelf()
    window.desk.keep(shelf)
    tell(window)
    window.close()
    assert not window.isVisible()
    assert shelf.record.visits == (window.desk.visit,)
    assert shelf.closed


def test_a_record_that_cannot_be_saved_keeps_the_window_and_what_was_told(window: Window) -> None:
    shelf = Shelf(CannotWrite(Trouble.FULL))
    window.desk.keep(shelf)
    tell(window)
    window.close()
    assert window.isVisible()
    assert not shelf.closed
    assert question(window).title.text() == "Your record could not be saved"
    shelf.error = None
    question(window).no.click()
    window.close()
    assert shelf.record.visits == (window.desk.visit,)
    assert not window.isVisible()


def test_a_record_to_read_only_says_before_it_closes_that_what_was_told_is_in_no_file(window: Window) -> None:
    shelf = Shelf()
    shelf.read_only = True
    window.desk.keep(shelf)
    tell(window)
    window.close()
    assert window.isVisible()
    assert "read only" in question(window).title.text() + " ".join(words(question(window)))
    question(window).yes.click()
    assert not window.isVisible()


def test_a_record_to_read_only_in_which_nothing_was_changed_closes_without_a_question(window: Window) -> None:
    shelf = Shelf()
    shelf.read_only = True
    window.desk.keep(shelf)
    window.close()
    assert not window.isVisible()
    assert shelf.closed


def words(dialog: Confirm) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel)]
