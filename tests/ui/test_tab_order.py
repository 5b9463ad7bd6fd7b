"""The tab key follows what stands on the screen, not the order in which it was made."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from checkup.ui.tab_order import move_focus
from tests.ui.hands import press


class Shelf(QMainWindow):
    """A page in a scroll area over a foot; the page's second field is made last of all."""

    def __init__(self) -> None:
        super().__init__()
        whole, page = QWidget(), QWidget()
        column, self.column = QVBoxLayout(whole), QVBoxLayout(page)
        self.area, self.stack = QScrollArea(), QStackedWidget()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(page)
        self.stack.addWidget(self.area)
        self.stack.addWidget(QLineEdit("hidden page"))
        self.first = QLineEdit("first")
        self.column.addWidget(self.first)
        row = QHBoxLayout()
        self.back, self.main = QPushButton("back"), QPushButton("main")
        row.addWidget(self.back)
        row.addWidget(self.main)
        column.addWidget(self.stack)
        column.addLayout(row)
        self.setCentralWidget(whole)
        self.late = QLineEdit("late")
        self.column.addWidget(QLabel("no stop"))
        self.column.addWidget(self.late)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        return move_focus(self, forward=forward)


@pytest.fixture
def window(qtbot: QtBot) -> Shelf:
    made = Shelf()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.first.setFocus()
    return made


def pressed(key: Qt.Key, count: int) -> list[str]:
    found = []
    for _ in range(count):
        press(key)
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit | QPushButton)
        found.append(focused.text())
    return found


def test_what_was_made_last_comes_where_it_stands(window: Shelf) -> None:
    assert pressed(Qt.Key.Key_Tab, 4) == ["late", "back", "main", "first"]


def test_backwards_it_is_the_same_the_other_way(window: Shelf) -> None:
    assert pressed(Qt.Key.Key_Backtab, 4) == ["main", "back", "late", "first"]


def test_what_is_hidden_or_cannot_be_pressed_is_no_stop(window: Shelf) -> None:
    window.late.hide()
    window.back.setEnabled(False)
    assert pressed(Qt.Key.Key_Tab, 2) == ["main", "first"]


def test_where_the_keyboard_s_place_is_gone_it_begins_at_the_top(window: Shelf) -> None:
    window.main.setFocus()
    assert move_focus(window, forward=True)
    assert window.focusWidget() is window.first


def test_what_is_out_of_sight_is_scrolled_to(window: Shelf, qtbot: QtBot) -> None:
    window.first.setMinimumHeight(2000)
    qtbot.waitUntil(lambda: window.area.verticalScrollBar().maximum() > 0)
    assert pressed(Qt.Key.Key_Tab, 1) == ["late"]
    assert not window.late.visibleRegion().isEmpty()


def test_a_window_without_a_stop_leaves_the_key_to_others(qtbot: QtBot) -> None:
    empty = QWidget()
    qtbot.addWidget(empty)
    assert not move_focus(empty, forward=True)
