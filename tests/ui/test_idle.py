"""Nobody touches the program: it says so once, and any touch begins the time anew."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkup.ui.idle import Idle

HOUR = 3_600_000


def key() -> QEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)


def pointer() -> QEvent:
    where, none = QPointF(1, 1), Qt.MouseButton.NoButton
    return QMouseEvent(QEvent.Type.MouseMove, where, where, none, none, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_after_the_time_it_says_so_once(qapp: QApplication, qtbot: QtBot) -> None:
    idle = Idle(qapp, after=1)
    with qtbot.waitSignal(idle.idle):
        idle.start()
    assert not idle._timer.isActive()


@pytest.mark.parametrize("touch", [key, pointer, QInputMethodEvent])
def test_a_touch_begins_the_time_anew(qapp: QApplication, widget: QWidget, touch: object) -> None:
    idle = Idle(qapp, after=HOUR)
    idle.start()
    idle._timer.stop()
    qapp.sendEvent(widget, touch())  # type: ignore[operator]
    assert idle._timer.isActive()
    assert idle._timer.remainingTime() > HOUR - 10_000
    idle.stop()


def test_what_the_window_does_by_itself_is_no_touch(qapp: QApplication, widget: QWidget) -> None:
    idle = Idle(qapp, after=HOUR)
    idle.start()
    idle._timer.stop()
    qapp.sendEvent(widget, QPaintEvent(widget.rect()))
    assert not idle._timer.isActive()
    idle.stop()


def test_once_stopped_nothing_starts_it(qapp: QApplication, widget: QWidget) -> None:
    idle = Idle(qapp, after=HOUR)
    idle.start()
    idle.stop()
    qapp.sendEvent(widget, key())
    assert not idle._timer.isActive()
