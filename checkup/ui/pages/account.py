"""The page of one account: evidence first, where to look, what to look for, the answers, what outlives."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkup.flow.account_view import AccountAnswer, AccountView
from checkup.flow.outlives_view import OutlivesRow
from checkup.flow.way_in import WayIn
from checkup.model.service import Outlives
from checkup.model.value import Value
from checkup.ui.page import Page
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.evidence_card import EvidenceCard
from checkup.ui.widgets.label import label
from checkup.ui.widgets.seen_form import SeenForm
from checkup.ui.widgets.way_in import WayInRow


class Answered(Value, frozen=True, kw_only=True):
    """The person answered, or said "not now"."""

    service: str
    answer: AccountAnswer


class Ticked(Value, frozen=True, kw_only=True):
    """These things that outlive a new password are ticked now."""

    service: str
    found: tuple[Outlives, ...]


class _Lines(Card):
    """A card with a title and paragraphs."""

    def __init__(self, tone: str = "surface") -> None:
        super().__init__(tone)
        self.heading = label(role="strong")
        self.words = label()
        self.add(self.heading)
        self.add(self.words)

    def show_lines(self, title: str, lines: tuple[str, ...]) -> None:
        self.heading.setText(title)
        self.words.setText("\n\n".join(lines))


class _WhereCard(Card):
    """Where to look: the main way in, and further ones behind a button.

    Signals:
        asked: an AddressAsked.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heading = label(role="strong")
        self.main = WayInRow()
        self.main.asked.connect(self.asked)
        self.toggle = button(look="quiet")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(lambda _: self._unfold())
        self.further = QWidget()
        self._rows = QVBoxLayout(self.further)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(14)
        self._made: list[WayInRow] = []
        self._words = ("", "")
        self.add(self.heading)
        self.add(self.main)
        self.column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.further)
        self._unfold()

    def show_where(self, view: AccountView) -> None:
        self.heading.setText(view.go_title)
        self.main.show_way(view.main)
        self._words = (view.more_show, view.more_hide)
        self.toggle.setVisible(bool(view.more))
        self._show_more(view.more)
        self._unfold()

    def fold(self) -> None:
        self.toggle.setChecked(False)

    def _show_more(self, more: tuple[WayIn, ...]) -> None:
        while len(self._made) < len(more):
            row = WayInRow()
            row.asked.connect(self.asked)
            self._made.append(row)
            self._rows.addWidget(row)
        for number, row in enumerate(self._made):
            row.setVisible(number < len(more))
            if number < len(more):
                row.show_way(more[number])

    def _unfold(self) -> None:
        open_now = self.toggle.isChecked() and not self.toggle.isHidden()
        self.further.setVisible(open_now)
        self.toggle.setText(self._words[1] if open_now else self._words[0])


class AccountPage(Page):
    """Says Answered, Ticked or AddressAsked."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = label(role="small")
        self.above_title(self.progress)
        self.before = _Lines("attention")
        self.where = _WhereCard()
        self.where.asked.connect(self.acted)
        self.look = _Lines()
        self.ask = Card()
        self._question = label(role="strong")
        self.answers = Choices()
        self.after = label(role="quiet")
        for part in (self._question, self.answers, self.after):
            self.ask.add(part)
        self.outlives_card = Card()
        self._outlives_title = label(role="strong")
        self._outlives_lead = label(role="quiet")
        self.outlives = Choices(tall=True, several=True)
        for widget in (self._outlives_title, self._outlives_lead, self.outlives):
            self.outlives_card.add(widget)
        self.seen = SeenForm()
        self.seen.said.connect(self.acted)
        self.evidence = EvidenceCard()
        for card in (
            *(self.before, self.where, self.look, self.seen, self.evidence),
            *(self.ask, self.outlives_card),
        ):
            self.add(card)
        self.finish()
        self.answers.chosen.connect(self._answered)
        self.outlives.chosen.connect(self._ticked)
        self._service = ""

    def show_view(self, view: object) -> None:
        if not isinstance(view, AccountView):
            raise NotImplementedError(view)
        if view.service != self._service:
            self._service = view.service
            self.where.fold()
        self.head(view.title, view.lead)
        self.progress.setText(view.progress)
        self.before.show_lines(view.before_title, view.before)
        self.where.show_where(view)
        self.look.show_lines(view.look_title, view.look)
        self.seen.show_form(view.by_hand)
        self._question.setText(view.question)
        rows = tuple(Choice(id=row.id.value, label=row.label, chosen=row.chosen) for row in view.answers)
        self.answers.show_choices(rows, view.question)
        self.after.setText(view.after)
        self.after.setVisible(bool(view.after))
        self._outlives_title.setText(view.outlives_title)
        self._outlives_lead.setText(view.outlives_lead)
        self.outlives.show_choices(tuple(map(_thing, view.outlives)), view.outlives_title)

    def _answered(self, chosen: tuple[str, ...]) -> None:
        for answer in chosen[:1]:
            self.acted.emit(Answered(service=self._service, answer=AccountAnswer(answer)))

    def _ticked(self, chosen: tuple[str, ...]) -> None:
        self.acted.emit(Ticked(service=self._service, found=tuple(map(Outlives, chosen))))


def _thing(row: OutlivesRow) -> Choice:
    detail = f"{row.what} {row.where}" if row.where else row.what
    return Choice(id=row.id.value, label=row.title, detail=detail, chosen=row.found)
