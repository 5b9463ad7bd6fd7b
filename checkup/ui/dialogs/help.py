"""Get help: the directory by country, over any page; read without a record, a passphrase or the network."""

from collections.abc import Callable

from msgspec import structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from checkup.flow.help import HelpAsk, HelpSectionView, HelpView, Option
from checkup.flow.help_entry import HelpEntryView, NumberView
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.widgets.address_row import AddressAsked, AddressRow, AddressWay
from checkup.ui.widgets.badge import Badge
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label
from checkup.ui.widgets.scrolling import Scrolling

WIDE, HIGH = 720, 900  # px at 100 %
ROOM = 40  # px of the window left to be seen around it


class HelpDialog(Dialog):
    """Shows what `views` returns for the country, the age and the words looked for.

    Signals:
        asked: an AddressAsked, also for a number to be copied.
    """

    asked = Signal(object)

    def __init__(
        self, parent: QWidget, ask: HelpAsk, views: Callable[[HelpAsk], HelpView], percent: int = 100
    ) -> None:
        self._views, self._ask = views, ask
        view = views(ask)
        super().__init__(parent, view.title, percent)
        window = parent.window()
        wide = min(WIDE * percent // 100, window.width() - ROOM)
        self.setMinimumWidth(min(self.minimumWidth(), wide))
        self.setMaximumWidth(max(wide, self.minimumWidth()))
        self.resize(wide, min(HIGH * percent // 100, window.height() - ROOM))
        self._list = Scrolling(12)
        self._column = self._list.column
        self.body.addWidget(self._list, 1)
        self._make_choice(view)
        self._results = QVBoxLayout()
        self._results.setSpacing(12)
        self._column.addLayout(self._results)
        self._column.addStretch(1)
        self._entries: list[QWidget] = []
        self._copied = label(view.copied, "quiet")
        self._copied.hide()
        self.body.addWidget(self._copied)
        self.close_button = self.add_button(view.close, "main")
        self.close_button.clicked.connect(self.accept)
        self._show(view)
        self.country.setFocus()

    def choose(self, **changed: object) -> None:
        """Show what follows when something was chosen or typed."""
        self._ask = structs.replace(self._ask, **changed)
        self._show(self._views(self._ask))
        self._list.verticalScrollBar().setValue(0)

    def _make_choice(self, view: HelpView) -> None:
        """Make what stays at the top: country, for whom, the words looked for."""
        self.country = QComboBox()
        self.country.setAccessibleName(view.country_label)
        self.country.setAccessibleDescription(view.country_hint)
        for option in view.countries:
            self.country.addItem(option.label, option.id)
            if option.chosen:
                self.country.setCurrentIndex(self.country.count() - 1)
        self.country.currentIndexChanged.connect(lambda _: self.choose(country=self.country.currentData()))
        self.age = Choices()
        self.age.chosen.connect(lambda ids: self.choose(under_18="under_18" in ids))
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(view.search)
        self.search.setAccessibleName(view.search)
        self.search.textChanged.connect(lambda words: self.choose(looked_for=words))
        self.head.addWidget(self.search, 1)  # beside the title, so that the first number stands high
        self._column.addWidget(label(view.lead, "lead"))
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(12)
        flow.addWidget(self.country)
        flow.addWidget(self.age)
        self._column.addWidget(row)
        which = QLabel(view.country_label, row)
        which.setBuddy(self.country)  # what a screen reader says of a list of choices on Linux
        which.hide()

    def _show(self, view: HelpView) -> None:
        self.age.show_choices(tuple(map(_choice, view.ages)), view.age_label)
        for widget in self._entries:
            self._results.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._entries = [*_notes(view), *(part for one in view.sections for part in self._section(one))]
        for widget in self._entries:
            self._results.addWidget(widget)

    def _section(self, section: HelpSectionView) -> list[QWidget]:
        return [
            label(section.title, "title"),
            label(section.what, "quiet"),
            *(self._entry(entry) for entry in section.entries),
        ]

    def _entry(self, entry: HelpEntryView) -> Card:
        card = Card()
        card.setAccessibleName(entry.name)
        card.add(label(entry.name, "strong", selectable=True))
        _add(card, entry.other_name, "small")
        for number in entry.numbers:
            card.add(self._number(number))
        if entry.badges:
            card.add(_badges(entry))
        _add(card, entry.serves, "quiet")
        for way in entry.ways:
            _add(card, way, "text")
        for page in entry.pages:
            row = AddressRow()
            row.show_address(page)
            row.asked.connect(self._tell)
            card.add(row)
        for words in (entry.unconfirmed, entry.careful, entry.note):
            _add(card, words, "text")
        for words in (entry.facts, entry.known, *entry.sources):
            _add(card, words, "small")
        return card

    def _number(self, number: NumberView) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 4, 0, 4)
        flow.setSpacing(10)
        digits = label(number.shown, "number", selectable=True)
        digits.setWordWrap(False)
        where = label(number.where, "quiet", selectable=True)
        where.setWordWrap(False)
        copy = button(number.copy)
        copy.setAccessibleName(number.copy_name)
        copy.clicked.connect(lambda: self._tell(AddressAsked(url=number.number, way=AddressWay.COPY)))
        for part in (digits, where, copy):
            flow.addWidget(part)
        return row

    def _tell(self, asked: AddressAsked) -> None:
        self.asked.emit(asked)
        self._copied.setVisible(asked.way is AddressWay.COPY)


def _notes(view: HelpView) -> list[QWidget]:
    made: list[QWidget] = []
    for words in filter(None, (view.trouble, view.nothing_here, view.nothing_found)):
        card = Card("attention" if words == view.trouble else "unknown")
        card.add(label(words, selectable=True))
        made.append(card)
    return [*made, label(" ".join(view.notes), "small", selectable=True)]


def _badges(entry: HelpEntryView) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row)
    flow.setContentsMargins(0, 0, 0, 0)
    for one in entry.badges:
        badge = Badge(one.tone)
        badge.show_badge(one.words, one.tone)
        flow.addWidget(badge)
    return row


def _add(card: Card, words: str, role: str) -> None:
    if words:
        card.add(label(words, role, selectable=True))


def _choice(option: Option) -> Choice:
    return Choice(id=option.id, label=option.label, chosen=option.chosen)
