"""Leaving quickly: the keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkup.ui.leaving import LeaveKeys, ShiftCount, end_soon

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Sends keys the way the window system does: to the window, which hands them to its widget."""

    def __init__(self, widget: QWidget) -> None:
        self._window = widget.window().windowHandle()

    def send(self, kind: QEvent.Type, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str = "") -> None:
        QCoreApplication.sendEvent(self._window, QKeyEvent(kind, key, modifiers, text))

    def shift(self) -> None:
        self.send(QEvent.Type.KeyPress, KEY.Key_Shift, SHIFT)
        self.send(QEvent.Type.KeyRelease, KEY.Key_Shift, NONE)

    def capital(self, letter: str) -> None:
        key = Qt.Key(ord(letter))
        self.send(QEvent.Type.KeyPress, KEY.Key_Shift, SHIFT)
        self.send(QEvent.Type.KeyPress, key, SHIFT, letter)
        self.send(QEvent.Type.KeyRelease, key, SHIFT, letter)
        self.send(QEvent.Type.KeyRelease, KEY.Key_Shift, NONE)


@pytest.fixture
def keys(qapp: QApplication) -> Iterator[LeaveKeys]:
    made = LeaveKeys(qapp)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[QLineEdit]:
    window = QWidget()
    made = QLineEdit(window)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    made.setFocus()
    yield made
    window.hide()


def test_three_lone_shifts_ask_to_leave_once(keys: LeaveKeys, field: QLineEdit, qtbot: QtBot) -> None:
    asked: list[None] = []
    keys.asked.connect(lambda: asked.append(None))
    hands = Hands(field)
    for _ in range(3):
        hands.shift()
    assert len(asked) == 1
    hands.shift()
    hands.shift()
    assert len(asked) == 1


def test_each_press_is_told_so_that_the_way_out_can_be_learnt(keys: LeaveKeys, field: QLineEdit) -> None:
    told: list[int] = []
    keys.pressed.connect(told.append)
    Hands(field).shift()
    Hands(field).shift()
    assert told == [1, 2]


def test_capital_letters_do_not_count(keys: LeaveKeys, field: QLineEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(keys.asked):
        for letter in "HANOI":
            Hands(field).capital(letter)
    assert field.text() == "HANOI"


def test_a_letter_between_the_presses_starts_the_count_anew(
    keys: LeaveKeys, field: QLineEdit, qtbot: QtBot
) -> None:
    hands = Hands(field)
    with qtbot.assertNotEmitted(keys.asked):
        hands.shift()
        hands.shift()
        hands.send(QEvent.Type.KeyPress, KEY.Key_A, NONE, "a")
        hands.shift()


@pytest.mark.parametrize("typed", ["tieengs Vieetj", "tie61ng Vie65t"], ids=["telex", "vni"])
def test_vietnamese_typing_does_not_leave(
    keys: LeaveKeys, field: QLineEdit, qtbot: QtBot, typed: str
) -> None:
    hands = Hands(field)
    with qtbot.assertNotEmitted(keys.asked):
        for letter in typed:
            if letter.isupper():
                hands.capital(letter)
            else:
                key = Qt.Key(ord(letter.upper()))
                hands.send(QEvent.Type.KeyPress, key, NONE, letter)
            composed = QInputMethodEvent("ế", [])
            QCoreApplication.sendEvent(field, composed)


def test_a_composed_letter_between_shifts_starts_the_count_anew(
    keys: LeaveKeys, field: QLineEdit, qtbot: QtBot
) -> None:
    hands = Hands(field)
    with qtbot.assertNotEmitted(keys.asked):
        for _ in range(4):
            hands.shift()
            composed = QInputMethodEvent()
            composed.setCommitString("Đ")
            QCoreApplication.sendEvent(field, composed)


def test_the_keys_work_while_a_dialog_is_open(keys: LeaveKeys, field: QLineEdit, qtbot: QtBot) -> None:
    dialog = QDialog(field.window())
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    with qtbot.waitSignal(keys.asked):
        for _ in range(3):
            Hands(dialog).shift()


def test_presses_spread_over_more_than_five_seconds_do_not_count() -> None:
    moments = iter((0.0, 4.0, 5.5, 6.0))
    count = ShiftCount(lambda: next(moments))
    told = []
    for _ in range(4):
        count.shift_down()
        told.append(count.shift_up())
    assert told == [1, 2, 2, 3]


def test_a_shift_held_with_control_is_not_lone(keys: LeaveKeys, field: QLineEdit, qtbot: QtBot) -> None:
    hands = Hands(field)
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.assertNotEmitted(keys.asked):
        for _ in range(4):
            hands.send(QEvent.Type.KeyPress, KEY.Key_Shift, SHIFT | control)
            hands.send(QEvent.Type.KeyRelease, KEY.Key_Shift, control)


def test_the_process_is_ended_even_when_nothing_else_ends_it() -> None:
    ended: list[int] = []
    timer = end_soon(0.01, ended.append)
    timer.join(5)
    assert ended == [0]
