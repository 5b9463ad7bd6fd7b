"""The page: one screen of the walk, thin, with one way out.

A page shows prepared values and says what the person did. It holds no file, no question to the
system, no thread, no rule about what comes next and no sentence.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkup.ui.widgets.by_number import Reached, never_scroll_sideways, reach
from checkup.ui.widgets.label import heading, lead

COLUMN = 760  # px at 100 %: the longest line that reads well
MARGIN = 36


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
        outer.setContentsMargins(MARGIN, 0, MARGIN, 24)
        column = QWidget()
        column.setMaximumWidth(COLUMN)
        outer.addWidget(column, 1)
        outer.addStretch(0)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.title = heading()
        self.lead = lead()
        self.lead.hide()
        self.body.addWidget(self.title)
        self.body.addWidget(self.lead)
        self._column = column
        self._ground = ground

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

    def finish(self) -> None:
        """Keep everything at the top; called once by a page when its widgets are in place."""
        self.body.addStretch(1)

    def widen(self, percent: int) -> None:
        """Let the column grow with the text size."""
        self._column.setMaximumWidth(COLUMN * percent // 100)

    def fit(self, *, narrow: bool) -> None:
        """Take smaller margins where there is little room."""
        side = 16 if narrow else MARGIN
        self._outer.setContentsMargins(side, 0, side, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

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
