"""The line at the top: what has been sent and kept so far, and "Leave quickly"."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkup.content.texts import Texts
from checkup.ui.widgets.button import button
from checkup.ui.widgets.label import label

FORGET = 5000  # milliseconds a count of Shift presses stays shown


class TopLine(QWidget):
    """Always visible above the page.

    Signals:
        leave_asked: "Leave quickly" was pressed.
    """

    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("top")
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 14, 24, 10)
        row.setSpacing(16)
        self.status = label(role="small")
        self.leave = button(look="leave")
        self.leave.pressed.connect(self.leave_asked)  # on press: a release may come too late
        row.addWidget(self.status, 1)
        row.addWidget(self.leave)
        self._texts: Texts | None = None
        self._plain = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.status.setText(self._plain))

    def show_top(self, texts: Texts, *, sent: int, keeps: bool) -> None:
        """Show what is true now: whether anything was sent, whether anything is kept."""
        self._texts = texts
        about_sending = texts.count("window.sent", sent) if sent else texts.say("window.nothing_sent")
        about_keeping = texts.say("window.keeping" if keeps else "window.keep_nothing")
        self._plain = f"{about_sending} {about_keeping}"
        self.status.setText(self._plain)
        self.leave.setText(texts.say("window.leave_keys"))
        self.leave.setAccessibleName(texts.say("window.leave"))
        self.leave.setAccessibleDescription(texts.say("window.leave_description"))
        self.leave.setToolTip(texts.say("window.leave_description"))

    def show_presses(self, presses: int) -> None:
        """Say how many presses of Shift are still to come."""
        if self._texts is None:
            return
        words = self._texts.say("window.leave_left_two" if presses == 1 else "window.leave_left_one")
        self.status.setText(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self._timer.start(FORGET)
