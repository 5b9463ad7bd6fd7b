"""The record's pages in the window: a new one, opening one, and every way opening may fail."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from checkup.flow import start
from checkup.flow.keeping import KeepState
from checkup.flow.place import StepId
from checkup.flow.record import Attempt, made, opened
from checkup.model.reply import Reply
from checkup.model.situation import DeviceSafety, Keeping
from checkup.model.step import StepMark, StepNote
from checkup.model.visit import Visit
from checkup.store.wrapping import unwrap
from checkup.ui.app import Program
from checkup.ui.steps.record import RecordConductor
from checkup.ui.steps.start import StartConductor
from tests.ui.hands import type_words

SECRET = "thumping-Mật-khẩu-của-tôi"
LAST = Visit(
    id="last",
    began="2026-11-02T01:00:00Z",
    replies=(Reply(question="other_person", choices=("one_person",)),),
    notes=(StepNote(step="s", mark=StepMark.DONE),),
)

Opener = Callable[..., None]

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def records(program: Program) -> RecordConductor:
    """The conductor of the record's pages, the device judged safe."""
    program.desk.replace(start.on_device(program.desk.visit, DeviceSafety.SAFE))
    conductor = program.window.conductor(StepId.START)
    assert isinstance(conductor, StartConductor)
    found = conductor._record()
    assert isinstance(found, RecordConductor)
    program.window.go(start.at(start.KEEPING))
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.dat"


@pytest.fixture
def kept_before(path: Path) -> bytes:
    """Make a record with one visit and close it; return its bytes."""
    kept = made(path, SECRET, LAST)
    assert not isinstance(kept, Attempt)
    kept.save(kept.record)
    kept.close()
    return path.read_bytes()


def press_main(program: Program) -> None:
    program.window.foot.main_button.click()


def is_idle(records: RecordConductor) -> bool:
    return records._job is None


def make(program: Program, records: RecordConductor, qtbot: QtBot, path: Path, typed: str = SECRET) -> None:
    """Type the passphrase twice and choose the place."""
    program.window.go(start.at(start.NEW))
    for field in (records.new.fields.first, records.new.fields.second):
        type_words(field, typed)
    press_main(program)
    assert records.dialog is not None
    choose(records, path)
    qtbot.waitUntil(lambda: is_idle(records))


def choose(records: RecordConductor, path: Path) -> None:
    assert records.dialog is not None
    records.dialog._enter(path.parent)
    records.dialog.name.setText(path.name)
    records.dialog.yes.click()


@pytest.fixture
def opener(program: Program, records: RecordConductor, qtbot: QtBot, path: Path) -> Opener:
    """Choose the file, type the passphrase, and wait for the end."""

    def open_it(typed: str = SECRET) -> None:
        program.window.go(start.at(start.OPEN))
        records.open.choose.click()
        choose(records, path)
        type_words(records.open.fields.first, typed)
        press_main(program)
        qtbot.waitUntil(lambda: is_idle(records))

    return open_it


def fields(records: RecordConductor) -> list[str]:
    return [one.text() for page in (records.new, records.open) for one in page.findChildren(QLineEdit)]


def test_a_new_record_is_made_and_the_walk_goes_on(
    program: Program, records: RecordConductor, qtbot: QtBot, path: Path
) -> None:
    make(program, records, qtbot, path)

    assert program.window.walk.here.step is StepId.SITUATION
    assert program.desk.keeps is KeepState.RECORD
    assert program.desk.visit.keeping is Keeping.RECORD
    assert not program.desk.has_unsaved
    assert path.exists()
    assert program.window.top.record.isVisible()


def test_the_place_is_asked_only_once_both_fields_say_the_same(
    program: Program, records: RecordConductor, qtbot: QtBot
) -> None:
    program.window.go(start.at(start.NEW))
    button = program.window.foot.main_button
    assert not button.isEnabled()
    type_words(records.new.fields.first, "one")
    type_words(records.new.fields.second, "two")
    assert not button.isEnabled()
    assert "not the same" in records.new.said.text()
    qtbot.keyClick(records.new.fields.second, Qt.Key.Key_Return)
    assert records.dialog is None
    records.new.fields.second.clear()
    type_words(records.new.fields.second, "one")
    assert button.isEnabled()
    qtbot.keyClick(records.new.fields.second, Qt.Key.Key_Return)
    assert records.dialog is not None


def test_what_is_typed_is_judged_and_a_passphrase_can_be_suggested(
    program: Program, records: RecordConductor, qtbot: QtBot
) -> None:
    program.window.go(start.at(start.NEW))
    type_words(records.new.fields.first, "123456")
    weak = records.new.badge.text()
    records.new.suggest.click()

    suggested = records.new.suggested.text()
    assert suggested.count("-") >= 4
    assert records.new.fields.text == suggested
    assert records.new.badge.text() != weak
    assert "Write it down" in records.new.said.text()


def test_a_file_that_is_there_is_left_and_said(
    program: Program, records: RecordConductor, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checkup.ui.dialogs.choose_file._is_taken", lambda _: False)  # made a moment later
    path.write_bytes(b"mine")
    make(program, records, qtbot, path)

    assert "already" in records.new.said.text()
    assert path.read_bytes() == b"mine"
    assert program.desk.open is None
    assert program.window.focusWidget() is records.new.fields.first


def test_the_last_visit_is_on_the_table_again(
    program: Program, records: RecordConductor, path: Path, kept_before: bytes, opener: Opener
) -> None:
    opener()

    assert program.window.walk.here.page == start.OPENED
    assert program.desk.visit.replies == LAST.replies
    assert program.desk.visit.notes == LAST.notes
    assert program.desk.visit.id != "last"
    assert "2026-11-02 08:00" in records.opened._notes[0].text.texts()[-1]
    assert path.read_bytes() == kept_before, "opening writes nothing"
    press_main(program)
    assert program.window.walk.here.step is StepId.SITUATION


def test_the_last_visit_stays_in_the_record_beside_the_new_one(
    program: Program, path: Path, kept_before: bytes, opener: Opener
) -> None:
    opener()
    program.desk.put_away()

    again = opened(path, SECRET)
    assert not isinstance(again, Attempt)
    assert [visit.id for visit in again.record.visits] == ["last", program.desk.visit.id]
    again.close()


def test_what_was_told_before_the_record_was_opened_is_not_lost(
    program: Program, kept_before: bytes, opener: Opener
) -> None:
    mine = Reply(question="other_person", choices=("nobody",))
    program.desk.replace(structs.replace(program.desk.visit, replies=(mine,)))
    opener()

    assert program.desk.visit.replies == (mine,)


def test_a_wrong_passphrase_is_told_and_can_be_tried_again(
    program: Program, records: RecordConductor, qtbot: QtBot, kept_before: bytes, opener: Opener
) -> None:
    opener("other")
    assert "does not open it" in records.open.said.text()
    assert program.window.focusWidget() is records.open.fields.first
    assert program.desk.open is None

    records.open.fields.first.clear()
    type_words(records.open.fields.first, SECRET)
    assert records.open.said.text() == ""
    qtbot.keyClick(records.open.fields.first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.desk.open is not None)


@pytest.mark.parametrize("state", ["foreign", "newer", "cut"])
def test_a_file_that_does_not_open_is_told_and_left(
    opener: Opener, records: RecordConductor, path: Path, kept_before: bytes, state: str
) -> None:
    data, said = {
        "foreign": (b"a letter", "not a record"),
        "newer": (kept_before[:-17] + b"format=3 format=3", "newer version"),
        "cut": (kept_before[:600], "damaged"),
    }[state]
    path.write_bytes(data)
    opener()

    assert said in records.open.said.text()
    assert path.read_bytes() == data
    assert not records.open.rescue.isVisible()
    assert not records.open.read_only.isVisible()


def test_a_damaged_record_is_rescued_to_a_new_file(
    program: Program, records: RecordConductor, qtbot: QtBot, path: Path, kept_before: bytes, opener: Opener
) -> None:
    at = kept_before.index(unwrap(kept_before).now) + 5000
    damaged = kept_before[:at] + bytes([kept_before[at] ^ 1]) + kept_before[at + 1 :]
    path.write_bytes(damaged)
    opener()
    assert "state before the last save" in records.open.said.text()
    records.open.rescue.click()
    choose(records, path.with_name("again.dat"))
    qtbot.waitUntil(lambda: program.desk.open is not None)

    assert path.read_bytes() == damaged
    assert program.desk.open is not None
    assert program.desk.open.path.name == "again.dat"
    assert program.desk.visit.replies == LAST.replies


def test_a_record_in_use_opens_to_read_and_never_claims_to_be_saved(
    program: Program, records: RecordConductor, qtbot: QtBot, path: Path, kept_before: bytes, opener: Opener
) -> None:
    """T7 in the window."""
    other = opened(path, SECRET)
    assert not isinstance(other, Attempt)
    opener()
    assert "Another program has this record open" in records.open.said.text()
    records.open.read_only.click()
    qtbot.waitUntil(lambda: program.desk.open is not None)

    assert program.window.walk.here.page == start.OPENED
    assert "read only" in program.window.top.status.accessibleName()
    program.desk.replace(structs.replace(program.desk.visit, notes=()))
    program.desk.put_away()
    assert path.read_bytes() == kept_before
    other.close()


def test_fields_are_empty_once_the_page_is_left(
    program: Program, records: RecordConductor, kept_before: bytes, opener: Opener
) -> None:
    program.window.go(start.at(start.NEW))
    records.new.suggest.click()
    program.window.go_back()
    assert not any(fields(records))
    program.window.go(start.at(start.NEW))
    assert records.new.suggested.text() == ""
    opener("other")
    program.window.go_back()
    assert not any(fields(records))


def test_whoever_went_elsewhere_while_it_opened_stays_there(
    program: Program, records: RecordConductor, qtbot: QtBot, path: Path, kept_before: bytes
) -> None:
    program.window.go(start.at(start.OPEN))
    records.open.choose.click()
    choose(records, path)
    type_words(records.open.fields.first, SECRET)
    press_main(program)
    place = program.window.walk.first_of(StepId.SITUATION, program.desk.visit)
    assert place is not None
    program.window.go(place)
    qtbot.waitUntil(lambda: program.desk.open is not None)

    assert program.window.walk.here == place


def test_no_passphrase_is_in_the_visit_or_in_any_file_but_under_its_own_key(
    program: Program, records: RecordConductor, qtbot: QtBot, path: Path, home: Path
) -> None:
    make(program, records, qtbot, path)

    assert SECRET not in repr(program.desk.visit)
    files = [one for one in home.parent.rglob("*") if one.is_file()]
    assert files == []
    assert SECRET.encode() not in path.read_bytes()


def test_every_control_has_a_name(program: Program, records: RecordConductor) -> None:
    for page in (start.NEW, start.OPEN):
        program.window.go(start.at(page))
        shown = program.window.stack.currentWidget()
        for field in shown.findChildren(QLineEdit):
            assert field.accessibleName() or not field.isVisible()
