"""Lines under each other with a mark before each: what wraps stays beside the mark, not under it."""

from collections.abc import Sequence

from PySide6 import QtCore
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from checkup.ui.widgets.label import label


class MarkedLines(QWidget):
    """A list that is read, not chosen from; `role` names the look of its words in the theme."""

    def __init__(self, role: str = "text", mark: str = "•", *, selectable: bool = False) -> None:
        super().__init__()
        self._role, self._mark, self._selectable = role, mark, selectable
        self._lines: list[tuple[QLabel, QLabel]] = []  # the mark and its words
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines; without any it takes no room."""
        while len(self._lines) < len(lines):
            self._add()
        for number, (mark, words) in enumerate(self._lines):
            words.setText(lines[number] if number < len(lines) else "")
            for part in (mark, words):
                part.setVisible(number < len(lines))
        self.setVisible(bool(lines))

    def texts(self) -> tuple[str, ...]:
        """Return the lines shown."""
        return tuple(words.text() for _, words in self._lines if not words.isHidden())

    def _add(self) -> None:
        mark, words = label(self._mark, self._role), label(role=self._role, selectable=self._selectable)
        mark.setWordWrap(False)
        words.setMinimumWidth(1)  # one long name must not widen the page: the rest of it would be cut
        number = len(self._lines)
        self._grid.addWidget(mark, number, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, number, 1)
        self._lines.append((mark, words))
