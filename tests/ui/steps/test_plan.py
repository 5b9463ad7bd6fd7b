"""The conductor of the plan: marks reach the visit, the plan goes along only as the person chose."""

import pytest
from msgspec import structs
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from checkup.content.plan_steps import load_rules
from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.place import Place, StepId
from checkup.flow.plan_sheet import TakeAlong
from checkup.indicators.known import Known
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.clock import now
from checkup.model.picture import Picture, PictureKind
from checkup.model.step import StepMark
from checkup.model.visit import Visit
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile
from checkup.ui.dialogs.take_along import Form, TakeAlongDialog
from checkup.ui.pages.plan_acts import DoneChanged, LaterAsked, NoteWritten
from checkup.ui.steps import plan as step
from checkup.ui.steps.plan import PlanConductor

HERE = Place(step=StepId.PLAN, page="plan")
VISIT = Visit(id="v", began="", accounts=(AccountReview(service="zalo", answer=Answer.NOT_MINE),))


@pytest.fixture
def desk(qapp):
    return Desk(VISIT, now, Texts)


@pytest.fixture
def conductor(desk, qtbot):
    conductor = PlanConductor(desk, load_rules(), Services(), Known())
    qtbot.addWidget(conductor.page(HERE))
    conductor.page(HERE).resize(900, 700)
    conductor.page(HERE).show()
    conductor.show(HERE)
    return conductor


def dialogs(kind, conductor):
    over = conductor.page(HERE).window()
    return [one for one in over.findChildren(kind) if one.isVisible()]


def test_marks_and_notes_reach_the_visit(conductor, desk):
    page = conductor.page(HERE)
    page.acted.emit(DoneChanged(step="own_place", is_done=True))
    page.acted.emit(LaterAsked(step="new_password:zalo"))
    page.acted.emit(NoteWritten(step="own_place", words="thư viện"))

    notes = {note.step: note for note in desk.visit.notes}
    assert notes["own_place"].mark is StepMark.DONE
    assert notes["own_place"].note == "thư viện"
    assert notes["new_password:zalo"].mark is StepMark.POSTPONED
    assert page.rows()["own_place"].box.isChecked()


def test_marks_stay_when_the_plan_changes(conductor, desk):
    page = conductor.page(HERE)
    page.acted.emit(DoneChanged(step="own_place", is_done=True))
    desk.replace(structs.replace(desk.visit, accounts=()))

    conductor.show(HERE)

    assert "new_password:zalo" not in page.rows()
    assert page.rows()["own_place"].box.isChecked()


def test_another_language_shows_the_same_steps(conductor, desk):
    before = list(conductor.page(HERE).rows())
    desk.speak(Language.VIETNAMESE)
    conductor.show(HERE)

    assert list(conductor.page(HERE).rows()) == before
    assert conductor.page(HERE).title.text() == "Kế hoạch của bạn"


def test_the_main_button_ends_the_walk(conductor, desk, qtbot):
    with qtbot.waitSignal(desk.close_asked):
        assert not conductor.main_pressed(HERE)


def test_taking_along_says_first_that_it_is_not_encrypted(conductor, qtbot):
    conductor.pressed(HERE, "take")

    (dialog,) = dialogs(TakeAlongDialog, conductor)
    assert any("not encrypted" in label.text() for label in dialog.findChildren(type(dialog.title)))
    assert dialog.forms.chosen is Form.PDF
    dialog.reject()


@pytest.mark.parametrize(
    ("form", "begins"), [(Form.PDF, b"%PDF"), (Form.HTML, b"<!DOCTYPE"), (Form.TEXT, b"STEPS")]
)
def test_a_file_is_saved_where_the_person_chose(conductor, tmp_path, form, begins):
    conductor._take_along(form, TakeAlong())
    (dialog,) = dialogs(ChooseFile, conductor)
    dialog.folder = tmp_path
    dialog.yes.click()

    (saved,) = tmp_path.iterdir()
    assert saved.read_bytes().startswith(begins)
    assert "checkup" not in saved.name


def test_pictures_kept_as_evidence_go_along_as_the_files_they_were(conductor, desk, tmp_path):
    data = b"\x89PNG\r\n\x1a\n and more"
    picture = Picture(sha256="a" * 64, kind=PictureKind.PNG, name="x", service="zalo", data=data)
    desk.replace(structs.replace(desk.visit, pictures=(picture,)))
    conductor._take_along(Form.PICTURES, TakeAlong())
    (dialog,) = dialogs(ChooseFile, conductor)
    dialog.folder = tmp_path
    dialog.yes.click()

    (folder,) = tmp_path.iterdir()
    assert sorted(one.name for one in folder.iterdir()) == ["list.txt", "picture-01.png"]
    assert (folder / "picture-01.png").read_bytes() == data
    assert "a" * 64 in (folder / "list.txt").read_text("utf-8")


def test_pictures_are_offered_only_where_there_are_some(conductor, desk):
    for count in (0, 1):
        picture = Picture(sha256="a", kind=PictureKind.PNG, service="zalo")
        desk.replace(structs.replace(desk.visit, pictures=(picture,) * count))
        conductor.pressed(HERE, "take")
        (dialog,) = dialogs(TakeAlongDialog, conductor)
        ids = [one.property("choice") for one in dialog.forms.choices.buttons()]
        assert ("pictures" in ids) is bool(count)
        dialog.reject()


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(conductor, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(conductor, "_tell", lambda title, words: told.append(words))

    conductor._save(tmp_path / "gone" / "x.pdf", Form.TEXT, conductor._sheet(TakeAlong()))

    assert told == [Texts(Language.ENGLISH).say("plan.not_saved.missing")]


def test_a_copy_is_cleared_on_leaving_unless_something_else_was_copied(conductor, desk):
    clipboard = QGuiApplication.clipboard()
    conductor._take_along(Form.COPY, TakeAlong())
    assert "STEPS" in clipboard.text()
    desk.leaving.emit()
    assert clipboard.text() == ""

    conductor._take_along(Form.COPY, TakeAlong())
    clipboard.setText("their own")
    desk.leaving.emit()
    assert clipboard.text() == "their own"


@pytest.mark.parametrize("taken", [True, False])
def test_printing_says_whether_a_printer_took_it(conductor, monkeypatch, taken):
    told = []
    monkeypatch.setattr(step, "print_sheet", lambda _: taken)
    monkeypatch.setattr(conductor, "_tell", lambda title, words: told.append(words))

    conductor._take_along(Form.PRINT, TakeAlong())

    key = "plan.take_along.printed" if taken else "plan.take_along.not_printed"
    assert told == [Texts(Language.ENGLISH).say(key)]


def test_the_plan_is_shown_as_a_short_dull_list_and_whole_again(conductor):
    page = conductor.page(HERE)
    whole = visible_words(page)
    note = next(iter(page.rows().values()))
    note.write.setChecked(True)
    note.unfold.setChecked(True)
    page.turn.click()

    brief = visible_words(page)
    titles = {row.title.text() for row in page.rows().values()}
    assert brief == titles | {page.title.text()}
    assert brief < whole | {page.title.text()}
    first = next(iter(page.rows().values()))
    first.box.click()
    assert first.box.isChecked()
    page.turn.click()
    assert len(visible_words(page)) > len(brief)


def visible_words(page):
    return {one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.text()}
