"""The card about what only an administrator may read: what it would be, what it leaves, one button."""

from PySide6.QtCore import Qt, Signal

from checkup.flow.computer_values import RightsView
from checkup.ui.pages.computer_acts import RightsAsked
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label
from checkup.ui.widgets.marked_lines import MarkedLines


class RightsPart(Card):
    """Explains first; without a button where a password is better not typed now.

    Signals:
        acted: a RightsAsked.
    """

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.lead = label(role="strong"), label()
        self.reads_title, self.reads = label(role="caption"), MarkedLines()
        self.leaves = label(role="quiet")
        self.ask = button()
        for part in (self.title, self.lead, self.reads_title, self.reads, self.leaves):
            self.add(part)
        self.column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask.clicked.connect(lambda: self.acted.emit(RightsAsked()))

    def show_rights(self, view: RightsView) -> None:
        """Show the card."""
        self.reads.show_lines(view.reads)
        for part, words in (
            (self.title, view.title),
            (self.lead, view.lead),
            (self.reads_title, view.reads_title),
            (self.leaves, view.leaves),
            (self.ask, view.button),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self.ask.setAccessibleDescription(f"{view.lead} {view.leaves}".strip())
