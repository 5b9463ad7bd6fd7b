"""Draws the lines of a time picture: names at the left, bins along the hours in view, days below."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPalette

from checkup.flow.sign_ins_picture import PictureLine
from checkup.ui.widgets.time_strip import strip_of

LINE = 44
AXIS = 26
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Room:
    """Where things stand in a picture of this width, with these hours since 1970 in view."""

    width: int
    span: tuple[int, int]
    metrics: QFontMetrics

    @property
    def left(self) -> int:
        """Return where the names end and the hours begin."""
        return min(max(140, self.width * 9 // 20), 340)

    @property
    def line(self) -> int:
        """Return the height of a line."""
        return max(LINE, 2 * self.metrics.height() + 10)

    @property
    def axis(self) -> int:
        """Return the height of the days below."""
        return max(AXIS, self.metrics.height() + 8)

    def x(self, hour: int) -> int:
        """Return where an hour stands."""
        low, high = self.span
        return self.left + (hour - low) * (self.width - self.left) // (high - low)

    def hour(self, x: int) -> int:
        """Return which hour stands there."""
        low, high = self.span
        return low + (x - self.left) * (high - low) // max(1, self.width - self.left)


def paint_line(painter: QPainter, room: Room, number: int, line: PictureLine, palette: QPalette) -> None:
    """Paint the names and the bins of one line."""
    top, left = number * room.line, room.left
    _paint_names(painter, room, QRect(8, top, left - 16, room.line), line, palette)
    strip = strip_of(line, room.span, room.width - left, palette.color(QPalette.ColorRole.Highlight))
    painter.drawImage(QRect(left, top + 6, strip.width(), room.line - 12), strip)


def _paint_names(painter: QPainter, room: Room, within: QRect, line: PictureLine, palette: QPalette) -> None:
    """Paint the device over the service: beside each other neither had the room to be read."""
    metrics = room.metrics
    high = metrics.height()
    upper = QRect(within.x(), within.y() + within.height() // 2 - high, within.width(), high)
    # a model's number stands at the end of its name
    name = metrics.elidedText(line.name, Qt.TextElideMode.ElideMiddle, within.width())
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, name)
    service = metrics.elidedText(line.service, Qt.TextElideMode.ElideRight, within.width())
    painter.setPen(_quiet())
    painter.drawText(upper.translated(0, high), Qt.AlignmentFlag.AlignVCenter, service)


def paint_axis(painter: QPainter, room: Room, lines: int) -> None:
    """Paint the days below so many lines."""
    top = room.line * lines
    painter.setPen(_quiet())
    painter.drawLine(room.left, top, room.width, top)
    low, high = room.span
    each = max(room.metrics.horizontalAdvance("0000-00-00") + 24, 80)
    count = max(1, (room.width - room.left) // each)
    for number in range(count):
        hour = low + (high - low) * number // count
        words = f"{EPOCH + timedelta(hours=hour):%Y-%m-%d}"
        place = QRect(room.x(hour) + 4, top + 2, each, room.axis - 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, words)


def _quiet() -> QColor:
    """Return the quiet ink: a label dressed by the style sheet has a paler one than the theme's."""
    return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
