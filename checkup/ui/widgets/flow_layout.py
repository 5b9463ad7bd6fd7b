"""A layout that puts widgets beside each other and goes on in the next line, like words."""

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Wraps its widgets; Vietnamese labels grow by a fifth and must not be cut at 800 px.

    References: the height-for-width protocol of QLayout, Qt documentation "Layout Management".
    """

    def __init__(self, parent: QWidget | None = None, *, even: bool = False) -> None:
        """With `even`, lines are alike in length: four answers stand two and two, not three and one."""
        super().__init__(parent)
        self._even = even
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> "QtCore.Qt.Orientation":
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        width = sum(widths) + self.spacing() * max(len(widths) - 1, 0)
        return QSize(width, self._place(QRect(0, 0, max(width, 1), 0), move=False))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out inside the rectangle and return the height they need."""
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        y = inside.y()
        width = self._evened(inside.width()) if self._even else inside.width()
        for at, line in enumerate(self._lines(width)):
            y += self.spacing() if at else 0
            high = max(size.height() for _, size in line)
            if move:
                self._place_line(line, inside.x(), y, high)
            y += high
        return y - rect.y() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items with their sizes, broken into lines that fit the width."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _within(item, max(width, 1))
            if not lines or taken + size.width() > width:
                lines.append([])
                taken = 0
            lines[-1].append((item, size))
            taken += size.width() + self.spacing()
        return lines

    def _place_line(self, line: list[tuple[QLayoutItem, QSize]], x: int, y: int, high: int) -> None:
        """Place one line's items beside each other, each in the middle of the line's height."""
        for item, size in line:
            item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
            x += size.width() + self.spacing()

    def _evened(self, width: int) -> int:
        """Return the smallest width at which there are no more lines than there must be."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        low, high = min(max(widths, default=0), width), width
        fewest = len(self._lines(width))
        while low < high:
            middle = (low + high) // 2
            if len(self._lines(middle)) > fewest:
                low = middle + 1
            else:
                high = middle
        return low


def _within(item: QLayoutItem, width: int) -> QSize:
    """Return the size of an item that may be no wider than this; what wraps then grows in height."""
    wanted = item.sizeHint()
    if wanted.width() <= width:
        return wanted
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else wanted.height())
