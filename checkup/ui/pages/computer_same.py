"""The question which phone of an earlier visit a look is of."""

from PySide6.QtCore import Signal

from checkup.flow.same_phone import SameView
from checkup.ui.pages.computer_acts import SamePhoneChosen
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label


class SamePart(Card):
    """The question, why it is asked, and a choice for each phone it can be.

    Signals:
        acted: a SamePhoneChosen.
    """

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__("primary")
        self.title, self.lead = label(role="strong"), label()
        self.choices = Choices(tall=True)
        self.add(self.title)
        self.add(self.lead)
        self.add(self.choices)
        self.choices.chosen.connect(lambda ids: self.acted.emit(SamePhoneChosen(key=ids[0])))

    def show_same(self, view: SameView) -> None:
        """Show the choices with the one that was made."""
        self.title.setText(view.title)
        self.lead.setText(view.lead)
        shown = tuple(
            Choice(id=one.id, label=one.label, detail=one.detail, chosen=one.chosen) for one in view.options
        )
        self.choices.show_choices(shown, view.title)
