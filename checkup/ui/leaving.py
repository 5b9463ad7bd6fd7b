"""Leaving quickly: three lone Shifts within five seconds, or the button; the window goes first.

The order: hide everything, clear the title and the clipboard (if it holds ours), ask all work to
end, save to the record where the person chose to keep one, end the process. A timer beside the
window's thread ends the process even when something hangs.

References: the three presses, the five seconds and "a lone Shift only" follow GOV.UK's "Exit this
page" component (govuk-frontend, exit-this-page.mjs).
"""

import os
import threading
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

PRESSES = 3
WITHIN = 5.0  # seconds from the first press to the last
AT_MOST = 2.5  # seconds until the process ends whatever happens


class ShiftCount:
    """Counts lone presses of Shift; any other key, or Shift held with another, starts anew.

    Typing tools for Vietnamese use Shift together with letters, so a letter while Shift is down
    makes that press not lone.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lone = False
        self._times: list[float] = []

    def shift_down(self) -> None:
        """Note that Shift went down, with nothing else held."""
        self._lone = True

    def other(self) -> None:
        """Note any other key, click or text from a typing tool."""
        self._lone = False
        self._times.clear()

    def shift_up(self) -> int:
        """Note that Shift went up; return how many lone presses there are now within the time."""
        if not self._lone:
            return 0
        self._lone = False
        moment = self._clock()
        self._times = [time for time in self._times if moment - time < WITHIN] + [moment]
        return len(self._times)


class LeaveKeys(QObject):
    """Watches the keys of the whole program, dialogs included.

    Signals:
        pressed: how many lone presses there are now: 1 or 2.
        asked: the third came.
    """

    pressed = Signal(int)
    asked = Signal()

    def __init__(self, application: QApplication, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(application)
        self._count = ShiftCount(clock)
        self._seen: tuple[int, int, bool] | None = None
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.InputMethod, QEvent.Type.MouseButtonPress):
            self._count.other()
        elif kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and isinstance(event, QKeyEvent):
            self._key(event, down=kind is QEvent.Type.KeyPress)
        return False

    def _key(self, event: QKeyEvent, *, down: bool) -> None:
        # One key goes to the window, the widget in it and the widgets around that: count it once.
        seen = (event.timestamp(), event.key(), down)
        if event.isAutoRepeat() or seen == self._seen:
            return
        self._seen = seen
        if event.key() != Qt.Key.Key_Shift:
            if down:
                self._count.other()
            return
        others = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if others != Qt.KeyboardModifier.NoModifier:
            self._count.other()
        elif down:
            self._count.shift_down()
        else:
            self._told(self._count.shift_up())

    def _told(self, presses: int) -> None:
        if presses >= PRESSES:
            self._count.other()
            self.asked.emit()
        elif presses:
            self.pressed.emit(presses)


def hide_everything(application: QApplication) -> None:
    """Hide every window of the program and empty their titles, in this very event."""
    for widget in application.topLevelWidgets():
        if widget.isVisible():
            widget.setWindowOpacity(0)
            widget.hide()
        widget.setWindowTitle("")
    application.sendPostedEvents()


def end_soon(seconds: float = AT_MOST, end: Callable[[int], object] = os._exit) -> threading.Timer:
    """End the process after so many seconds, whatever the rest of it is doing."""
    timer = threading.Timer(seconds, end, args=(0,))
    timer.daemon = True
    timer.start()
    return timer
