"""The page "This computer": one button, checks that stream in, and what they saw as cards."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from checkup.flow.computer_values import ComputerView, ResultView, Section
from checkup.model.finding import Level
from checkup.ui.page import Page
from checkup.ui.pages.computer_acts import DiskAsked, DiskRemoved
from checkup.ui.pages.computer_card import FindingCard
from checkup.ui.pages.computer_disks import DisksPart
from checkup.ui.pages.computer_gaps import GapsPart
from checkup.ui.pages.computer_parts import ClearPart, ReadyPart, RunningPart
from checkup.ui.pages.computer_rights import RightsPart
from checkup.ui.pages.computer_same import SamePart
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label


class ComputerPage(Page):
    """Shows a ComputerView; `acted` carries the values of `computer_acts`."""

    def __init__(self) -> None:
        super().__init__()
        self.note_card, self.note = _note("unknown")
        self.caution_card, self.caution = _note("attention")
        self.since_card, self.since = Card("primary"), label(selectable=True)
        self.since_title = label(role="strong")
        self.since_card.add(self.since_title)
        self.since_card.add(self.since)
        self.same = SamePart()
        self.reminder_card, self.reminder = Card("primary"), label()
        self.reminder_title = label(role="strong")
        self.reminder_card.add(self.reminder_title)
        self.reminder_card.add(self.reminder)
        self.ready, self.running = ReadyPart(), RunningPart()
        self.sections = {level: LevelSection() for level in Level}
        self.clear, self.gaps, self.rights = ClearPart(), GapsPart(), RightsPart()
        self.not_proof = label(role="quiet")
        self.disks, self.elsewhere, self.remove = DisksPart(), button(look="quiet"), button(look="quiet")
        self._cards: dict[str, FindingCard] = {}
        for part in (
            self.note_card,
            self.disks,
            self.caution_card,
            self.same,
            self.since_card,
            self.ready,
            self.running,
        ):
            self.add(part)
        for section in self.sections.values():
            self.add(section)
        self.add(self.clear)
        self.add(self.gaps)
        self.add(self.rights)
        self.add(self.reminder_card)
        self.add(self.not_proof)
        for one in (self.elsewhere, self.remove):
            self.body.addWidget(one, 0, Qt.AlignmentFlag.AlignLeft)
        self.elsewhere.clicked.connect(lambda: self.acted.emit(DiskAsked()))
        self.remove.clicked.connect(lambda: self.acted.emit(DiskRemoved()))
        self.disks.acted.connect(self.acted)
        self.running.acted.connect(self.acted)
        self.same.acted.connect(self.acted)
        self.gaps.acted.connect(self.acted)
        self.rights.acted.connect(self.acted)
        self.finish()

    def show_view(self, view: object) -> None:
        assert isinstance(view, ComputerView)  # noqa: S101 - the conductor's slip, which a test finds
        self.head(view.title, view.lead)
        self.ready.setVisible(view.ready is not None)
        self.running.setVisible(view.running is not None)
        if view.ready is not None:
            self.ready.show_ready(view.ready)
        if view.running is not None:
            self.running.show_running(view.running)
        self._show_result(view.result or ResultView())
        for one, words in ((self.elsewhere, view.elsewhere), (self.remove, view.remove)):
            one.setText(words)
            one.setVisible(bool(words))
        self.disks.setVisible(view.disks is not None)
        if view.disks is not None:
            self.disks.show_disks(view.disks)
            self._order_tabs()
        if view.ready is not None and view.ready.trouble:
            _tell(self.note_card, self.note, view.ready.trouble)

    def _show_result(self, view: ResultView) -> None:
        _tell(self.note_card, self.note, view.note)
        _tell(self.caution_card, self.caution, view.caution)
        self.since_card.setVisible(view.since is not None)
        if view.since is not None:
            self.since_title.setText(view.since.title)
            self.since.setText("\n".join(view.since.lines))
        self.same.setVisible(view.same is not None)
        if view.same is not None:
            self.same.show_same(view.same)
        self.reminder_card.setVisible(view.reminder is not None)
        if view.reminder is not None:
            self.reminder_title.setText(view.reminder.title)
            self.reminder.setText("\n".join(view.reminder.lines))
        self._show_sections(view.sections)
        self.clear.setVisible(view.clear is not None)
        if view.clear is not None:
            self.clear.show_clear(view.clear)
        self.gaps.setVisible(view.gaps is not None)
        if view.gaps is not None:
            self.gaps.show_gaps(view.gaps)
        self.rights.setVisible(view.rights is not None)
        if view.rights is not None:
            self.rights.show_rights(view.rights)
        self.not_proof.setText(view.not_proof)
        self.not_proof.setVisible(bool(view.not_proof))

    def _show_sections(self, shown: tuple[Section, ...]) -> None:
        kept = {card.about for section in shown for card in section.cards}
        for about in [one for one in self._cards if one not in kept]:
            gone = self._cards.pop(about)
            gone.hide()
            gone.deleteLater()
        by_level = {section.level: section for section in shown}
        for level, section in self.sections.items():
            view = by_level.get(level)
            section.setVisible(view is not None)
            if view is None:
                section.cards = []  # they are gone; the tab key must not ask for them
            else:
                section.show_section(view.title, [self._card(card.about) for card in view.cards])
                for card in view.cards:
                    self._cards[card.about].show_card(card)
        self._order_tabs()

    def _card(self, about: str) -> FindingCard:
        if about not in self._cards:
            card = FindingCard()
            card.acted.connect(self.acted)
            self._cards[about] = card
        return self._cards[about]

    def _order_tabs(self) -> None:
        """Let the tab key follow the page from top to bottom, whenever a card came."""
        order: list[QWidget] = [*self.disks.choices.buttons(), *self.same.choices.buttons()]
        order.append(self.running.stop)
        for section in self.sections.values():
            for card in section.cards:
                order += [card.unfold, *card.answers.buttons(), card.details]
        order += [
            self.clear.unfold,
            self.gaps.table,
            self.gaps.copy,
            self.rights.ask,
            self.elsewhere,
            self.remove,
        ]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)


class LevelSection(QWidget):
    """The cards of one level under its heading; cards keep their place and their focus."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label(role="title")
        self.cards: list[FindingCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.title)

    def show_section(self, title: str, cards: list[FindingCard]) -> None:
        """Show these cards; only those that are new here are put in."""
        self.title.setText(title)
        if cards != self.cards:
            self.cards = cards
            for number, card in enumerate(cards, start=1):
                if self._column.indexOf(card) != number:
                    self._column.insertWidget(number, card)


def _note(tone: str) -> tuple[Card, QLabel]:
    card, text = Card(tone), label()
    text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    card.add(text)
    card.hide()
    return card, text


def _tell(card: Card, text: QLabel, words: str) -> None:
    text.setText(words)
    card.setVisible(bool(words))
