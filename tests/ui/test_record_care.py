"""The open record in the window: saved, locked, covered, opened again, moved, under another passphrase."""

import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from checkup.flow import start
from checkup.flow.keeping import KeepState, tells_nothing
from checkup.flow.place import StepId
from checkup.flow.record import Attempt, RecordTrouble, made, opened
from checkup.model.reply import Reply
from checkup.model.situation import DeviceSafety
from checkup.model.step import StepNote
from checkup.model.stop import Stop
from checkup.store.errors import CannotWrite, KeysForgotten, Trouble
from checkup.ui.addresses import Addresses
from checkup.ui.app import Program
from checkup.ui.cover import Cover
from checkup.ui.dialogs.confirm import Confirm
from checkup.ui.dialogs.help import HelpDialog
from checkup.ui.dialogs.record import ChangePassphraseDialog, RecordDialog
from checkup.ui.record_care import RecordCare
from tests.ui.hands import type_words

SECRET = "thumping-Mật-khẩu"
PRIVATE = "chuyện riêng của tôi"
PATIENCE = 30_000  # milliseconds: deriving a key and emptying memory take their time on a busy machine

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.dat"


@pytest.fixture
def care(program: Program, path: Path) -> RecordCare:
    """A record that is open, with something private told since."""
    desk = program.desk
    desk.replace(start.on_device(desk.visit, DeviceSafety.SAFE))
    kept = made(path, SECRET, desk.visit)
    assert not isinstance(kept, Attempt)
    desk.keep(kept)
    program.window.go_on()
    desk.replace(structs.replace(desk.visit, notes=(StepNote(step="s", note=PRIVATE),)))
    assert program.care is not None
    return program.care


def cover(care: RecordCare) -> Cover:
    assert care.cover is not None
    return care.cover


def only(program: Program, kind: type[QDialog]) -> QDialog:
    (found,) = [one for one in program.window.findChildren(kind) if one.isVisible()]
    return found


def unlock(care: RecordCare, typed: str = SECRET) -> None:
    type_words(cover(care).fields.first, typed)
    cover(care).open.click()


def notes_in(path: Path, passphrase: str = SECRET) -> list[str]:
    again = opened(path, passphrase, read_only=True)
    assert not isinstance(again, Attempt), again
    found = [note.note for note in again.record.visits[-1].notes]
    again.close()
    return found


def visible_texts(program: Program) -> str:
    found = [one for one in program.window.findChildren(QWidget) if one.isVisible()]
    labels = [one.text() for one in found if isinstance(one, QLabel)]
    return "\n".join(labels + [one.toPlainText() for one in found if isinstance(one, QPlainTextEdit)])


def test_locking_saves_first_then_forgets_the_key_and_covers_everything(
    program: Program, care: RecordCare, path: Path
) -> None:
    title = program.window.stack.currentWidget().title.text()  # type: ignore[attr-defined]
    care.lock()

    assert program.desk.open is not None
    assert program.desk.open.is_locked
    assert notes_in(path) == [PRIVATE]
    assert title not in visible_texts(program)
    assert not program.window.rail.isVisible()
    assert program.window.focusWidget() is cover(care).fields.first


def test_after_five_minutes_it_locks_by_itself_and_says_why(program: Program, care: RecordCare) -> None:
    assert care._idle._timer.interval() == 5 * 60 * 1000
    assert care._idle._timer.isActive()
    care._idle.idle.emit()

    assert "Nothing was done here for a while" in visible_texts(program)
    assert not care._idle._timer.isActive()


def test_the_passphrase_takes_the_cover_away_and_leads_back_to_where_one_was(
    program: Program, care: RecordCare, qtbot: QtBot
) -> None:
    here = program.window.walk.here
    care.lock()
    unlock(care)
    qtbot.waitUntil(lambda: care.cover is None, timeout=PATIENCE)

    assert program.window.walk.here == here
    assert program.window.rail.isVisible()
    assert program.desk.visit.notes[0].note == PRIVATE
    assert care._idle._timer.isActive()
    assert program.desk.open is not None
    assert not program.desk.open.is_locked


def test_a_wrong_passphrase_leaves_the_cover_and_an_empty_field(
    program: Program, care: RecordCare, qtbot: QtBot
) -> None:
    care.lock()
    unlock(care, "other")
    qtbot.waitUntil(cover(care).open.isEnabled, timeout=PATIENCE)

    assert "does not open it" in cover(care).said.text()
    assert cover(care).fields.text == ""
    unlock(care)
    qtbot.waitUntil(lambda: care.cover is None, timeout=PATIENCE)


def test_enter_in_an_empty_field_asks_nothing(care: RecordCare, qtbot: QtBot) -> None:
    care.lock()
    with qtbot.assertNotEmitted(cover(care).unlock_asked):
        qtbot.keyClick(cover(care).fields.first, Qt.Key.Key_Return)


def test_locking_closes_every_dialog(program: Program, care: RecordCare) -> None:
    care.show_dialog()
    program.desk.help_asked.emit()
    care.lock()

    assert [one for one in program.window.findChildren(QDialog) if one.isVisible()] == []


def test_help_and_leaving_are_there_while_locked(program: Program, care: RecordCare, qtbot: QtBot) -> None:
    care.lock()
    cover(care).help.click()
    assert only(program, HelpDialog)
    program.window.leave_asked.disconnect(program.leave)
    with qtbot.waitSignal(program.window.leave_asked):
        qtbot.mousePress(cover(care).leave, Qt.MouseButton.LeftButton)


def test_the_walk_does_not_move_or_speak_under_the_cover(program: Program, care: RecordCare) -> None:
    here = program.window.walk.here
    care.lock()
    program.window.go_back()

    assert program.window.walk.here == here
    program.desk.enter(StepId.PLAN, "plan")
    assert program.window.focusWidget() is cover(care).fields.first


def test_a_look_that_ends_under_the_cover_is_saved_and_only_then_all_is_let_go(
    program: Program, care: RecordCare, qtbot: QtBot, path: Path
) -> None:
    reply, may_end = Reply(question="q", words="x"), threading.Event()

    def look(_stop: Stop) -> Iterator[object]:
        may_end.wait(60)
        yield reply

    job = program.desk.work.job(look)
    job.came.connect(lambda came: program.desk.replace(structs.replace(program.desk.visit, replies=(came,))))
    job.begin()
    care.lock()
    assert cover(care).held.text() == program.desk.texts.say("record.held.working")
    assert not program.desk.has_let_go
    may_end.set()
    qtbot.waitUntil(lambda: program.desk.has_let_go, timeout=PATIENCE)

    assert cover(care).held.isHidden()
    assert program.desk.open is not None
    assert program.desk.open.is_locked
    assert program.desk.visit.replies == ()
    unlock(care)
    qtbot.waitUntil(lambda: care.cover is None, timeout=PATIENCE)
    assert program.desk.visit.replies == (reply,)


def test_locked_nothing_that_was_told_stays_and_unlocked_all_of_it_is_there_again(
    program: Program, care: RecordCare, qtbot: QtBot
) -> None:
    told = program.desk.visit
    program.desk.enter(StepId.PLAN, "plan")
    kept = program.desk.open
    assert kept is not None
    pages = [weakref.ref(page) for page in program.window._pages]
    care.lock()

    assert tells_nothing(program.desk.visit)
    with pytest.raises(KeysForgotten):
        kept.record  # noqa: B018 - asked for what it must not have
    qtbot.waitUntil(lambda: gc.collect() >= 0 and not any(page() for page in pages), timeout=PATIENCE)
    program.desk.replace(told)  # something late: it is not for a locked desk
    assert tells_nothing(program.desk.visit)
    unlock(care)
    qtbot.waitUntil(lambda: care.cover is None, timeout=PATIENCE)
    assert program.desk.visit == told
    assert not program.desk.has_unsaved
    assert program.window.walk.here.step is StepId.PLAN
    assert program.window.stack.currentWidget().isVisible()


def test_locked_it_closes_without_a_question_and_the_file_holds_everything(
    program: Program, care: RecordCare, path: Path
) -> None:
    care.lock()
    program.window.close()

    assert not program.window.isVisible()
    assert program.window.findChildren(Confirm) == []
    assert notes_in(path) == [PRIVATE]


def test_what_was_told_to_a_record_that_can_only_be_read_stays_and_that_is_said(
    program: Program, care: RecordCare, qtbot: QtBot, path: Path
) -> None:
    desk = program.desk
    desk.put_away()
    kept = opened(path, SECRET, read_only=True)
    assert not isinstance(kept, Attempt)
    desk.keep(kept)
    desk.replace(structs.replace(desk.visit, replies=(Reply(question="q", words="x"),)))
    told = desk.visit
    care.lock()

    assert cover(care).held.text() == desk.texts.say("record.held.read_only")
    unlock(care)
    qtbot.waitUntil(lambda: care.cover is None, timeout=PATIENCE)
    assert desk.visit == told


def test_locking_takes_what_is_ours_off_the_clipboard(program: Program, care: RecordCare) -> None:
    addresses = Addresses(program.desk)
    addresses.copy("https://example.org/mine")
    care.lock()

    assert QGuiApplication.clipboard().text() == ""


def test_where_the_last_save_fails_it_is_covered_and_nothing_is_lost(
    program: Program, care: RecordCare, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    kept = program.desk.open
    assert kept is not None

    def full(record: object) -> None:
        raise CannotWrite(Trouble.FULL)

    with monkeypatch.context() as no_room:
        no_room.setattr(kept, "save", full)
        care.lock()
        assert program.window.is_covered
        assert not kept.is_locked
        assert not program.desk.has_let_go
        assert "no room left" in cover(care).held.text()
        assert program.desk.texts.say("record.held.unsaved") in cover(care).held.text()
        unlock(care)
        qtbot.waitUntil(lambda: care.cover is None, timeout=PATIENCE)
        qtbot.waitUntil(lambda: bool(program.window.findChildren(Confirm)), timeout=PATIENCE)
    assert "no room left" in visible_texts(program)
    only(program, Confirm).reject()
    care._autosave.save()
    assert notes_in(path) == [PRIVATE]


def test_a_save_that_fails_offers_another_place_and_goes_on_there(
    program: Program, care: RecordCare, qtbot: QtBot, path: Path
) -> None:
    path.write_bytes(b"somebody else was here")
    assert not care._autosave.save()
    assert "changed, moved or removed" in visible_texts(program)
    assert program.desk.keeps is KeepState.UNSAVED
    assert "Not saved" in program.window.top.status.accessibleName()

    to = path.with_name("elsewhere.dat")
    care._elsewhere(to)
    assert notes_in(to) == [PRIVATE]
    assert path.read_bytes() == b"somebody else was here"
    assert program.desk.keeps is KeepState.RECORD


def test_another_place_that_is_taken_is_refused_and_said(
    program: Program, care: RecordCare, path: Path
) -> None:
    care._elsewhere(path)

    assert "already" in visible_texts(program)
    assert program.desk.open is not None
    assert program.desk.open.path == path


def test_the_record_s_dialog_says_where_it_lies_and_how_it_stands(
    program: Program, care: RecordCare, path: Path
) -> None:
    program.window.top.record.click()

    assert str(path) in visible_texts(program)
    assert "saved in it as you go" in visible_texts(program)
    dialog = only(program, RecordDialog)
    assert isinstance(dialog, RecordDialog)
    dialog.lock.click()
    assert program.window.is_covered


def test_the_passphrase_is_changed(program: Program, care: RecordCare, qtbot: QtBot, path: Path) -> None:
    care._change()
    dialog = only(program, ChangePassphraseDialog)
    assert isinstance(dialog, ChangePassphraseDialog)
    assert not dialog.yes.isEnabled()
    type_words(dialog.old.first, SECRET)
    type_words(dialog.new.first, "cụm mới")
    type_words(dialog.new.second, "cụm mới")
    dialog.yes.click()
    dialog.reject()  # Escape while the key is worked out
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: care.change_dialog is None, timeout=PATIENCE)

    assert "The passphrase was changed" in visible_texts(program)
    care._autosave.save()
    assert notes_in(path, "cụm mới") == [PRIVATE]
    assert opened(path, SECRET, read_only=True) == Attempt(trouble=RecordTrouble.WRONG_PASSPHRASE)


def test_a_wrong_old_passphrase_changes_nothing(
    program: Program, care: RecordCare, qtbot: QtBot, path: Path
) -> None:
    care._change()
    dialog = only(program, ChangePassphraseDialog)
    assert isinstance(dialog, ChangePassphraseDialog)
    type_words(dialog.old.first, "other")
    for field in (dialog.new.first, dialog.new.second):
        type_words(field, "new")
    dialog.yes.click()
    qtbot.waitUntil(dialog.no.isEnabled, timeout=PATIENCE)

    assert "does not open it" in dialog.said.text()
    dialog.reject()
    care._autosave.save()
    assert notes_in(path) == [PRIVATE]


def test_locking_in_the_middle_of_a_change_leaves_one_passphrase_that_opens(
    program: Program, care: RecordCare, qtbot: QtBot, path: Path
) -> None:
    care._change()
    dialog = only(program, ChangePassphraseDialog)
    assert isinstance(dialog, ChangePassphraseDialog)
    type_words(dialog.old.first, SECRET)
    for field in (dialog.new.first, dialog.new.second):
        type_words(field, "new")
    dialog.yes.click()
    care.lock()
    qtbot.waitUntil(lambda: not program.desk.work._jobs, timeout=PATIENCE)

    assert program.desk.open is not None
    assert program.desk.open.is_locked
    holds = [word for word in (SECRET, "new") if not isinstance(opened(path, word, read_only=True), Attempt)]
    assert len(holds) == 1


def test_a_record_to_read_only_offers_another_place_but_no_other_passphrase(
    program: Program, care: RecordCare, path: Path
) -> None:
    assert program.desk.open is not None
    program.desk.put_away()
    kept = opened(path, SECRET, read_only=True)
    assert not isinstance(kept, Attempt)
    program.desk.keep(kept)
    care.show_dialog()
    dialog = only(program, RecordDialog)
    assert isinstance(dialog, RecordDialog)

    assert not dialog.change.isVisible()
    to = path.with_name("mine.dat")
    care._elsewhere(to)
    assert program.desk.keeps is KeepState.RECORD
    assert notes_in(to) == [PRIVATE]


def test_no_watch_goes_on_once_nothing_is_kept(program: Program, care: RecordCare) -> None:
    program.desk.put_away()
    program.desk.keep(None)

    assert not care._idle._timer.isActive()
    care.lock()
    assert care.cover is None
