"""A page of cards to read, each with a picture where there is one: the guide, and the calm end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from checkup.flow.phone_values import GuideCard, GuideView
from checkup.ui.page import Page
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label
from checkup.ui.widgets.phone_picture import PhonePicture


class PhoneGuidePage(Page):
    """Shows a GuideView; the buttons are in the foot."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []
        self._shown: GuideView | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.body.addLayout(self._list)
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, GuideView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        if view == self._shown:
            return
        self._shown = view
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [_card(card) for card in view.cards]
        for card in self.cards:
            self._list.addWidget(card)


def _card(view: GuideCard) -> Card:
    card = Card()
    card.setAccessibleName(view.title)
    words = QVBoxLayout()
    words.setSpacing(6)
    words.addWidget(label(view.title, "strong"))
    for line in view.lines:
        words.addWidget(label(line))
    words.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(18)
    if view.drawing is not None:
        row.addWidget(PhonePicture(view.drawing), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    card.column.addLayout(row)
    return card
