"""The page on which the person chooses the accounts they use, found by name, grouped by what they open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from checkup.flow.account_choice import ChooseView, ServiceGroup, ServiceRow
from checkup.model.service import Unlocks
from checkup.model.value import Value
from checkup.ui.page import Page
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label


class Searched(Value, frozen=True, kw_only=True):
    """The search field now holds these words."""

    words: str


class ChoseAccounts(Value, frozen=True, kw_only=True):
    """Of the services shown in one group, these are chosen now."""

    shown: tuple[str, ...]
    chosen: tuple[str, ...]


class _GroupCard(Card):
    """One group of services.

    Signals:
        chose: a ChoseAccounts.
    """

    chose = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = label(role="title")
        self._why = label(role="quiet")
        self.choices = Choices(several=True)
        self.choices.chosen.connect(self._tell)
        for part in (self._title, self._why, self.choices):
            self.add(part)
        self._ids: tuple[str, ...] = ()

    def show_group(self, group: ServiceGroup) -> None:
        self._title.setText(group.title)
        self._why.setText(group.why)
        self._ids = tuple(row.id for row in group.rows)
        self.choices.show_choices(tuple(map(_choice, group.rows)), group.title)

    def _tell(self, chosen: tuple[str, ...]) -> None:
        self.chose.emit(ChoseAccounts(shown=self._ids, chosen=chosen))


class ChooseAccountsPage(Page):
    """A search field and a card a group; says Searched or ChoseAccounts."""

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda words: self.acted.emit(Searched(words=words)))
        self.add(self.search)
        self._cards: dict[Unlocks, _GroupCard] = {}
        self._groups = QVBoxLayout()
        self._groups.setSpacing(16)
        self.body.addLayout(self._groups)
        for unlocks in Unlocks:
            card = _GroupCard()
            card.chose.connect(self.acted)
            self._cards[unlocks] = card
            self._groups.addWidget(card)
        self._nothing = Card("unknown")
        self._nothing_words = label()
        self._nothing.add(self._nothing_words)
        self.add(self._nothing)
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, ChooseView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self.search.setPlaceholderText(view.search_hint)
        self.search.setAccessibleName(view.search)
        groups = {group.id: group for group in view.groups}
        for unlocks, card in self._cards.items():
            card.setVisible(unlocks in groups)
            if unlocks in groups:
                card.show_group(groups[unlocks])
        self._nothing_words.setText(view.nothing_found)
        self._nothing.setVisible(bool(view.nothing_found))

    def choices(self, unlocks: Unlocks) -> Choices:
        """Return the choices of a group, for the tab order and tests."""
        return self._cards[unlocks].choices


def _choice(row: ServiceRow) -> Choice:
    words = f"{row.name}\n{row.seen}" if row.seen else row.name
    return Choice(id=row.id, label=words, detail=row.detail, chosen=row.chosen)
