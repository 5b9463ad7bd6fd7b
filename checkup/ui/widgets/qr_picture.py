"""A QR code drawn from its squares: dark on white in every theme, or no camera would read it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

SIDE = 260  # px


class QrPicture(QWidget):
    """Shows rows of squares, true for dark, with the quiet zone already around them."""

    def __init__(self, rows: tuple[tuple[bool, ...], ...], name: str) -> None:
        super().__init__()
        self._rows = rows
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._square() * len(self._rows), self._square() * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        side = self._square()
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRectF(x * side, y * side, side, side), Qt.GlobalColor.black)
        painter.end()

    def _square(self) -> int:
        """Return the side of one square in whole pixels, so that edges stay sharp."""
        return max(3, SIDE // max(len(self._rows), 1))
