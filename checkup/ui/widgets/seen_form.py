"""The form "what do you see?": a device, a place, a time, line by line, and a note in one's own words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from checkup.flow.by_hand import ByHandView, SeenLine
from checkup.model.value import Value
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label


class LineAdded(Value, frozen=True, kw_only=True):
    """The person wrote down one more line."""

    seen: SeenLine


class LineRemoved(Value, frozen=True, kw_only=True):
    """The line of this number should go."""

    number: int


class NoteWritten(Value, frozen=True, kw_only=True):
    """The note now says this."""

    words: str


class _Note(QPlainTextEdit):
    """A few lines of text.

    Signals:
        left: the focus went elsewhere.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMaximumHeight(96)

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()


class SeenForm(Card):
    """Takes lines and a note.

    Signals:
        said: a LineAdded, LineRemoved or NoteWritten.
    """

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._lead = label(role="strong"), label(role="quiet")
        self.device, self.place, self.when = QLineEdit(), QLineEdit(), QLineEdit()
        self.more = button()
        self._full = label(role="small")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.removers: list[QWidget] = []
        self._rows: list[QWidget] = []
        self._note_label = label(role="caption")
        self.note = _Note()
        for part in (self._title, self._lead):
            self.add(part)
        self.column.addLayout(self._lines)
        for widget in (
            *(self.device, self.place, self.when),
            self.more,
            self._full,
            self._note_label,
            self.note,
        ):
            self.add(widget)
        self.more.clicked.connect(self._add)
        for field in (self.device, self.place, self.when):
            field.setMaxLength(200)
            field.returnPressed.connect(self._add)
        self.note.left.connect(self._tell_note)
        self._noted = ""

    def show_form(self, view: ByHandView) -> None:
        """Show the words, the lines so far and the note; what is being typed stays."""
        self._title.setText(view.title)
        self._lead.setText(view.lead)
        for field, words in ((self.device, view.device), (self.place, view.place), (self.when, view.when)):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.more.setText(view.add)
        self.more.setEnabled(not view.full)
        self._full.setText(view.full)
        self._full.setVisible(bool(view.full))
        self._note_label.setText(view.note_label)
        self.note.setAccessibleName(view.note_label)
        self._show_lines(view)
        if view.note != self._noted:
            self._noted = view.note
            self.note.setPlainText(view.note)

    def _show_lines(self, view: ByHandView) -> None:
        for row in self._rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.removers = [], []
        for number, words in enumerate(view.lines):
            row = QWidget()
            column = QVBoxLayout(row)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(label(words, selectable=True))
            remove = button(view.remove, "quiet")
            remove.setAccessibleName(f"{view.remove}: {words}")
            remove.clicked.connect(lambda _=False, number=number: self.said.emit(LineRemoved(number=number)))
            column.addWidget(remove)
            self.removers.append(remove)
            self._rows.append(row)
            self._lines.addWidget(row)

    def _add(self) -> None:
        seen = SeenLine(device=self.device.text(), place=self.place.text(), when=self.when.text())
        if not any((seen.device.strip(), seen.place.strip(), seen.when.strip())):
            return
        for field in (self.device, self.place, self.when):
            field.clear()
        self.device.setFocus()
        self.said.emit(LineAdded(seen=seen))

    def _tell_note(self) -> None:
        words = self.note.toPlainText()
        if words.strip() != self._noted:
            self._noted = words.strip()
            self.said.emit(NoteWritten(words=words))
