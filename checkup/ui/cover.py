"""The cover over a locked record: nothing of the walk is to be seen, the passphrase takes it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkup.content.texts import Texts
from checkup.flow.record import RecordTrouble
from checkup.flow.record_view import Fields, said_of
from checkup.ui.announcing import announce
from checkup.ui.widgets.button import button
from checkup.ui.widgets.label import heading, label
from checkup.ui.widgets.passphrase_fields import PassphraseFields

WIDEST = 460


class Cover(QWidget):
    """Fills the window in place of the walk.

    Signals:
        unlock_asked: a passphrase (str) was typed.
        leave_asked: "Leave quickly" was pressed.
        help_asked: "Get help" was pressed; the directory needs no passphrase.
    """

    unlock_asked = Signal(str)
    leave_asked = Signal()
    help_asked = Signal()

    def __init__(self, texts: Texts, *, was_idle: bool, percent: int = 100) -> None:
        super().__init__()
        self._texts = texts
        say = texts.say
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 24)
        self.leave = button(say("window.leave"), "leave")
        self.leave.pressed.connect(self.leave_asked)
        self.help = button(say("window.help"), "quiet")
        self.help.setToolTip(say("window.help_description"))
        self.help.clicked.connect(self.help_asked)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addStretch(1)
        top.addWidget(self.help)
        top.addWidget(self.leave)
        outer.addLayout(top)
        outer.addStretch(1)
        middle = QWidget()
        middle.setMaximumWidth(WIDEST * percent // 100)
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        self.title = heading()
        self.title.setText(say("record.locked.title"))
        idle = say("record.locked.idle") + " " if was_idle else ""
        self.said = label()
        self.fields = PassphraseFields()
        self.fields.speak(
            Fields(field=say("record.passphrase"), show=say("record.show"), hide=say("record.hide"))
        )
        self.fields.entered.connect(self._ask)
        self.open = button(say("record.locked.open"), "main")
        self.open.clicked.connect(self._ask)
        self.said.hide()
        self.held = label()
        self.held.hide()
        lead = label(idle + say("record.locked.lead"), "quiet")
        for part in (self.title, lead, self.held, self.fields, self.said):
            column.addWidget(part)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()  # not an alignment: that would leave the wrapped lines too little room
        row.addStretch(1)
        row.addWidget(middle, 6)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)

    def hold(self, words: str) -> None:
        """Say why what was told is still in memory; "" where it is not."""
        self.held.setText(words)
        self.held.setVisible(bool(words))
        if words:
            announce(self, words)

    def tell(self, trouble: RecordTrouble) -> None:
        """Say why it did not open; the field is ready for another try."""
        self._ready(is_ready=True)
        self.fields.forget()
        self._say(said_of(trouble, self._texts))
        self.fields.first.setFocus()

    def try_again(self) -> None:
        """Take another try after something nobody expected."""
        self._ready(is_ready=True)
        self.said.hide()
        self.fields.first.setFocus()

    def _ask(self) -> None:
        if not self.fields.text or not self.open.isEnabled():
            return
        self._ready(is_ready=False)
        self._say(self._texts.say("record.busy"))
        self.unlock_asked.emit(self.fields.text)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self, words)

    def _ready(self, *, is_ready: bool) -> None:
        self.open.setEnabled(is_ready)
        self.fields.setEnabled(is_ready)
