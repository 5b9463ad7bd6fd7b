"""The cards on the page of data exports: where they are dropped, a device with its answers, words alone."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from checkup.flow.sign_ins_view import GroupCard
from checkup.model.answer import Answer
from checkup.ui.pages.exports_acts import GroupAnswered
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.drop_card import DropCard
from checkup.ui.widgets.label import label
from checkup.ui.widgets.marked_lines import MarkedLines


class BringCard(DropCard):
    """Where exports are dropped or chosen."""

    def __init__(self) -> None:
        super().__init__("primary")
        self.words = label()
        self.choose = button()
        self.column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)  # first: in sight at large text
        self.add(self.words)


class DeviceCard(Card):
    """One device with its answers.

    Signals:
        answered: a GroupAnswered.
    """

    answered = Signal(object)

    def __init__(self, card: GroupCard) -> None:
        super().__init__(card.tone)
        self.id = card.id
        self._name = label(role="title", selectable=True)
        self._verdict = label(role="caption")
        self._where = label(role="strong")
        self._facts = label(role="quiet")
        self.answers = Choices()
        self._after = label(role="quiet")
        for part in (self._name, self._where, self._verdict, self._facts, self.answers, self._after):
            self.add(part)
        self.answers.chosen.connect(self._tell)
        self.show_card(card)

    def show_card(self, card: GroupCard) -> None:
        self.setAccessibleName(card.name)
        self._name.setText(card.name)
        self._verdict.setText(card.verdict)
        self._where.setText(card.where)
        self._facts.setText("\n".join(card.facts))
        rows = tuple(Choice(id=one.id.value, label=one.label, chosen=one.chosen) for one in card.answers)
        self.answers.show_choices(rows, card.question)
        self._after.setText(card.after)
        self._after.setVisible(bool(card.after))
        if self.property("tone") != card.tone:
            self.setProperty("tone", card.tone)
            self.style().polish(self)

    def _tell(self, chosen: tuple[str, ...]) -> None:
        for answer in chosen[:1]:
            self.answered.emit(GroupAnswered(group=self.id, answer=Answer(answer)))


class WordsCard(Card):
    """A card of words that is there only while it says something."""

    def __init__(self, tone: str = "surface") -> None:
        super().__init__(tone)
        self.words = label(selectable=True)
        self.add(self.words)

    def say(self, words: str) -> None:
        self.words.setText(words)
        self.setVisible(bool(words))


class LeftOutCard(Card):
    """What was not read or not counted, a line each; there only where there is something."""

    def __init__(self) -> None:
        super().__init__("unknown")
        self._title, self.lines = label(role="strong"), MarkedLines(selectable=True)
        self.add(self._title)
        self.add(self.lines)

    def say(self, title: str, lines: Sequence[str]) -> None:
        self._title.setText(title)
        self.lines.show_lines(lines)
        self.setVisible(bool(lines))
