"""The page "Who is signed in on this computer?": asks first, then shows what was seen."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkup.flow.signed_in_here import AskView, HereView, SignInGroup
from checkup.ui.page import Page
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label


class SignedInHerePage(Page):
    """Shows the places that would be read, then the sign-ins in groups; the buttons are in the foot."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QWidget] = []
        self._content = QVBoxLayout()
        self._content.setSpacing(16)
        self.body.addLayout(self._content)
        self.finish()
        self._shown: HereView | None = None

    def show_view(self, view: object) -> None:
        if not isinstance(view, HereView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        if view == self._shown:
            return
        self._shown = view
        for card in self._cards:
            self._content.removeWidget(card)
            card.hide()  # gone at once, also where deleting waits
            card.deleteLater()
        self._cards = [*self._messages(view), *map(_group, view.groups), *self._gaps(view)]
        for card in self._cards:
            self._content.addWidget(card)

    def _messages(self, view: HereView) -> list[QWidget]:
        cards: list[QWidget] = []
        if view.trouble:
            cards.append(_said(view.trouble, "attention"))
        if view.looking:
            cards.append(_said(view.looking))
        if view.ask is not None:
            cards.append(_ask(view.ask))
        if view.nothing:
            cards.append(_said(view.nothing, "unknown"))
        if view.note:
            cards.append(_said(view.note, "primary"))
        return cards

    def _gaps(self, view: HereView) -> list[QWidget]:
        if not view.not_read:
            return []
        card = Card("unknown")
        card.add(label(view.not_read_title, "strong"))
        for row in view.not_read:
            card.add(label(row, selectable=True))
        return [card]


def _said(words: str, tone: str = "surface") -> Card:
    card = Card(tone)
    card.add(label(words))
    return card


def _ask(ask: AskView) -> Card:
    card = Card()
    card.add(label(ask.words))
    card.add(label(ask.places_title, "strong"))
    if ask.places:
        card.add(label("\n".join(ask.places), "mono", selectable=True))
    return card


def _group(group: SignInGroup) -> Card:
    card = Card()
    card.setAccessibleName(group.title)
    card.add(label(group.title, "title"))
    card.add(label(group.what, "quiet"))
    for row in group.rows:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(row.name, "strong", selectable=True))
        if row.detail:
            column.addWidget(label(row.detail, "small"))
        card.add(line)
    return card
