"""Saving as one goes: after a change, beside the window, and a failure is said once."""

from collections.abc import Iterator

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from checkup.content.texts import Texts
from checkup.flow.record import RecordTrouble
from checkup.model.clock import now
from checkup.model.reply import Reply
from checkup.model.visit import Visit
from checkup.store.errors import CannotWrite, Trouble
from checkup.ui.autosave import Autosave
from checkup.ui.desk import Desk
from tests.ui.shelf import Shelf

VISIT = Visit(id="v", began="2026-11-24T08:00:00Z")


def told(word: str) -> Visit:
    return structs.replace(VISIT, replies=(Reply(question="q", words=word),))


@pytest.fixture
def desk(qapp: object) -> Iterator[Desk]:
    made = Desk(VISIT, now, Texts)
    yield made
    made.keep(None)
    assert made.work.close_all(5000)


def test_a_change_is_saved_by_itself(desk: Desk, qtbot: QtBot) -> None:
    autosave, shelf = Autosave(desk, after=1), Shelf()
    desk.keep(shelf)  # type: ignore[arg-type]
    with qtbot.waitSignal(autosave.saved):
        desk.replace(told("x"))
    assert shelf.record.visits == (told("x"),)


def test_the_window_lives_on_while_a_slow_disk_writes(desk: Desk, qtbot: QtBot) -> None:
    autosave, shelf = Autosave(desk, after=1), Shelf()
    desk.keep(shelf)  # type: ignore[arg-type]
    shelf.may_end.clear()
    desk.replace(told("older"))
    qtbot.waitUntil(lambda: autosave._job is not None)
    desk.replace(told("newer"))
    assert shelf.saves == []
    shelf.may_end.set()
    qtbot.waitUntil(lambda: shelf.saves[-1:] == [told("newer")])


def test_a_failure_is_said_once_and_again_after_a_save_that_worked(desk: Desk, qtbot: QtBot) -> None:
    autosave, shelf = Autosave(desk, after=1), Shelf()
    desk.keep(shelf)  # type: ignore[arg-type]
    said: list[RecordTrouble] = []
    autosave.failed.connect(said.append)
    shelf.error = CannotWrite(Trouble.FULL)
    with qtbot.waitSignal(autosave.failed):
        desk.replace(told("a"))
    with qtbot.waitSignal(desk.open_changed):
        desk.replace(told("b"))
    assert said == [RecordTrouble.FULL]
    shelf.error = None
    with qtbot.waitSignal(autosave.saved):
        desk.replace(told("c"))
    shelf.error = CannotWrite(Trouble.FULL)
    with qtbot.waitSignal(autosave.failed):
        desk.replace(told("d"))
    assert said == [RecordTrouble.FULL] * 2


def test_with_nothing_kept_or_only_reading_no_save_is_tried(desk: Desk) -> None:
    autosave = Autosave(desk, after=1)
    desk.replace(told("a"))
    assert not autosave._timer.isActive()
    desk.keep(Shelf(read_only=True))  # type: ignore[arg-type]
    desk.replace(told("b"))
    assert not autosave._timer.isActive()


def test_an_error_nobody_expected_is_told_calmly(desk: Desk, qtbot: QtBot) -> None:
    Autosave(desk, after=1)
    shelf = Shelf()
    desk.keep(shelf)  # type: ignore[arg-type]
    shelf.error = RuntimeError("private")  # type: ignore[assignment]
    with qtbot.waitSignal(desk.trouble):
        desk.replace(told("a"))
