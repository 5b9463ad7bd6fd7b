"""Where the boxes of the map's picture stand at a width, and how high the picture is then."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from checkup.flow.access_picture import Node
from checkup.model.shown import shown

GAP = 12.0
CHARACTERS = 24  # of a line in a box; longer names take a second line


def placed(
    nodes: tuple[Node, ...], marked: Collection[str], metrics: QFontMetricsF, width: int
) -> tuple[dict[str, QRectF], float]:
    """Return the boxes, and the height they need."""
    between = metrics.height() * 2.2
    widest = max(80.0, min(width - 2 * GAP, metrics.averageCharWidth() * CHARACTERS + 24))
    boxes: dict[str, QRectF] = {}
    top = GAP
    for layer in sorted({node.layer for node in nodes}):
        row: list[tuple[str, float, float]] = []
        used = GAP
        for node in (one for one in nodes if one.layer == layer):
            wide, high = _size(words_in(node, marked), metrics, widest)
            if row and used + wide > width - GAP:
                top = _set_row(boxes, row, top, width) + GAP
                row, used = [], GAP
            row.append((node.id, wide, high))
            used += wide + GAP
        top = _set_row(boxes, row, top, width) + between
    return boxes, max(top - between + GAP, 40.0)


def flags(words: str, metrics: QFontMetricsF, width: float) -> Qt.TextFlag:
    """Return how words are broken in a box: between words, or anywhere where one word is too long."""
    longest = max(map(metrics.horizontalAdvance, words.split()), default=0.0)
    return Qt.TextFlag.TextWrapAnywhere if longest > width else Qt.TextFlag.TextWordWrap


def words_in(node: Node, marked: Collection[str] = ()) -> str:
    """Return what stands in a box."""
    mark = "✕ " if node.is_cut else "✓ " if node.id in marked else ""
    return mark + shown(node.label, 60)


def nearest(boxes: dict[str, QRectF], at: str, towards: tuple[int, int]) -> str:
    """Return the next box in a direction, or the same without one; the first where none was chosen."""
    if at not in boxes:
        return next(iter(boxes), "")
    here = boxes[at].center()

    def far(name: str) -> float:
        way = boxes[name].center() - here
        ahead = way.x() * towards[0] + way.y() * towards[1]
        aside = abs(way.x() * towards[1]) + abs(way.y() * towards[0])
        return ahead + 3 * aside if ahead > 1 else float("inf")

    found = min(boxes, key=far)
    return found if far(found) < float("inf") else at


def _size(words: str, metrics: QFontMetricsF, widest: float) -> tuple[float, float]:
    room = QRectF(0, 0, widest - 20, 1000)
    needed = metrics.boundingRect(room, int(flags(words, metrics, widest - 20)), words)
    return min(widest, needed.width() + 24), needed.height() + 14


def _set_row(boxes: dict[str, QRectF], row: list[tuple[str, float, float]], top: float, width: int) -> float:
    """Set a row in the middle, and return where it ends."""
    highest = max(high for *_, high in row)
    left = (width - sum(wide for _, wide, _ in row) - GAP * (len(row) - 1)) / 2
    for name, wide, high in row:
        boxes[name] = QRectF(left, top + (highest - high) / 2, wide, high)
        left += wide + GAP
    return top + highest
