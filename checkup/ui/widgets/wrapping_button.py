"""A button whose words wrap: Qt's own cut them, and Vietnamese words are long."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout

from checkup.ui.widgets.label import label


class WrappingButton(QPushButton):
    """A button as tall as its words need: a line that wraps, and a quiet one under it.

    A mark, where there is one, stands before the words, in a column of its own: lines that wrap stay
    under each other.
    """

    def __init__(self, role: str = "choice", margins: tuple[int, int, int, int] = (16, 11, 16, 12)) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self._has_width = False
        self._margins = margins
        self._mark = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.words = _part(role)
        self._detail_role = f"{role}_detail"
        self._detail: QLabel | None = None  # made when there is one
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*margins)
        column.setSpacing(2)
        column.addWidget(self.words)

    def show_words(self, words: str, detail: str = "", mark: str = "") -> None:
        """Show the words and, unless empty, the line under them and the mark before them."""
        self._mark = mark
        self._keep_column()
        self.words.setText(words)
        self._show_detail(detail)
        if self._has_width:  # before that there is nothing to measure for, and Qt tells it before it shows us
            self._grow()

    def _show_detail(self, detail: str) -> None:
        if self._detail is None and detail:
            self._detail = _part(self._detail_role)
            self._column.addWidget(self._detail)
        if self._detail is not None:
            self._detail.setText(detail)
            self._detail.setVisible(bool(detail))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._column.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.heightForWidth(max(self.width(), 40)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._has_width = True
        self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark:
            painter = QPainter(self)
            self.paint_mark(painter, self._place_of_mark(), self.words.palette().windowText())

    def paint_mark(self, painter: QPainter, place: QRect, ink: QBrush) -> None:
        """Paint the mark: a letter, in the button's own colour. Others paint a shape in the words' colour.

        Its font is the button's own, which the look gives the size of the words. No pen and no font are put
        into the painter: that would have all of `Qt` and of `QFont` made, see by_number.py.
        """
        del ink
        painter.drawText(place.x(), place.y() + self.words.fontMetrics().ascent(), self._mark)

    def _place_of_mark(self) -> QRect:
        """Return the square before the first line of the words."""
        line = self.words.fontMetrics().height()
        return QRect(self._margins[0], self.words.y(), line, line)

    def _keep_column(self) -> None:
        """Keep the mark's column free: as wide as a line is high and half as much again."""
        left, top, right, bottom = self._margins
        column = self.words.fontMetrics().height() * 3 // 2 if self._mark else 0
        if self._column.contentsMargins().left() != left + column:
            self._column.setContentsMargins(left + column, top, right, bottom)

    def _grow(self) -> None:
        """Ask for the height that the words need at this width."""
        self._keep_column()
        self.setMinimumHeight(self.heightForWidth(max(self.width(), 40)))
        self.updateGeometry()


def _part(role: str) -> QLabel:
    """Return a label inside a button, for eyes only: a screen reader is told the button's name.

    WORKAROUND: Qt leaves out children of this name (childWidgets in qaccessiblewidgets.cpp) and no others;
    else a reader reads the details of all choices when it comes to the first, and each again with its own.
    """
    made = label(role=role)
    made.setObjectName("qt_rubberband")
    return made
