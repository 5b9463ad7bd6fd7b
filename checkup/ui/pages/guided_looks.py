"""The page of guided looks: a card for each, with its path, what to look for and the four answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from checkup.flow.guided_looks import LookCard, LooksView
from checkup.model.answer import Answer
from checkup.model.value import Value
from checkup.ui.page import Page
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label


class LookAnswered(Value, frozen=True, kw_only=True):
    """What was seen in a look."""

    look: str
    answer: Answer


class GuidedLooksPage(Page):
    """Shows a LooksView; says LookAnswered. Cards shown again keep the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = label(role="caption")
        self.add(self.progress)
        self.cards: dict[str, LookPart] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.body.addLayout(self._list)
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, LooksView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self.progress.setText(view.progress)
        if tuple(self.cards) != tuple(card.id for card in view.cards):
            self._rebuild(view.cards)
        for card in view.cards:
            self.cards[card.id].show_card(card)

    def _rebuild(self, cards: tuple[LookCard, ...]) -> None:
        for part in self.cards.values():
            self._list.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.cards = {}
        for card in cards:
            part = LookPart(card.id)
            part.acted.connect(self.acted)
            self.cards[card.id] = part
            self._list.addWidget(part)


class LookPart(Card):
    """One look.

    Signals:
        acted: a LookAnswered.
    """

    acted = Signal(object)

    def __init__(self, look: str) -> None:
        super().__init__()
        self.title = label(role="strong")
        self.where, self.what_title = label(role="caption"), label(role="caption")
        self.path, self.what = label(selectable=True), label(role="quiet")
        self.unsure = label(role="quiet")
        self.question = label(role="question")
        self.choices = Choices()
        self.choices.chosen.connect(
            lambda ids: self.acted.emit(LookAnswered(look=look, answer=Answer(ids[0])))
        )
        words = (self.title, self.where, self.path, self.unsure, self.what_title, self.what)
        for part in (*words, self.question, self.choices):
            self.add(part)

    def show_card(self, view: LookCard) -> None:
        """Put a view into the card."""
        self.setAccessibleName(view.title)
        self.title.setText(view.title)
        self.where.setText(view.where)
        self.path.setText(view.path)
        self.unsure.setText(view.unsure)
        self.unsure.setVisible(bool(view.unsure))
        self.what_title.setText(view.what_title)
        self.what.setText(view.what)
        self.question.setText(view.question)
        rows = (Choice(id=one.id, label=one.label, chosen=one.chosen) for one in view.choices)
        self.choices.show_choices(tuple(rows), f"{view.title}. {view.question}")
