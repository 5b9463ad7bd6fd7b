"""The picture of the map: layers from people down to accounts, one way in lit, or what a change cuts.

Colours are the palette's, so that it follows the theme; what a colour tells, a line's width, dashes or
a mark tell too. Lines that meet in a dot open only together. Arrow keys go from door to door, the mouse
lights the way of what it is over. Ctrl with arrows goes from thing to thing, Space or Ctrl with a click
marks one, Enter or a double click wishes for a way to one from those that are marked.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy

from checkup.flow.access_picture import Door, Picture, WishedWay
from checkup.ui.widgets.access_boxes import nearest, placed, words_in
from checkup.ui.widgets.access_drawing import MapDrawing

_NEXT = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_BEFORE = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_TOWARDS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
EMPTY = Picture(nodes=(), lines=(), doors=(), lit=None, name="", caption="")


class AccessPicture(QLabel):
    """Shows a Picture. A label, since a screen reader takes a bare widget for an empty pane.

    Signals:
        pointed: the Door that the keyboard or the mouse went to.
        wished: a WishedWay from the things marked to the one chosen.
    """

    pointed = Signal(object)
    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._picture = EMPTY
        self._boxes: dict[str, QRectF] = {}
        self._marked: dict[str, None] = {}
        self._at = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: Picture) -> None:
        """Show another state; screen readers get its caption."""
        self._picture = picture
        there = {one.id for one in picture.nodes}
        self._at = self._at if self._at in there else ""
        self._marked = {one: None for one in self._marked if one in there}
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
        if self._took_key(Qt.Key(event.key()), event.modifiers()):
            return
        step = (event.key() in _NEXT) - (event.key() in _BEFORE)
        doors = self._picture.doors
        if not step or not doors:
            super().keyPressEvent(event)
            return
        at = doors.index(self._picture.lit) if self._picture.lit in doors else -step
        self.pointed.emit(doors[(at + step) % len(doors)])

    def _took_key(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Go from thing to thing, mark one, or wish for a way to one; return whether the key did that."""
        if held & Qt.KeyboardModifier.ControlModifier and key in _TOWARDS:
            self._at = nearest(self._boxes, self._at, _TOWARDS[key])
            self._tell()
        elif key == Qt.Key.Key_Space and self._at:
            self._mark(self._at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at:
            self._wish(self._at)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._mark(self._node_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._wish(self._node_at(event.position()))

    def _node_at(self, at: QPointF) -> str:
        return next((one for one, box in self._boxes.items() if box.contains(at)), "")

    def _mark(self, node: str) -> None:
        """Mark a thing as one of those needed together, or no longer; people are no things."""
        if node and not node.startswith("@"):
            self._marked = {
                one: None for one in (*self._marked, node) if one != node or node not in self._marked
            }
            self._tell()

    def _wish(self, node: str) -> None:
        if node and not node.startswith("@"):
            needs = tuple(one for one in self._marked if one != node)
            self._marked = {}
            self._tell()
            self.wished.emit(WishedWay(needs=needs, to=node))

    def _tell(self) -> None:
        """Draw anew, and say to screen readers which thing the keyboard is at."""
        labels = {one.id: words_in(one, self._marked) for one in self._picture.nodes}
        self.setAccessibleDescription(labels.get(self._at, self._picture.caption))
        self._fit()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        door = self._door_at(self._node_at(event.position()))
        if door is not None and door != self._picture.lit:
            self.pointed.emit(door)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = self._at if self.hasFocus() else ""
        colours = QApplication.palette()  # a label's own has no ground, and lines would go through the words
        MapDrawing(self._picture, self._boxes, colours, self.font(), self._marked).draw(painter, at)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
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
        return placed(self._picture.nodes, self._marked, QFontMetricsF(self.font()), width)
