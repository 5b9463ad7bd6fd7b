"""Get help in the window: opened from anywhere, by country and age, found in plain letters, copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from checkup.content.help_local import LocalHelp
from checkup.content.texts import Language, Texts
from checkup.flow.help import HelpAsk
from checkup.model.clock import now
from checkup.model.help import HelpEntry, HelpEvidence, HelpSection, Phone
from checkup.model.visit import Visit
from checkup.ui.desk import Desk
from checkup.ui.dialogs.help import HelpDialog
from checkup.ui.help import open_help

OURS = HelpEntry(
    id="ours",
    name="House on the corner",
    country="VN",
    section=HelpSection.TALK,
    evidence=HelpEvidence.LOCAL,
    phones=(Phone(number="0900 000 000"),),
)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def desk() -> Desk:
    return Desk(Visit(id="v", began="2026-11-24T08:00:00Z", language=Language.VIETNAMESE.value), now, Texts)


def words(dialog: HelpDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if not one.isHidden())


def names_seen(dialog: HelpDialog) -> list[str]:
    cards = (one for one in dialog.findChildren(QWidget, "card") if one.isVisible())
    return [one.accessibleName() for one in cards if one.accessibleName()]


@pytest.fixture
def dialog(over: QWidget, desk: Desk) -> HelpDialog:
    return open_help(over, desk, 100, LocalHelp())


def test_viet_nam_comes_first_in_vietnamese(dialog: HelpDialog) -> None:
    assert dialog.country.itemData(0) == "VN"
    assert dialog.country.currentData() == "VN"
    assert "113" in words(dialog)
    assert dialog.focusWidget() is dialog.country


def test_another_country_shows_its_own_numbers(dialog: HelpDialog) -> None:
    dialog.country.setCurrentIndex(dialog.country.findData("GB"))
    dialog.search.setText("999")
    assert "999" in words(dialog)


def test_names_are_found_in_plain_letters(dialog: HelpDialog, qtbot: QtBot) -> None:
    dialog.search.setText("anh duong quang ninh")
    qtbot.waitUntil(lambda: names_seen(dialog) == ["Ngôi nhà Ánh Dương Quảng Ninh"])


def test_words_nobody_has_are_answered_with_a_sentence(dialog: HelpDialog) -> None:
    dialog.search.setText("qqqq")
    assert "Danh sách này không có mục nào chứa những chữ đó." in words(dialog)


def test_for_somebody_under_18_another_list_is_shown(dialog: HelpDialog, qtbot: QtBot) -> None:
    before = words(dialog)
    qtbot.mouseClick(dialog.age.buttons()[1], Qt.MouseButton.LeftButton)
    assert dialog.age.buttons()[1].isChecked()
    assert words(dialog) != before


def test_a_number_is_copied_by_a_button_that_names_it_and_its_country(
    over: QWidget, desk: Desk, qtbot: QtBot
) -> None:
    dialog = open_help(over, desk, 100, LocalHelp(entries=(OURS,)))
    dialog.search.setText("corner")
    button = next(one for one in dialog.findChildren(QPushButton) if "0900 000 000" in one.accessibleName())
    assert "Việt Nam" in button.accessibleName()
    button.click()
    assert QGuiApplication.clipboard().text() == "0900 000 000"
    desk.leaving.emit()
    assert QGuiApplication.clipboard().text() == ""


def test_a_centres_own_entry_stands_on_top_of_its_section(over: QWidget, desk: Desk, qtbot: QtBot) -> None:
    dialog = open_help(over, desk, 100, LocalHelp(entries=(OURS,)))
    dialog.search.setText("o")
    qtbot.waitUntil(lambda: "House on the corner" in names_seen(dialog))
    shown = names_seen(dialog)
    others = [entry.name for entry in dialog._views(HelpAsk(looked_for="o")).sections[1].entries[1:]]
    assert others
    assert all(shown.index("House on the corner") < shown.index(name) for name in others)


def test_numbers_and_names_can_be_selected_with_mouse_and_keyboard(dialog: HelpDialog) -> None:
    wanted = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
    numbers = [one for one in dialog.findChildren(QLabel) if one.property("role") == "number"]
    assert numbers
    assert all(one.textInteractionFlags() & wanted == wanted for one in numbers)


def test_every_control_has_a_name_for_a_screen_reader(dialog: HelpDialog) -> None:
    assert dialog.country.accessibleName()
    assert dialog.search.accessibleName()
    assert all(one.accessibleName() or one.text() for one in dialog.findChildren(QPushButton))


def test_escape_closes_it(dialog: HelpDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
