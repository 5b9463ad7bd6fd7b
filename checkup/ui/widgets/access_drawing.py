"""Draws the map on anything that can be painted on: the page, a picture to keep, paper.

Colours are the palette's; what a colour tells, a line's width, dashes or a mark tell too. Lines that meet
in a dot open only together.
"""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen

from checkup.flow.access_picture import PERSON, Line, Node, Picture
from checkup.ui.widgets.access_boxes import flags, words_in

MANY = 40  # lines; where there are more, those not lit step back
FAINT = 110


class MapDrawing:
    """One picture with the places of its boxes; `marked` are the things the person marked."""

    def __init__(
        self,
        picture: Picture,
        boxes: Mapping[str, QRectF],
        palette: QPalette,
        font: QFont,
        marked: Collection[str] = (),
    ) -> None:
        self._picture, self._boxes = picture, boxes
        self._palette, self._font, self._marked = palette, font, marked

    def draw(self, painter: QPainter, at: str = "") -> None:
        """Draw all of it; `at` is the thing the keyboard is at."""
        painter.setFont(self._font)
        for line in sorted(self._picture.lines, key=lambda one: (one.is_lit, one.is_cut)):
            self._draw_line(painter, line)
        for node in self._picture.nodes:
            self._draw_node(painter, node, is_at=node.id == at)

    def _draw_line(self, painter: QPainter, line: Line) -> None:
        path, end = self._path(line)
        painter.setPen(self._pen(line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if line.joint and end is not None:
            painter.setBrush(painter.pen().color())
            painter.drawEllipse(end, 3.5, 3.5)
        if line.is_cut:
            self._draw_cross(painter, path.pointAtPercent(0.4))

    def _path(self, line: Line) -> tuple[QPainterPath, QPointF | None]:
        """Return the line, and where it meets those it goes on with (None: beside or upwards, alone)."""
        source, target = self._boxes[line.source], self._boxes[line.target]
        is_down = target.top() >= source.bottom()
        begin = QPointF(source.center().x(), source.bottom() if is_down else source.center().y())
        end = QPointF(target.center().x(), target.top() if is_down else target.center().y())
        if not is_down:  # side by side, or upwards: from edge to edge
            right = target.center().x() > source.center().x()
            begin.setX(source.right() if right else source.left())
            end.setX(target.left() if right else target.right())
        meet = QPointF(end.x() + 14.0 * self._aside(line), end.y() - 9) if line.joint and is_down else None
        to = meet or end
        bend = abs(to.y() - begin.y()) / 2 if is_down else 0.0
        path = QPainterPath(begin)
        path.cubicTo(begin + QPointF(0, bend), to - QPointF(0, bend), to)
        if meet is not None:
            path.lineTo(QPointF(meet.x(), end.y()))
        return path, meet

    def _aside(self, line: Line) -> float:
        """Return where the joints of one thing stand beside each other, 0 for the middle."""
        joints = sorted({one.joint for one in self._picture.lines if one.target == line.target and one.joint})
        return joints.index(line.joint) - (len(joints) - 1) / 2

    def _pen(self, line: Line) -> QPen:
        role = QPalette.ColorRole.Highlight if line.is_lit else QPalette.ColorRole.PlaceholderText
        colour = QColor(self._colour(role))
        if not line.is_lit and len(self._picture.lines) > MANY:
            colour.setAlpha(FAINT)
        pen = QPen(colour, 3.0 if line.is_lit else 1.0)
        if line.is_unknown:
            pen.setStyle(Qt.PenStyle.DotLine)
        if line.is_cut:
            pen = QPen(self._colour(QPalette.ColorRole.Text), 2.5, Qt.PenStyle.DashLine)
        return pen

    def _draw_cross(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Text), 2.5))
        for way in (1, -1):
            painter.drawLine(at + QPointF(-6, -6 * way), at + QPointF(6, 6 * way))

    def _draw_node(self, painter: QPainter, node: Node, *, is_at: bool) -> None:
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
        room = box.adjusted(9, 6, -9, -6)
        words = words_in(node, self._marked)
        wrap = flags(words, QFontMetricsF(self._font), room.width() + 1)
        painter.drawText(room.adjusted(-1, 0, 1, 0), Qt.AlignmentFlag.AlignCenter | wrap, words)
        if is_at:
            painter.setPen(QPen(self._colour(role.Text), 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), radius + 4, radius + 4)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self._palette.color(role)
