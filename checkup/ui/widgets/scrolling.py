"""A part of a dialog that scrolls: a column as high as its words need at its width.

By itself a scroll area leaves more room than that, and who scrolls to the end sees nothing.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from checkup.ui.widgets.by_number import never_scroll_sideways

BESIDE_BAR = 8  # px


class Scrolling(QScrollArea):
    """Widgets go into `column`."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        never_scroll_sideways(self)
        self._inside = QWidget()
        self._inside.setObjectName("ground")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, BESIDE_BAR, 0)
        self.column.setSpacing(spacing)
        self.setWidget(self._inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_height()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        if self.column.hasHeightForWidth():
            self._inside.setMinimumHeight(self.column.totalHeightForWidth(self._inside.width()))
