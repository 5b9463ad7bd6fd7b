"""One finding as a card on the page; showing it again keeps the focus and what was unfolded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkup.flow.computer_cards import CardView
from checkup.model.answer import Answer
from checkup.ui.pages.computer_acts import Answered
from checkup.ui.widgets.badge import Badge
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.found_text import FoundText
from checkup.ui.widgets.label import label


class FindingCard(Card):
    """Badge and title, what we saw, what it can mean, harmless reasons, details, the four answers.

    Signals:
        acted: an Answered.
    """

    acted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view: CardView | None = None
        self.badge = Badge()
        self.title = label(role="strong")
        self.saw = label()
        self.means_title, self.means = label(role="caption"), label(role="quiet")
        self.harmless_title, self.harmless = label(role="caption"), label(role="quiet")
        self.unfold = button(look="quiet")
        self.unfold.setCheckable(True)
        self.details, self.details_about = FoundText(), label(role="small")
        self.question = label(role="question")
        self.answers = Choices()
        self._lay_out()
        self.unfold.toggled.connect(self._unfolded)
        self.answers.chosen.connect(self._chosen)

    def show_card(self, view: CardView) -> None:
        """Put a view into the card."""
        self._view = view
        self.setAccessibleName(f"{view.badge}: {view.title}")
        self.badge.show_badge(view.badge, view.tone)
        self.title.setText(view.title)
        self.saw.setText("\n".join(view.saw))
        for title, text, words, said in (
            (self.means_title, self.means, view.means_title, view.means),
            (self.harmless_title, self.harmless, view.harmless_title, view.harmless),
        ):
            title.setText(words)
            text.setText(said)
            title.setVisible(bool(said))
            text.setVisible(bool(said))
        self.question.setText(view.question)
        choices = tuple(
            Choice(id=one.answer.value, label=one.label, chosen=one.chosen) for one in view.answers
        )
        self.answers.show_choices(choices, view.question)
        self.details.show_lines(view.details, f"{view.show_details}: {view.title}")
        self.details_about.setText(view.details_about)
        self._show_fold()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(head)
        self.add(self.title)
        self.add(self.saw)
        for title, text in ((self.means_title, self.means), (self.harmless_title, self.harmless)):
            block = QVBoxLayout()
            block.setSpacing(1)
            block.addWidget(title)
            block.addWidget(text)
            self.column.addLayout(block)
        self.add(self.question)
        self.add(self.answers)
        self.folded = QWidget()
        inside = QVBoxLayout(self.folded)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.details)
        inside.addWidget(self.details_about)
        self.folded.hide()
        self.add(self.folded)

    def _unfolded(self) -> None:
        self.folded.setVisible(self.unfold.isChecked())
        self._show_fold()

    def _show_fold(self) -> None:
        if self._view is None:
            return
        words = self._view.hide_details if self.unfold.isChecked() else self._view.show_details
        self.unfold.setText(words)
        self.unfold.setAccessibleName(f"{words}: {self._view.title}")

    def _chosen(self, ids: tuple[str, ...]) -> None:
        if self._view is not None and ids:
            self.acted.emit(Answered(about=self._view.about, answer=Answer(ids[0])))
