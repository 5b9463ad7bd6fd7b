"""Parts of the page "This computer": what it will look at, how far it is, what saw nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from checkup.flow.computer_values import ClearView, ReadyView, RunningView
from checkup.ui.pages.computer_acts import StopAsked
from checkup.ui.widgets.badge import Badge
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label
from checkup.ui.widgets.marked_lines import MarkedLines


class ReadyPart(Card):
    """Before the look."""

    def __init__(self) -> None:
        super().__init__()
        self.column.setSpacing(10)
        self.title = label(role="strong")
        self.places = MarkedLines()
        self.promises = MarkedLines("quiet", "✓")
        self.add(self.title)
        self.add(self.places)
        self.column.addSpacing(4)
        self.add(self.promises)

    def show_ready(self, view: ReadyView) -> None:
        """Show what it will look at and what it does not do."""
        self.title.setText(view.places_title)
        self.places.show_lines(view.places)
        self.promises.show_lines(view.promises)


class RunningPart(Card):
    """While the look goes on.

    Signals:
        acted: a StopAsked.
    """

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__("primary")
        self.words, self.count = label(role="strong"), label(role="quiet")
        self.count.setWordWrap(False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.stop = button()
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.add(self.bar)
        self.column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.stop.clicked.connect(lambda: self.acted.emit(StopAsked()))

    def show_running(self, view: RunningView) -> None:
        """Show where the look is."""
        self.words.setText(view.words)
        self.count.setText(view.count if view.total else "")
        self.bar.setRange(0, view.total)
        self.bar.setValue(view.number)
        self.bar.setAccessibleName(view.words)
        self.bar.setAccessibleDescription(view.count)
        self.stop.setText(view.stop)
        self.stop.setEnabled(view.can_stop)


class ClearPart(Card):
    """The checks that saw nothing to mention, folded."""

    def __init__(self) -> None:
        super().__init__()
        self._view: ClearView | None = None
        self.badge, self.title = Badge("good"), label(role="strong")
        self.unfold = button(look="quiet")
        self.unfold.setCheckable(True)
        self.rows = label()
        self.rows.hide()
        head = QHBoxLayout()
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)
        self.add(self.title)
        self.add(self.rows)
        self.unfold.toggled.connect(self._unfolded)

    def show_clear(self, view: ClearView) -> None:
        """Show the count and, when unfolded, the names."""
        self._view = view
        self.badge.show_badge(view.badge, "good")
        self.title.setText(view.title)
        self.rows.setText("\n".join(f"✓  {row}" for row in view.rows))
        self._unfolded()

    def _unfolded(self) -> None:
        self.rows.setVisible(self.unfold.isChecked())
        if self._view is not None:
            self.unfold.setText(self._view.hide if self.unfold.isChecked() else self._view.show)
            self.unfold.setAccessibleName(f"{self.unfold.text()}: {self._view.title}")
