"""The page: one screen of the walk, thin, with one way out.

A page shows prepared values and says what the person did. It holds no file, no question to the
system, no thread, no rule about what comes next and no sentence.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkup.ui.column import beside
from checkup.ui.widgets.by_number import Reached, never_scroll_sideways, reach
from checkup.ui.widgets.label import heading, lead

BELOW = 24  # px under the last part


class Page(QScrollArea):
    """Base of all pages: a scrolling column with a heading and a lead sentence.

    Signals:
        acted: what the person did, a frozen value that the step's conductor understands.
    """

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        never_scroll_sideways(self)
        reach(self, Reached.NOT)
        ground = QWidget()
        ground.setObjectName("ground")
        self.setWidget(ground)  # from the outermost in, so that each part is dressed once
        self._outer = outer = _Outer(ground, self._fit_height)
        column = QWidget()
        outer.addWidget(column)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.title = heading()
        self.lead = lead()
        self.lead.hide()
        self._above = QVBoxLayout()  # what stands above the heading, near it
        self._above.setSpacing(0)
        self._above.addWidget(self.title)
        self.body.addLayout(self._above)
        self.body.addWidget(self.lead)
        self._ground = ground
        self._percent, self._narrow = 100, False

    def show_view(self, view: object) -> None:
        """Put prepared values into the widgets; called again whenever something changed.

        Pages override this with their own view type. Focus and scroll stay where they were.
        """
        raise NotImplementedError(view)

    def head(self, title: str, lead_text: str = "") -> None:
        """Show the heading and, unless empty, the sentence under it."""
        self.title.setText(title)
        self.lead.setText(lead_text)
        self.lead.setVisible(bool(lead_text))
        self.setAccessibleName(title)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the column."""
        self.body.addWidget(widget)

    def above_title(self, widget: QWidget) -> None:
        """Put a small line above the heading."""
        self._above.insertWidget(0, widget)

    def finish(self) -> None:
        """Keep everything at the top; called once by a page when its widgets are in place."""
        self.body.addStretch(1)

    def fit(self, percent: int, *, narrow: bool) -> None:
        """Let the column grow with the text size, and take smaller margins where there is little room."""
        self._percent, self._narrow = percent, narrow
        self._fit_sides()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sides()
        self._fit_height()

    def _fit_sides(self) -> None:
        """Leave the room beside the column; the scroll bar, when there is one, stands in it."""
        side = beside(self.width(), self._percent, narrow=self._narrow)
        bar = self.width() - self.viewport().width()
        self._outer.setContentsMargins(side, 0, max(0, side - bar), BELOW)

    def _fit_height(self) -> None:
        """Be as tall as the words need at this width; by itself a scroll area leaves too much room."""
        if self._outer.hasHeightForWidth():
            self._ground.setMinimumHeight(self._outer.totalHeightForWidth(self._ground.width()))

    def first_focus(self) -> QWidget | None:
        """Return where the keyboard should be when the page opens, or None for the heading."""
        return None


class _Outer(QHBoxLayout):
    """The layout of all of a page; tells whenever it has laid out anew, so perhaps in need of another room.

    Not a filter of events: for the first one that comes to Python all kinds of events there are get made.
    """

    def __init__(self, ground: QWidget, tell: Callable[[], None]) -> None:
        super().__init__(ground)
        self._tell = tell

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._tell()
