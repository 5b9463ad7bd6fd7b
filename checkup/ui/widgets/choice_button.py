"""A choice under others: on or off, told by a mark too, never by colour alone."""

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPolygonF

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

    def paint_mark(self, painter: QPainter, place: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setWidthF(place.height() / 13)
        painter.setPen(pen)
        air = place.height() / 6
        shape = QRectF(place).adjusted(air, air, -air, -air)
        if self._several:
            _box(painter, shape, on=self.isChecked())
        else:
            _ring(painter, shape, on=self.isChecked())


def _ring(painter: QPainter, shape: QRectF, *, on: bool) -> None:
    painter.drawEllipse(shape)
    if on:
        inner = shape.width() / 4
        painter.setBrush(painter.pen().color())
        painter.drawEllipse(shape.adjusted(inner, inner, -inner, -inner))


def _box(painter: QPainter, shape: QRectF, *, on: bool) -> None:
    corner = shape.width() / 5
    painter.drawRoundedRect(shape, corner, corner)
    if on:
        pen = painter.pen()
        pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
        pen.setWidthF(pen.widthF() * 1.6)
        painter.setPen(pen)
        corners = [QPointF(shape.x() + x * shape.width(), shape.y() + y * shape.height()) for x, y in TICK]
        painter.drawPolyline(QPolygonF(corners))
