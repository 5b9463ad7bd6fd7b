"""The pictures of the phone guide: simple line drawings without words, in the colours of the theme."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkup.flow.phone_values import Drawing

SIZE = (120, 130)  # the drawing's own units
LINES = 6.2  # how many lines of text high a picture is


class PhonePicture(QWidget):
    """One drawing, as large as the text around it asks for. A screen reader hears the words beside it."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing = drawing
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        high = int(self.fontMetrics().lineSpacing() * LINES)
        return QSize(high * SIZE[0] // SIZE[1], high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / SIZE[0], self.height() / SIZE[1])
        painter.scale(scale, scale)
        _DRAWINGS[self._drawing](_Pen(painter, self.palette()))
        painter.end()


class _Pen:
    """Draws the few shapes the pictures are made of: quiet lines, and one thing in the main colour."""

    def __init__(self, painter: QPainter, palette: QPalette) -> None:
        self.painter = painter
        self._line = QPen(palette.color(QPalette.ColorRole.PlaceholderText), 2.4)
        self._mark = QPen(palette.color(QPalette.ColorRole.Highlight), 3.4)
        for pen in (self._line, self._mark):
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._fill = palette.color(QPalette.ColorRole.Highlight)

    def box(
        self, x: float, y: float, wide: float, high: float, *, round_by: float = 5, fill: str = ""
    ) -> None:
        """Draw a rectangle; `fill` is "line" or "mark" where it is filled or in the main colour."""
        self.painter.setPen(self._mark if fill else self._line)
        self.painter.setBrush(self._fill if fill == "mark" else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(QRectF(x, y, wide, high), round_by, round_by)

    def row(self, x: float, y: float, wide: float, *, mark: bool = False) -> None:
        """Draw a line of a list."""
        self.painter.setPen(self._mark if mark else self._line)
        self.painter.drawLine(QPointF(x, y), QPointF(x + wide, y))

    def ring(self, x: float, y: float, radius: float, *, fill: bool = False) -> None:
        """Draw a circle in the main colour."""
        self.painter.setPen(self._mark)
        self.painter.setBrush(self._fill if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def path(self, *points: tuple[float, float]) -> None:
        """Draw a line through these points in the main colour."""
        self.painter.setPen(self._mark)
        self.painter.drawPolyline([QPointF(x, y) for x, y in points])

    def arc(self, x: float, y: float, wide: float, high: float) -> None:
        """Draw the upper half of an ellipse."""
        self.painter.setPen(self._mark)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawArc(QRectF(x, y, wide, high), 0, 180 * 16)


def _phone(pen: _Pen, x: float = 30) -> None:
    pen.box(x, 5, 62, 120, round_by=10)
    pen.row(x + 24, 13, 14)


def _settings(pen: _Pen) -> None:
    _phone(pen)
    for y in (32, 48, 64):
        pen.row(42, y, 36)
    pen.row(42, 86, 26, mark=True)
    pen.ring(68, 86, 7)
    pen.ring(68, 86, 15)
    pen.row(42, 110, 30)


def _switch(pen: _Pen) -> None:
    _phone(pen)
    for y in (34, 50, 88, 104):
        pen.row(42, y, 36)
    pen.row(42, 69, 14, mark=True)
    pen.box(63, 62, 20, 13, round_by=6.5, fill="line")
    pen.ring(76, 68.5, 3, fill=True)


def _cable(pen: _Pen) -> None:
    pen.box(6, 12, 44, 86, round_by=8)
    pen.row(22, 19, 12)
    pen.box(66, 34, 50, 36, round_by=4)
    pen.row(60, 78, 58)
    pen.row(84, 71, 14)
    pen.path((28, 99), (28, 114), (91, 114), (91, 80))


def _allow(pen: _Pen) -> None:
    _phone(pen)
    pen.box(38, 40, 46, 52, round_by=6)
    pen.row(46, 52, 30)
    pen.row(46, 62, 22)
    pen.row(46, 79, 8)
    pen.box(60, 72, 18, 13, round_by=4, fill="mark")


def _lock(pen: _Pen) -> None:
    pen.box(8, 26, 104, 66, round_by=6)
    pen.row(2, 104, 116)
    pen.row(20, 42, 30)
    pen.row(20, 56, 22)
    pen.arc(68, 36, 26, 34)
    pen.box(62, 54, 38, 26, round_by=5, fill="mark")


_DRAWINGS: Mapping[Drawing, Callable[[_Pen], None]] = {
    Drawing.SETTINGS: _settings,
    Drawing.SWITCH: _switch,
    Drawing.CABLE: _cable,
    Drawing.ALLOW: _allow,
    Drawing.LOCK: _lock,
}
