"""The picture of the map: layers from people down to accounts, one way in lit, or what a change cuts.

Colours are the palette's, so that it follows the theme; what a colour tells, a line's width, dashes or
a mark tell too. Arrow keys go from door to door, the mouse lights the way of what it is over.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkup.flow.access_picture import PERSON, Door, Line, Node, Picture
from checkup.model.shown import shown

_NEXT = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_BEFORE = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
EMPTY = Picture(nodes=(), lines=(), doors=(), lit=None, name="", caption="")


class AccessPicture(QWidget):
    """Shows a Picture.

    Signals:
        pointed: the Door that the keyboard or the mouse went to.
    """

    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._picture = EMPTY
        self._boxes: dict[str, QRectF] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: Picture) -> None:
        """Show another state; screen readers get its caption."""
        self._picture = picture
        self.setAccessibleName(picture.name)
        self.setAccessibleDescription(picture.caption)
        self._fit()
        self.update()

    def boxes(self) -> dict[str, QRectF]:
        """Return where each node is drawn, for tests."""
        return dict(self._boxes)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._placed(width)[1])

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.heightForWidth(max(self.width(), 100)))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = (event.key() in _NEXT) - (event.key() in _BEFORE)
        doors = self._picture.doors
        if not step or not doors:
            super().keyPressEvent(event)
            return
        at = doors.index(self._picture.lit) if self._picture.lit in doors else -step
        self.pointed.emit(doors[(at + step) % len(doors)])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = next((one for one, box in self._boxes.items() if box.contains(event.position())), "")
        door = self._door_at(over)
        if door is not None and door != self._picture.lit:
            self.pointed.emit(door)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in sorted(self._picture.lines, key=lambda one: (one.is_lit, one.is_cut)):
            self._draw_line(painter, line)
        for node in self._picture.nodes:
            self._draw_node(painter, node)
        if self.hasFocus():
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Highlight), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _door_at(self, node: str) -> Door | None:
        """Return the door of an account, or of a person."""
        for door in self._picture.doors:
            if node in (door.account, f"@{door.who}"):
                return door
        return None

    def _fit(self) -> None:
        self._boxes, height = self._placed(self.width())
        if self.height() != int(height):
            self.setFixedHeight(int(height))
            self.updateGeometry()

    def _placed(self, width: int) -> tuple[dict[str, QRectF], float]:
        """Return the boxes at a width, and the height they need."""
        metrics = QFontMetricsF(self.font())
        high, gap, between = metrics.height() + 14, 12.0, metrics.height() * 1.9
        widest = max(80.0, min(width - 2 * gap, metrics.averageCharWidth() * 30))
        boxes: dict[str, QRectF] = {}
        top = gap
        for layer in sorted({node.layer for node in self._picture.nodes}):
            row: list[tuple[str, float]] = []
            used = gap
            for node in (one for one in self._picture.nodes if one.layer == layer):
                wide = min(widest, metrics.horizontalAdvance(self._words(node)) + 24)
                if row and used + wide > width - gap:
                    self._set_row(boxes, row, top, high, width)
                    row, used, top = [], gap, top + high + gap
                row.append((node.id, wide))
                used += wide + gap
            self._set_row(boxes, row, top, high, width)
            top += high + between
        return boxes, max(top - between + gap, 40.0)

    @staticmethod
    def _set_row(
        boxes: dict[str, QRectF], row: list[tuple[str, float]], top: float, high: float, width: int
    ) -> None:
        """Set a row in the middle."""
        gap = 12.0
        left = (width - sum(wide for _, wide in row) - gap * (len(row) - 1)) / 2
        for name, wide in row:
            boxes[name] = QRectF(left, top, wide, high)
            left += wide + gap

    @staticmethod
    def _words(node: Node) -> str:
        mark = "✕ " if node.is_cut else ""
        return mark + shown(node.label, 60)

    def _draw_line(self, painter: QPainter, line: Line) -> None:
        source, target = self._boxes[line.source], self._boxes[line.target]
        is_down = target.top() >= source.bottom()
        begin = QPointF(source.center().x(), source.bottom() if is_down else source.center().y())
        end = QPointF(target.center().x(), target.top() if is_down else target.center().y())
        if not is_down:  # side by side, or upwards: from edge to edge
            right = target.center().x() > source.center().x()
            begin.setX(source.right() if right else source.left())
            end.setX(target.left() if right else target.right())
        bend = abs(end.y() - begin.y()) / 2 if is_down else 0.0
        path = QPainterPath(begin)
        path.cubicTo(begin + QPointF(0, bend), end - QPointF(0, bend), end)
        role = QPalette.ColorRole.Highlight if line.is_lit else QPalette.ColorRole.PlaceholderText
        pen = QPen(self._colour(role), 3.0 if line.is_lit else 1.0)
        if line.is_unknown:
            pen.setStyle(Qt.PenStyle.DotLine)
        if line.is_cut:
            pen = QPen(self._colour(QPalette.ColorRole.Text), 2.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if line.is_cut:
            self._draw_cross(painter, path.pointAtPercent(0.5))

    def _draw_cross(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Text), 2.5))
        for way in (1, -1):
            painter.drawLine(at + QPointF(-6, -6 * way), at + QPointF(6, 6 * way))

    def _draw_node(self, painter: QPainter, node: Node) -> None:
        box = self._boxes[node.id]
        role = QPalette.ColorRole
        is_person = node.kind == PERSON
        ground = role.Highlight if is_person and node.is_lit else role.Base
        painter.setBrush(self._colour(ground))
        edge = role.Highlight if node.is_lit else role.PlaceholderText
        is_account = node.kind in ("account", "email")
        pen = QPen(self._colour(edge), 2.5 if node.is_lit else 1.5 if is_account else 1.0)
        if node.is_cut:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        # People are round, accounts have corners, what lies between is in the middle.
        radius = box.height() / 2 if is_person else 3.0 if is_account else 10.0
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(self._colour(role.HighlightedText if ground is role.Highlight else role.Text))
        words = QFontMetricsF(self.font()).elidedText(
            self._words(node), Qt.TextElideMode.ElideRight, box.width() - 16
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)
