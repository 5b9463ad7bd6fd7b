"""The foot of the window: Back at the left, a hint, other buttons, the one main button at the right."""

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkup.ui.column import beside
from checkup.ui.conductor import Foot, FootButton
from checkup.ui.widgets.button import button
from checkup.ui.widgets.label import label

SPACING = 12
SHORTEST_LINE = 26  # characters


class FootBar(QWidget):
    """Always visible under the page.

    Signals:
        back: Back was pressed.
        main: the main button was pressed.
        other: the id of another button that was pressed.
    """

    back = Signal()
    main = Signal()
    other = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("foot")
        self._column = column = QVBoxLayout(self)
        column.setSpacing(8)
        self._row = row = QHBoxLayout()
        row.setSpacing(SPACING)
        self.back_button = button()
        self.back_button.clicked.connect(self.back)
        self._hint = label(role="small")
        self._hint_above = label(role="small")
        self._percent, self._narrow = 100, False
        self._others = QWidget()
        self._others_row = QHBoxLayout(self._others)
        self._others_row.setContentsMargins(0, 0, 0, 0)
        self._others_row.setSpacing(SPACING)
        self._others.hide()
        self._other_buttons: tuple[QPushButton, ...] = ()
        self._shown: tuple[FootButton, ...] = ()
        self.main_button = button(look="main")
        self.main_button.clicked.connect(self.main)
        row.addWidget(self.back_button)
        row.addWidget(self._hint, 1)
        row.addWidget(self._others)
        row.addWidget(self.main_button)
        column.addWidget(self._hint_above)
        column.addLayout(row)
        self.fit(100, narrow=False)

    def fit(self, percent: int, *, narrow: bool) -> None:
        """Stand under the page's column; put the hint above the buttons where there is no room between."""
        self._percent, self._narrow = percent, narrow
        side = beside(self.width(), percent, narrow=narrow)
        self._column.setContentsMargins(side, 12, side, 16)
        self._place_hint(self._hint.text() or self._hint_above.text())
        self._others_row.activate()  # from within: the column asks how wide they are
        self._column.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(self._percent, narrow=self._narrow)

    def _place_hint(self, words: str) -> None:
        above = bool(words) and (self._narrow or not self._has_room())
        self._hint.setText("" if above else words)
        self._hint_above.setText(words if above else "")
        self._hint_above.setVisible(above)
        self._place_others()

    def _place_others(self) -> None:
        """Give the other buttons a row of their own where all together would be cut."""
        have_row = self._column.indexOf(self._others) >= 0
        need_row = self._free() < 0
        if have_row is need_row:
            return
        if need_row:
            self._row.removeWidget(self._others)
            self._column.insertWidget(1, self._others, 0, QtCore.Qt.AlignmentFlag.AlignRight)
        else:
            self._column.removeWidget(self._others)
            self._row.insertWidget(self._row.indexOf(self.main_button), self._others)

    def _has_room(self) -> bool:
        """Whether a hint between the buttons would have lines long enough to read."""
        return self._free() >= self._hint.fontMetrics().averageCharWidth() * SHORTEST_LINE

    def _free(self) -> int:
        """Return the pixels that the buttons, all in one row, leave; below 0 where they have no room."""
        own = (made for made in (self.back_button, self.main_button) if not made.isHidden())
        taken = sum(made.sizeHint().width() + SPACING for made in (*own, *self._other_buttons))
        margins = self._column.contentsMargins()
        return self.width() - margins.left() - margins.right() - taken

    def show_foot(self, foot: Foot, back_words: str, *, can_go_back: bool) -> None:
        """Show a place's foot."""
        self.back_button.setText(back_words)
        self.back_button.setVisible(can_go_back and not foot.no_back)
        self.main_button.setText(foot.main)
        self.main_button.setVisible(bool(foot.main))
        self.main_button.setEnabled(foot.main_enabled)
        if foot.others != self._shown:
            self._show_others(foot.others)
        self._place_hint(foot.hint)  # when the buttons are there that it has to stand beside

    def _show_others(self, others: tuple[FootButton, ...]) -> None:
        ids = tuple(each.id for each in others)
        if ids != tuple(each.id for each in self._shown):
            for made in self._other_buttons:
                self._others_row.removeWidget(made)
                made.hide()  # gone at once, also where deleting waits
                made.deleteLater()
            self._other_buttons = tuple(self._made(each.id) for each in others)
            self._others.setVisible(bool(others))
        for made, each in zip(self._other_buttons, others, strict=True):
            made.setText(each.label)
        self._shown = others

    def _made(self, name: str) -> QPushButton:
        made = button()
        made.clicked.connect(lambda: self.other.emit(name))
        self._others_row.addWidget(made)
        return made
