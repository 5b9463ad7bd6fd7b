"""The line at the top: what has been sent and kept so far, and "Leave quickly"."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkup.content.texts import Texts
from checkup.flow.keeping import KeepState
from checkup.model.plain import Plain
from checkup.ui.announcing import announce
from checkup.ui.column import BESIDE, BESIDE_NARROW, beside
from checkup.ui.widgets.button import button
from checkup.ui.widgets.label import label

FULL, LEAST = 28, 15  # letters of the status in a line: with the keys named, and at all
FORGET = 5000  # milliseconds a count of Shift presses stays shown


class Sending(Plain):
    """How many questions were sent, and whether the person works offline now."""

    count: int = 0
    is_offline: bool = False


class TopLine(QWidget):
    """Always visible above the page.

    Signals:
        leave_asked: "Leave quickly" was pressed.
        record_asked: the button of the open record was pressed.
        network_asked: the button of the network was pressed.
    """

    leave_asked = Signal()
    record_asked = Signal()
    network_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("top")
        row = QHBoxLayout(self)
        row.setSpacing(16)
        self.status = label(role="small")
        self.leave = button(look="leave")
        self.leave.pressed.connect(self.leave_asked)  # on press: a release may come too late
        self.record = button(look="quiet")
        self.record.clicked.connect(self.record_asked)
        self.record.hide()
        self.network = button(look="quiet")
        self.network.clicked.connect(self.network_asked)
        row.addWidget(self.status, 1)
        row.addWidget(self.network)
        row.addWidget(self.record)
        row.addWidget(self.leave)
        self._texts: Texts | None = None
        self._plain = ""
        self._percent, self._narrow = 100, False
        self._row = row
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._show_status(self._plain))

    def show_top(self, texts: Texts, sending: Sending, *, keeps: KeepState, is_open: bool) -> None:
        """Show what is true now: whether anything was sent, whether anything is kept."""
        self._texts = texts
        about_sending = _about(sending, texts)
        about_keeping = texts.say(f"window.keeps.{keeps.value}")
        # Beside the record's button there is room for one sentence: the one that changes.
        self._plain = about_keeping if is_open and not sending.count else f"{about_sending} {about_keeping}"
        self.record.setAccessibleName(texts.say("record.menu.button") if is_open else "")
        self.record.setVisible(is_open)
        self.network.setText(texts.say("window.network"))
        how = texts.say("window.network_offline" if sending.is_offline else "window.network_asks")
        self.network.setAccessibleName(how)
        self.network.setToolTip(how)
        self.leave.setAccessibleName(texts.say("window.leave"))
        self.leave.setAccessibleDescription(texts.say("window.leave_description"))
        self.leave.setToolTip(texts.say("window.leave_description"))
        self.fit(self._percent, narrow=self._narrow)  # now that the buttons beside it are known

    def fit(self, percent: int, *, narrow: bool) -> None:
        """Begin where the page's column begins; the button always stays, in its corner."""
        self._percent, self._narrow = percent, narrow
        side = beside(self.width(), percent, narrow=narrow)
        self._row.setContentsMargins(side, 14, BESIDE_NARROW if narrow else BESIDE, 10)
        self._row.setSpacing(8 if narrow else 16)
        self.arrange()
        self._row.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(self._percent, narrow=self._narrow)

    def arrange(self) -> None:
        """Put the keys under the button's words, and then leave out the status, where they find no room.

        Not asked before the first page is on the screen: the buttons are dressed with it, once.
        """
        if self._texts is not None:
            self.leave.setText(self._texts.say("window.leave" if self._narrow else "window.leave_keys"))
            self.record.setText(self._texts.say("record.menu.button"))
            if self.isVisible():
                self._show_keys(self._texts)
        self._show_status(self._plain)

    def _show_keys(self, texts: Texts) -> None:
        """Name the keys beside the button's words, or under them where the status needs the room."""
        self.leave.setText(texts.say("window.leave_keys"))
        below = self._room() < (0 if self._narrow else FULL)
        if below:
            self.leave.setText(texts.say("window.leave_keys_below").strip())
        if below and self._room() < 0:  # the largest letters, and an open record: few words alone
            self.leave.setText(texts.say("window.leave"))
            self.record.setText(texts.say("record.menu.button_short"))
        if bool(self.leave.property("below")) != below:
            self.leave.setProperty("below", below)  # two lines, in about the height of one
            self.leave.style().unpolish(self.leave)
            self.leave.style().polish(self.leave)

    def _room(self) -> int:
        """Return how many letters of the status find room in a line beside the buttons."""
        margins = self._row.contentsMargins()
        shown = [one for one in (self.network, self.record, self.leave) if not one.isHidden()]
        taken = sum(one.sizeHint().width() + self._row.spacing() for one in shown)
        room = self.width() - margins.left() - margins.right() - taken
        return room // max(1, self.status.fontMetrics().averageCharWidth())

    def _show_status(self, words: str) -> None:
        """Show the status, or where it is too narrow keep it for the screen reader and the pointer."""
        has_room = not self._narrow and (not self.isVisible() or self._room() >= LEAST)
        self.status.setText(words if has_room or words != self._plain else "")
        self.status.setAccessibleName(words)
        self.status.setToolTip(words)

    def show_presses(self, presses: int) -> None:
        """Say how many presses of Shift are still to come."""
        if self._texts is None:
            return
        words = self._texts.say("window.leave_left_two" if presses == 1 else "window.leave_left_one")
        self._show_status(words)
        announce(self, words)
        self._timer.start(FORGET)


def _about(sending: Sending, texts: Texts) -> str:
    """Say whether anything was sent, else whether anything can be."""
    if sending.count:
        return texts.count("window.sent", sending.count)
    return texts.say("window.offline" if sending.is_offline else "window.nothing_sent")
