"""The disks that were looked at in this visit: which of them the page shows."""

from PySide6.QtCore import Signal

from checkup.flow.computer_values import DisksView
from checkup.ui.pages.computer_acts import DiskChosen
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label


class DisksPart(Card):
    """One button a disk; the chosen one is the page's.

    Signals:
        acted: a DiskChosen.
    """

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.title, self.choices = label(role="strong"), Choices(tall=True)
        self.add(self.title)
        self.add(self.choices)
        self.choices.chosen.connect(self._chosen)

    def show_disks(self, view: DisksView) -> None:
        """Show the disks."""
        self.title.setText(view.title)
        choices = tuple(
            Choice(id=one.name, label=one.label, detail=one.detail, chosen=one.chosen) for one in view.disks
        )
        self.choices.show_choices(choices, view.title)

    def _chosen(self, names: tuple[str, ...]) -> None:
        if names:
            self.acted.emit(DiskChosen(name=names[0]))
