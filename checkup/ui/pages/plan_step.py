"""One step of the plan as a row: the box, what to do, would they notice, and what unfolds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from checkup.flow.plan_view import StepView
from checkup.ui.pages.plan_acts import DoneChanged, LaterAsked, NoteWritten
from checkup.ui.widgets.badge import Badge
from checkup.ui.widgets.button import button
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label
from checkup.ui.widgets.wide_row import WideRow

NOTE_LINES = 3


class StepRow(QWidget):
    """Shows a StepView; showing it again keeps the focus, what was unfolded and what is being typed.

    Signals:
        acted: a value of `plan_acts`.
    """

    acted = Signal(object)

    def __init__(self, view: StepView) -> None:
        super().__init__()
        self._view = view
        self.box = QCheckBox()
        self.title = label(role="strong")
        self.badge, self.state = Badge(), Badge("unknown")
        self.how, self.waits = label(), label(role="small")
        self.place = label(role="small")
        self.unfold = button(look="quiet")
        self.unfold.setCheckable(True)
        self.later = button(look="quiet")
        self.write = button(look="quiet")
        self.write.setCheckable(True)
        self.reasons = label(role="quiet")
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note_hint = label(role="small")
        self._lay_out()
        self._connect()
        self.write.setChecked(bool(view.note))
        self.show_step(view)

    def show_step(self, view: StepView) -> None:
        """Put a view into the row."""
        self._view = view
        self.setAccessibleName(f"{view.title}. {view.badge}")
        self.box.blockSignals(True)  # noqa: FBT003 - Qt's own word
        self.box.setChecked(view.is_done)
        self.box.blockSignals(False)  # noqa: FBT003 - Qt's own word
        self.box.setAccessibleName(f"{view.done}: {view.title}")
        self.box.setAccessibleDescription(view.badge)
        self.box.setToolTip(view.done)
        self.title.setText(view.title)
        self.badge.show_badge(view.badge, view.tone)
        self.badge.setToolTip(view.notice_means)
        self.badge.setAccessibleDescription(view.notice_means)
        self.state.show_badge(view.postponed, "unknown")
        self.state.setVisible(view.is_postponed)
        self.how.setText(view.how)
        self.place.setText(view.place)
        self.waits.setText(view.waits)
        for part, words in (
            (self.how, view.how),
            (self.place, view.place),
            (self.badge, view.badge),
            (self.unfold, view.why),
        ):
            part.setVisible(bool(words) and not view.is_done)
        self.waits.setVisible(bool(view.waits))
        self.later.setText(view.later)
        self.later.setAccessibleName(f"{view.later}: {view.title}")
        self.later.setVisible(bool(view.later) and not view.is_done)
        self.buttons.setVisible(bool(view.note_button))
        self.reasons.setText("\n".join(f"•  {reason}" for reason in view.reasons))
        self._show_note(view)
        self._fold()

    def controls(self) -> tuple[QWidget, ...]:
        """Return what the tab key visits, in order."""
        return (self.box, self.unfold, self.later, self.write, self.note)

    def _show_note(self, view: StepView) -> None:
        if self.note.toPlainText().strip() != view.note:
            self.note.setPlainText(view.note)
        self.note.setAccessibleName(f"{view.note_name}: {view.title}")
        self.note.setPlaceholderText(view.note_name)
        self.note_hint.setText(view.note_hint)
        self.write.setText(view.note_button)
        self.write.setAccessibleName(f"{view.note_button}: {view.title}")

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 4)
        whole.setSpacing(2)
        whole.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        whole.addLayout(column, 1)
        badges = QWidget()
        line = FlowLayout(badges)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self.state, self.badge):
            line.addWidget(part)
        column.addWidget(WideRow(self.title, badges))
        for text in (self.how, self.place, self.waits):
            column.addWidget(text)
        self.buttons = QWidget()
        row = FlowLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for each in (self.unfold, self.later, self.write):
            row.addWidget(each)
        column.addWidget(self.buttons)
        column.addWidget(self.reasons)
        column.addWidget(self.note)
        column.addWidget(self.note_hint)

    def _connect(self) -> None:
        self.box.toggled.connect(self._box_toggled)
        self.later.clicked.connect(lambda: self.acted.emit(LaterAsked(step=self._view.id)))
        self.unfold.toggled.connect(self._fold)
        self.write.toggled.connect(self._write_toggled)
        self.note.textChanged.connect(self._typed)

    def _box_toggled(self) -> None:
        self.acted.emit(DoneChanged(step=self._view.id, is_done=self.box.isChecked()))

    def _write_toggled(self) -> None:
        self._fold()
        if self.write.isChecked():
            self.note.setFocus()

    def _typed(self) -> None:
        words = self.note.toPlainText()
        if words.strip() != self._view.note:
            self.acted.emit(NoteWritten(step=self._view.id, words=words))

    def _fold(self) -> None:
        words = self._view.hide_why if self.unfold.isChecked() else self._view.why
        self.unfold.setText(words)
        self.unfold.setAccessibleName(f"{words}: {self._view.title}")
        self.reasons.setVisible(
            self.unfold.isChecked() and bool(self._view.reasons) and not self._view.is_done
        )
        writing = self.write.isChecked() and bool(self._view.note_button)
        self.note.setVisible(writing)
        self.note_hint.setVisible(writing)
        height = self.note.fontMetrics().lineSpacing() * NOTE_LINES
        self.note.setMinimumHeight(height + 24)
        self.note.setMaximumHeight(height + 24)
