"""Who can get in, in the window: devices told, one question after another, the map by mouse and keys."""

import shutil
import subprocess

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.access import ASK, DEVICES, MAP, route
from checkup.flow.access_picture import WishedWay
from checkup.flow.access_sheet import access_sheet
from checkup.flow.access_take import SUFFIXES, MapForm, MapTake, contents
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Walk
from checkup.model.access_told import MapEdits
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.clock import now
from checkup.model.inventory import ME, OwnDevice, Person
from checkup.model.reply import Reply
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.ui.desk import Desk
from checkup.ui.dialogs.access_edit import AccessEditDialog
from checkup.ui.dialogs.choose_file import ChooseFile
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.dialogs.map_along import MapAlongDialog
from checkup.ui.map_file import as_map_pdf
from checkup.ui.pages.access_acts import DeviceAdded, DeviceNamed, DeviceRemoved, PersonAdded
from checkup.ui.pages.access_ask import AccessAskPage
from checkup.ui.pages.access_map import AccessMapPage
from checkup.ui.pages.devices import DevicesPage
from checkup.ui.steps import access
from checkup.ui.steps.access import AccessConductor
from checkup.ui.steps.access_take import MapAlong
from checkup.ui.theme import Theme
from checkup.ui.window import Window

VISIT = Visit(
    id="v",
    began="2026-11-24T08:00:00Z",
    device=DeviceSafety.SAFE,
    accounts=(
        AccountReview(service="google", answer=Answer.MINE),
        AccountReview(service="facebook", answer=Answer.MINE),
    ),
    replies=(
        Reply(question="who_can_open", choices=("mail_password",)),
        Reply(question="had_in_hand", choices=("never",)),
    ),
)
HOSTILE = "\u202eanh\x1b[31m" + "x" * 300


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    desk = Desk(VISIT, now, Texts)
    walk = Walk({StepId.ACCESS: route}, VISIT)
    made = Window(desk, walk, {StepId.ACCESS: lambda desk: AccessConductor(desk, Services())}, Theme())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def at(window: Window, page: str) -> object:
    window.go(Place(step=StepId.ACCESS, page=page))
    return window.stack.currentWidget()


def texts_of(page: object) -> str:
    QApplication.processEvents()  # what was put into the page a moment ago is shown by then
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_a_device_is_put_in_named_and_told_about(window, qtbot):
    page = at(window, DEVICES)
    assert isinstance(page, DevicesPage)
    page.kind_buttons()[0].click()
    card = page.card("d1")
    qtbot.keyClicks(card.nickname, "A53")
    nobody, other = card.pin.buttons()
    other.click()
    card.set_up.buttons()[0].click()
    card.shared.buttons()[0].click()
    assert window.desk.visit.devices == (
        OwnDevice(
            id="d1", nickname="A53", pin_known_by=("other",), pin_asked=True, set_up_by=ME, sharing_asked=True
        ),
    )
    nobody.click()
    told = window.desk.visit.devices[0]
    assert (told.pin_known_by, told.pin_asked) == ((), True)
    assert not other.isChecked()
    other.click()
    assert window.desk.visit.devices[0].pin_known_by == ("other",)
    card.remove.click()
    assert window.desk.visit.devices == ()


def test_a_nickname_is_hostile_text_like_any_other(window, qtbot):
    page = at(window, DEVICES)
    assert isinstance(page, DevicesPage)
    page.person.setText(HOSTILE)
    qtbot.keyClick(page.person, Qt.Key.Key_Return)
    (person,) = window.desk.visit.people
    assert len(person.nickname) <= 60
    shown = "\n".join(one.text() for one in page.findChildren(QPushButton))
    assert "\u202e" not in shown
    assert "⟨U+202E⟩anh" in shown
    page.kind_buttons()[1].click()
    assert "⟨U+202E⟩anh" in page.card("d1").pin.buttons()[2].text()
    page.card("d1").pin.buttons()[2].click()
    assert window.desk.visit.devices[0].pin_known_by == (person.id,)
    taken_out = next(one for one in page.people.findChildren(QPushButton) if "⟨U+202E⟩" in one.text())
    taken_out.click()
    assert window.desk.visit.people == ()
    assert window.desk.visit.devices[0].pin_known_by == ()


def answer(page: AccessAskPage, number: int) -> None:
    """Give one of three answers, to one question or to many at once."""
    if not page.choices.isHidden():
        page.choices.buttons()[number].click()
    elif number == 2:
        page.unsure.click()
    else:
        for chip in page.many.buttons():
            if chip.isChecked() == bool(number):
                chip.click()
        page.confirm.click()


def is_asking(page: AccessAskPage) -> bool:
    return not (page.choices.isHidden() and page.many.isHidden())


def test_each_answer_brings_another_question_until_enough_was_asked(window):
    page = at(window, ASK)
    assert isinstance(page, AccessAskPage)
    asked = []
    while is_asking(page):
        asked.append(page.title.text())
        answer(page, len(asked) % 3)
        assert len(asked) <= 8
    assert len(set(asked)) == len(asked) > 1
    page.again.click()
    assert page.title.text() == asked[-1]
    assert not any(button.isChecked() for button in page.choices.buttons())


def test_a_no_takes_the_way_out_of_the_map(window):
    page = at(window, ASK)
    assert isinstance(page, AccessAskPage)
    while is_asking(page):
        answer(page, 1)
    assert all(one.is_so is False for one in window.desk.visit.access_told)
    assert window.desk.visit.access_told


def test_many_alike_are_one_question_with_a_choice_for_each(window):
    services = ("google", "facebook", "instagram", "tiktok")
    accounts = tuple(AccountReview(service=one, answer=Answer.MINE) for one in services)
    window.desk.replace(structs.replace(VISIT, accounts=accounts))
    page = at(window, ASK)
    assert isinstance(page, AccessAskPage)
    while page.many.isHidden():
        answer(page, 2)
    before = len(window.desk.visit.access_told)
    chips = page.many.buttons()
    assert page.confirm.text() in {"None of these", "These, and no others"}
    answer(page, 0)
    told = window.desk.visit.access_told[before:]
    assert len(told) == len(chips) > 1
    assert all(one.is_so for one in told)
    page.again.click()
    assert len(window.desk.visit.access_told) == before


def test_the_map_says_in_words_what_the_picture_shows(window):
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    said = texts_of(page)
    assert "The other person can reach" in said
    assert "The other person knows the password of Google." in said
    assert {"@other", "password:google", "account:google"} <= set(page.picture.boxes())
    assert page.picture.accessibleDescription() == page.caption.text() != ""


def test_arrow_keys_go_from_one_way_in_to_the_next(window, qtbot):
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    before = page.caption.text()
    qtbot.keyClick(page.picture, Qt.Key.Key_Right)
    assert page.caption.text() != before
    qtbot.keyClick(page.picture, Qt.Key.Key_Left)
    assert page.caption.text() == before


def test_a_change_with_the_keyboard_shows_what_it_would_cut(window, qtbot):
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    row = next(one for one in page.rows if one.accessibleName().startswith("1. "))
    window.activateWindow()
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    assert page.caption.text().startswith("This would cut: ")
    assert any(line.is_cut for line in page.picture._picture.lines)
    page.picture.setFocus()
    assert not page.caption.text().startswith("This would cut: ")


def test_changes_by_hand_are_in_the_map_and_can_be_undone(window, qtbot):
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    window.conductor(StepId.ACCESS).pressed(Place(step=StepId.ACCESS, page=MAP), "edit")
    dialog = window.findChild(AccessEditDialog)
    dialog.who.setCurrentIndex(dialog.who.findData("other"))
    dialog.what.setCurrentIndex(dialog.what.findData("password:google"))
    dialog.hold[1].click()
    assert "The other person knows the password of Google." not in texts_of(page)
    dialog.name.setText("Key")
    dialog.put_in.click()
    dialog.by.setCurrentIndex(dialog.by.findData("mine:1"))
    dialog.to.setCurrentIndex(dialog.to.findData("account:google"))
    dialog.way[0].click()
    dialog.what.setCurrentIndex(dialog.what.findData("mine:1"))
    dialog.hold[0].click()
    assert "The other person has Key." in texts_of(page)
    dialog.way[1].click()
    assert "With Key one reaches Google." not in texts_of(page)
    dialog.undo.click()
    assert window.desk.visit.map_edits == MapEdits()
    dialog.reject()


def test_several_things_open_something_together_and_the_last_change_can_be_undone(window, qtbot):
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    window.conductor(StepId.ACCESS).pressed(Place(step=StepId.ACCESS, page=MAP), "edit")
    dialog = window.findChild(AccessEditDialog)
    assert not dialog.undo_last.isEnabled()
    for name in ("Key", "Note"):
        dialog.name.setText(name)
        dialog.put_in.click()
    dialog.choose_way(("mine:1", "mine:2"), "account:google")
    dialog.way[0].click()
    (way,) = window.desk.visit.map_edits.ways
    assert (way.to, way.needs) == ("account:google", ("mine:1", "mine:2"))
    dialog.choose_way(("account:google",), "account:google")
    dialog.way[0].click()
    assert dialog.told.text() == "A thing can’t open itself. Choose two different ones."
    assert window.desk.visit.map_edits.ways == (way,)
    dialog.undo_last.click()
    assert window.desk.visit.map_edits.ways == ()
    assert len(window.desk.visit.map_edits.things) == 2
    dialog.undo.click()
    dialog.undo_last.click()
    assert len(window.desk.visit.map_edits.things) == 2
    dialog.reject()


def test_a_way_is_pointed_out_in_the_picture_with_the_keyboard(window, qtbot):
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    picture = page.picture
    picture.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    for _ in range(2):
        qtbot.keyClick(picture, Qt.Key.Key_Down, control)
    marked = picture.accessibleDescription()
    qtbot.keyClick(picture, Qt.Key.Key_Space)
    assert picture.accessibleDescription() == f"✓ {marked}"
    for _ in range(9):
        qtbot.keyClick(picture, Qt.Key.Key_Down, control)
    chosen = picture.accessibleDescription()
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    dialog = window.findChild(AccessEditDialog)
    assert dialog.by.currentText() == marked
    assert dialog.to.currentText() == chosen
    assert window.desk.visit.map_edits == MapEdits()
    dialog.reject()


def test_people_are_not_marked_and_things_are_with_the_mouse(window, qtbot):
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    picture = page.picture
    boxes = picture.boxes()
    person = next(one for one in boxes if one.startswith("@"))
    said = []
    picture.wished.connect(said.append)
    for name in (person, "account:google"):
        place = boxes[name].center().toPoint()
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    place = picture.boxes()["account:facebook"].center().toPoint()
    qtbot.mouseDClick(picture, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert said == [WishedWay(needs=("account:google",), to="account:facebook")]
    window.findChild(AccessEditDialog).reject()


def test_the_step_in_vietnamese_has_the_same_doors(window):
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    rows = len(page.rows)
    window.desk.speak(Language.VIETNAMESE)
    at(window, MAP)
    assert len(page.rows) == rows
    assert "Người kia vào được" in texts_of(page)


NAMED = structs.replace(
    VISIT,
    people=(Person(id="p1", nickname="Bông"),),
    devices=(
        OwnDevice(id="d1", nickname="A53", pin_known_by=("p1",), pin_asked=True, shared_with=("p1",)),
        OwnDevice(id="d2", nickname="Máy của bông", shared_with=("p1",)),
    ),
)


@pytest.mark.parametrize("with_names", [False, True])
def test_names_are_printed_only_when_chosen(window, monkeypatch, with_names):
    printed = []
    monkeypatch.setattr(
        "checkup.ui.steps.access_take.print_sheet", lambda sheet: bool(printed.append(str(sheet))) or True
    )
    window.desk.replace(NAMED)
    at(window, MAP)
    window.conductor(StepId.ACCESS).pressed(Place(step=StepId.ACCESS, page=MAP), "take")
    dialog = window.findChild(MapAlongDialog)
    dialog.names.setChecked(with_names)
    assert ("as you called them" in dialog.holds.text()) is with_names
    next(one for one in dialog.forms.choices.buttons() if one.property("choice") == "print").click()
    dialog.yes.click()
    assert ("bông" in printed[0].casefold()) is with_names
    assert "Google" in printed[0]
    assert "A53" in printed[0]


@pytest.mark.parametrize("language", list(Language))
def test_the_map_is_saved_as_picture_pdf_and_text(window, tmp_path, language):
    window.desk.speak(language)
    window.desk.replace(NAMED)
    along = MapAlong(window.desk, window.conductor(StepId.ACCESS)._along)
    begins = {MapForm.PDF: b"%PDF", MapForm.PICTURE: b"\x89PNG", MapForm.TEXT: b""}
    for form, head in begins.items():
        along.take(window, MapTake(form=form))
        (dialog,) = [one for one in window.findChildren(ChooseFile) if one.isVisible()]
        dialog.folder = tmp_path
        dialog.yes.click()
        (told,) = [one for one in window.findChildren(Dialog) if one.isVisible()]
        assert str(tmp_path) in texts_of(told)
        told.reject()
        (saved,) = tmp_path.glob(f"*{SUFFIXES[form]}")
        assert saved.read_bytes().startswith(head)
        assert saved.stat().st_size > 500
    text = next(tmp_path.glob("*.txt")).read_text(encoding="utf-8")
    assert "Google" in text
    assert "bông" not in text.casefold()


def test_what_a_map_will_contain_is_said_for_each_form(window):
    window.desk.replace(NAMED)
    texts = window.desk.texts
    view, picture = window.conductor(StepId.ACCESS)._along(False)
    assert not any(line.is_lit for line in picture.lines)
    said = {form: "\n".join(contents(view, MapTake(form=form), texts)) for form in MapForm}
    assert ["the picture:" in said[form] for form in MapForm] == [True, True, False, False]
    assert ["the list:" in said[form] for form in MapForm] == [True, False, True, True]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_the_text_of_the_pdf_can_be_selected(window, tmp_path):
    window.desk.speak(Language.VIETNAMESE)
    window.desk.replace(NAMED)
    view, picture = window.conductor(StepId.ACCESS)._along(True)
    sheet = access_sheet(view, window.desk.texts, "hôm nay")
    (path := tmp_path / "map.pdf").write_bytes(as_map_pdf(picture, sheet))
    run = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    pages = run.stdout.split("\f")
    assert "Bông" in pages[0]
    assert "A53 đã mở khóa" in " ".join(pages[0].split())
    assert "A53 đã mở khóa" in " ".join(" ".join(pages[1:]).split())


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs pdftoppm")
def test_paper_is_black_on_white_whatever_the_window_looks_like(window, tmp_path):
    before = QApplication.palette()
    dark = QPalette(QColor("#202020"))
    QApplication.setPalette(dark)
    window.desk.replace(NAMED)
    view, picture = window.conductor(StepId.ACCESS)._along(True)
    sheet = access_sheet(view, window.desk.texts, "today")
    (path := tmp_path / "map.pdf").write_bytes(as_map_pdf(picture, sheet))
    QApplication.setPalette(before)
    subprocess.run(["pdftoppm", "-r", "40", "-gray", "-png", str(path), str(tmp_path / "page")], check=True)
    image = QImage(str(sorted(tmp_path.glob("page*.png"))[1]))
    heading = range(int(image.height() * 0.05), int(image.height() * 0.09))
    greys = [image.pixelColor(x, y).red() for x in range(image.width()) for y in heading]
    assert min(greys) < 60
    assert max(greys) > 250


def test_of_many_ways_in_the_first_are_shown_and_the_others_on_a_click(window):
    services = [one.id for one in Services().ordered(Language.ENGLISH)][:20]
    accounts = tuple(AccountReview(service=one, answer=Answer.MINE) for one in services)
    window.desk.replace(structs.replace(VISIT, accounts=accounts))
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    shown = len(page.rows)
    more = [one for one in page.findChildren(QPushButton) if one.text().startswith("Show all ")]
    assert more
    for one in more:
        one.click()
    assert len(page.rows) > shown
    assert not any(one.isVisible() for one in more)
    assert page.rows[-1].accessibleName()


def test_without_accounts_the_page_says_so_calmly(window):
    window.desk.replace(Visit(id="v", began="", device=DeviceSafety.SAFE))
    page = at(window, MAP)
    assert isinstance(page, AccessMapPage)
    assert "none of the accounts" in texts_of(page)
    assert page._drawn.isHidden()


def test_what_is_added_or_taken_out_is_said_aloud(window, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(access, "announce", lambda _, words: said.append(words))
    window.go(Place(step=StepId.ACCESS, page=DEVICES))
    page = window.stack.currentWidget()
    page.acted.emit(DeviceAdded(kind="phone"))
    device = window.desk.visit.devices[-1].id
    page.acted.emit(DeviceNamed(device=device, nickname="Sen"))
    page.acted.emit(PersonAdded(nickname="An"))
    page.acted.emit(DeviceRemoved(device=device))

    assert said == ["Phone was added.", "An was added.", "Sen was taken out."]
