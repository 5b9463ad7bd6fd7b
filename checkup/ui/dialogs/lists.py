"""The lists of known programs: each with where it is from, and the buttons that ask for more."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from checkup.flow.lists_view import ListRow, ListsView
from checkup.ui.announcing import announce
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label
from checkup.ui.widgets.scrolling import Scrolling

HEIGHT = 640  # px at most


class ListsDialog(Dialog):
    """Shows views; what the person wants leaves as signals.

    Signals:
        update_asked, add_asked, anyway_asked: the buttons below the list.
        back_asked, removal_asked: with the id of a list.
    """

    update_asked = Signal()
    add_asked = Signal()
    anyway_asked = Signal()
    back_asked = Signal(str)
    removal_asked = Signal(str)

    def __init__(self, over: QWidget, view: ListsView) -> None:
        super().__init__(over, view.title)
        self.say(view.lead)
        self.area = Scrolling(10)
        self._rows = self.area.column
        self.add(self.area)
        self.said = label(role="strong")
        self.add(self.said)
        acts = QWidget()
        row = FlowLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        self.update_button, self.add_button_, self.anyway = (button("") for _ in range(3))
        for made, signal in (
            (self.update_button, self.update_asked),
            (self.add_button_, self.add_asked),
            (self.anyway, self.anyway_asked),
        ):
            made.clicked.connect(signal)
            row.addWidget(made)
        self.add(acts)
        self.close_button = self.add_button(view.close, "main")
        self.close_button.clicked.connect(self.accept)
        self.close_button.setFocus()
        self.resize(self.width(), min(HEIGHT * self.percent // 100, over.window().height() - 20))
        self.show_view(view)

    def show_view(self, view: ListsView) -> None:
        """Put prepared words into the widgets."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row in view.rows:
            self._rows.addWidget(self._card(row, busy=view.busy))
        self._rows.addStretch(1)
        text = "\n".join(view.said)
        if text and text != self.said.text():
            announce(self, text)
        self.said.setText(text)
        self.said.setVisible(bool(text))
        for made, words in (
            (self.update_button, view.update),
            (self.add_button_, view.add),
            (self.anyway, view.anyway),
        ):
            made.setText(words)
            made.setVisible(bool(words))
            made.setEnabled(not view.busy)

    def _card(self, row: ListRow, *, busy: bool) -> Card:
        card = Card()
        card.setAccessibleName(row.name)
        card.add(label(row.name, "strong"))
        for line in row.lines:
            card.add(label(line, "small", selectable=True))
        acts = QWidget()
        column = FlowLayout(acts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        back, removal = self.back_asked, self.removal_asked
        if row.back:
            column.addWidget(_act(row.back, row.back_named, lambda: back.emit(row.id), busy=busy))
        if row.remove:
            column.addWidget(_act(row.remove, row.remove_named, lambda: removal.emit(row.id), busy=busy))
        if row.remove:
            card.add(acts)
        else:
            acts.deleteLater()
        return card


def _act(words: str, named: str, act: Callable[[], None], *, busy: bool) -> QPushButton:
    made = button(words, "quiet")
    made.setAccessibleName(named)
    made.setEnabled(not busy)
    made.clicked.connect(lambda _: act())
    return made
