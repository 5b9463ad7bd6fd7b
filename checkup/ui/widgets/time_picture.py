"""A picture of rows over time: a line for each device in a service, darker where there are more rows.

Rows come binned, so that a million of them cost no more than a thousand. The wheel and + and - zoom,
arrows move and choose a line, Home shows all; what stands under the pointer is said outside.
"""

from msgspec import structs
from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from checkup.flow.sign_ins_picture import PictureLine
from checkup.model.value import Value
from checkup.ui.widgets.time_drawing import Room, paint_axis, paint_line

CLOSEST = 48  # hours in view at the closest zoom


class PointedAt(Value, frozen=True, kw_only=True):
    """The pointer, or the keyboard's mark, stands at this line and these hours since 1970."""

    line: int
    hours: tuple[int, int]
    rows: int


class TimePicture(QLabel):
    """Draws lines of bins. A label, since a screen reader takes a bare widget for an empty pane.

    Signals:
        pointed: a PointedAt.
    """

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.lines: tuple[PictureLine, ...] = ()
        self._given: tuple[PictureLine, ...] = ()
        self._whole = (0, CLOSEST)
        self.span = self._whole
        self.line = 0
        self.mark = 0

    def show_lines(self, lines: tuple[PictureLine, ...], name: str) -> None:
        """Show these lines, all of their time in view."""
        self.setAccessibleName(name)
        if lines == self._given:
            return
        # The darkest bin comes last: where several share a point, it is the one that is seen.
        self.lines = tuple(
            structs.replace(one, bins=tuple(sorted(one.bins, key=lambda each: each[2]))) for one in lines
        )
        self._given = lines
        bins = [(hour, hour + width) for line in lines for hour, width, _ in line.bins]
        first, last = min((one[0] for one in bins), default=0), max((one[1] for one in bins), default=0)
        more = max(12, (last - first) // 50)
        self._whole = (first - more, max(last + more, first + CLOSEST))
        self.span = self._whole
        self.line, self.mark = 0, last
        room = self.room
        self.setFixedHeight(room.line * max(1, len(lines)) + room.axis)
        self.update()

    def zoom(self, factor: float, around: int | None = None) -> None:
        """Show less (below 1) or more of the time, around an hour."""
        low, high = self.span
        middle = self.mark if around is None else around
        middle = min(max(middle, low), high)
        width = min(max(int((high - low) * factor), CLOSEST), self._whole[1] - self._whole[0])
        share = (middle - low) / (high - low)
        self._look_at(int(middle - width * share), width)

    def move_by(self, share: float) -> None:
        """Move the view by a share of what is in it."""
        low, high = self.span
        self._look_at(low + int((high - low) * share), high - low)

    def _look_at(self, low: int, width: int) -> None:
        low = max(self._whole[0], min(low, self._whole[1] - width))
        self.span = (low, low + width)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        room = self.room
        for number, line in enumerate(self.lines):
            if number == self.line and self.hasFocus():
                chosen = QRect(0, number * room.line, room.width, room.line)
                painter.fillRect(chosen, palette.color(QPalette.ColorRole.AlternateBase))
            paint_line(painter, room, number, line, palette)
        paint_axis(painter, room, len(self.lines))
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the page scrolls
            return
        factor = 0.8 if event.angleDelta().y() > 0 else 1.25
        self.zoom(factor, self.room.hour(int(event.position().x())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_mark()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        match key:
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(0.6)
            case Qt.Key.Key_Minus:
                self.zoom(1.6)
            case Qt.Key.Key_Home:
                self._look_at(self._whole[0], self._whole[1] - self._whole[0])
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._next_bin(forward=key is Qt.Key.Key_Right)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if key is Qt.Key.Key_Down else -1
                self.line = max(0, min(len(self.lines) - 1, self.line + step))
                self._tell_mark()
            case _:
                super().keyPressEvent(event)

    def _next_bin(self, *, forward: bool) -> None:
        """Move the mark to the next bin of the line, and the view with it."""
        if not self.lines:
            return
        hours = [hour for hour, *_ in self.lines[self.line].bins]
        ahead = [hour for hour in hours if (hour > self.mark if forward else hour < self.mark)]
        if ahead:
            self.mark = min(ahead) if forward else max(ahead)
        low, high = self.span
        if not low <= self.mark < high:
            self._look_at(self.mark - (high - low) // 2, high - low)
        self._tell_mark()

    def _tell_mark(self) -> None:
        if not self.lines:
            return
        bins = self.lines[self.line].bins
        hour, width, count = min(bins, key=lambda one: abs(one[0] - self.mark))
        self.mark = hour
        self.pointed.emit(PointedAt(line=self.line, hours=(hour, hour + width), rows=count))
        self.update()

    def _point(self, at: QPoint) -> None:
        room = self.room
        number = at.y() // room.line
        if not 0 <= number < len(self.lines):
            return
        near = [
            (hour, width, count)
            for hour, width, count in sorted(self.lines[number].bins)
            if room.x(hour) - 3 <= at.x() <= max(room.x(hour + width), room.x(hour) + 3)
        ]
        if near:
            hours = (near[0][0], near[-1][0] + near[-1][1])
            rows = sum(count for *_, count in near)
            self.pointed.emit(PointedAt(line=number, hours=hours, rows=rows))

    @property
    def room(self) -> Room:
        """Return where things stand now."""
        return Room(self.width(), self.span, self.fontMetrics())
