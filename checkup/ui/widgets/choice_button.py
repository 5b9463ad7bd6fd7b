"""A choice under others: on or off, told by a mark too, never by colour alone."""

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPolygonF

from checkup.ui.widgets.wrapping_button import WrappingButton

TICK = ((0.22, 0.52), (0.43, 0.72), (0.80, 0.30))  # its corners, of the box's sides


class ChoiceButton(WrappingButton):
    """One choice. With `several` its mark is a box, which says that others may be on as well; else a ring."""

    def __init__(self, *, several: bool = False) -> None:
        super().__init__()
        self._several = several
        self.setCheckable(True)
        self.setProperty("look", "tall_choice")

    def show_words(self, words: str, detail: str = "", mark: str = "○") -> None:
        super().show_words(words, detail, mark)

    def paint_mark(self, painter: QPainter, place: QRect, ink: QBrush) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setBrush(ink)
        pen.setWidthF(place.height() / 13)
        air = place.height() / 6
        shape = QRectF(place).adjusted(air, air, -air, -air)
        if self._several:
            _box(painter, pen, shape, on=self.isChecked())
        else:
            _ring(painter, pen, shape, on=self.isChecked())


def _ring(painter: QPainter, pen: QPen, shape: QRectF, *, on: bool) -> None:
    path = QPainterPath()
    path.addEllipse(shape)
    painter.strokePath(path, pen)
    if on:
        inner = shape.width() / 4
        dot = QPainterPath()
        dot.addEllipse(shape.adjusted(inner, inner, -inner, -inner))
        painter.fillPath(dot, pen.brush())
        painter.strokePath(dot, pen)


def _box(painter: QPainter, pen: QPen, shape: QRectF, *, on: bool) -> None:
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    corner = shape.width() / 5
    path = QPainterPath()
    path.addRoundedRect(shape, corner, corner)
    painter.strokePath(path, pen)
    if on:
        pen.setWidthF(pen.widthF() * 1.6)
        corners = [QPointF(shape.x() + x * shape.width(), shape.y() + y * shape.height()) for x, y in TICK]
        tick = QPainterPath()
        tick.addPolygon(QPolygonF(corners))
        painter.strokePath(tick, pen)
