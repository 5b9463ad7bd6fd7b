"""The page of data exports: a place to drop them, devices with four answers, a picture and its table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from checkup.flow.sign_ins_view import ExportsView
from checkup.ui.page import Page
from checkup.ui.pages.exports_acts import ExportAsked, ExportsDropped, ListAsked, RowsCopied
from checkup.ui.pages.exports_cards import BringCard, DeviceCard, LeftOutCard, WordsCard
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label
from checkup.ui.widgets.sortable_table import SortableTable
from checkup.ui.widgets.time_picture import TimePicture


class ExportsPage(Page):
    """Says a value of `exports_acts`, or what the picture points at."""

    def __init__(self) -> None:
        super().__init__()
        self.warning = WordsCard("attention")
        self.drop = BringCard()
        self.drop.dropped.connect(lambda paths: self.acted.emit(ExportsDropped(paths=paths)))
        self.drop.choose.clicked.connect(lambda: self.acted.emit(ExportAsked()))
        self.reading, self.trouble = WordsCard(), WordsCard("attention")
        self.read, self.nothing, self.home = (
            WordsCard("unknown"),
            WordsCard("unknown"),
            WordsCard("attention"),
        )
        self.not_listed = Card("primary")
        self._not_listed, self.list_devices = label(), button()
        self.not_listed.add(self._not_listed)
        self.not_listed.column.addWidget(self.list_devices, 0, Qt.AlignmentFlag.AlignLeft)
        self.list_devices.clicked.connect(lambda: self.acted.emit(ListAsked()))
        self._groups_title = label(role="title")
        self._groups = QVBoxLayout()
        self._groups.setSpacing(16)
        self.cards: dict[str, DeviceCard] = {}
        self._more = label(role="quiet")
        self.picture_card = Card()
        self._picture_title, self._picture_hint = label(role="title"), label(role="quiet")
        self.picture, self.pointed = TimePicture(), label(role="small")
        self.picture.pointed.connect(self.acted)
        for part in (self._picture_title, self._picture_hint, self.picture, self.pointed):
            self.picture_card.add(part)
        self.toggle = button(look="quiet")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(lambda _: self._unfold())
        self._table_hint, self.table = label(role="quiet"), SortableTable()
        self.table.copied.connect(lambda words: self.acted.emit(RowsCopied(words=words)))
        self.unread = LeftOutCard()
        self._view: ExportsView | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        for part in (self.drop, self.warning, self.reading, self.trouble, self.read, self.nothing, self.home):
            self.add(part)
        self.add(self.not_listed)
        self.add(self._groups_title)
        self.body.addLayout(self._groups)
        for widget in (
            *(self._more, self.picture_card, self.toggle, self._table_hint),
            *(self.table, self.unread),
        ):
            self.add(widget)
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, ExportsView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self.drop.words.setText(view.drop)
        self.drop.choose.setText(view.choose)
        self.drop.setVisible(not view.reading)
        self.warning.say(view.warning)
        for words, part in (
            (view.reading, self.reading),
            (view.trouble, self.trouble),
            (view.read, self.read),
            (view.nothing, self.nothing),
            (view.home, self.home),
        ):
            part.say(words)
        self.unread.say(view.unread_title, view.unread)
        self._not_listed.setText(view.not_listed)
        self.list_devices.setText(view.list_devices)
        self.not_listed.setVisible(bool(view.not_listed))
        self._show_groups(view)
        self._show_picture(view)
        self._view = view

    def say_pointed(self, words: str) -> None:
        """Show what stands under the pointer, and let a screen reader say it."""
        self.pointed.setText(words)
        self.picture.setAccessibleDescription(words)

    def _show_groups(self, view: ExportsView) -> None:
        self._groups_title.setText(view.groups_title)
        self._groups_title.setVisible(bool(view.groups_title))
        self._more.setText(view.more)
        self._more.setVisible(bool(view.more))
        if tuple(self.cards) != tuple(card.id for card in view.groups):
            for old in self.cards.values():
                self._groups.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.cards = {}
            for card in view.groups:
                made = DeviceCard(card)
                made.answered.connect(self.acted)
                self.cards[card.id] = made
                self._groups.addWidget(made)
        for card in view.groups:
            self.cards[card.id].show_card(card)

    def _show_picture(self, view: ExportsView) -> None:
        self.picture_card.setVisible(bool(view.lines))
        self._picture_title.setText(view.picture_title)
        self._picture_hint.setText(view.picture_hint)
        self.picture.show_lines(view.lines, view.picture_title)
        self.toggle.setVisible(view.table is not None)
        if view.table is not None and (self._view is None or self._view.table != view.table):
            self.table.show_cells(view.table, view.picture_title)
        self._table_hint.setText(view.table_hint)
        self._words = (view.table_show, view.table_hide)
        self._unfold()

    def _unfold(self) -> None:
        shown = self.toggle.isChecked() and not self.toggle.isHidden()
        self.table.setVisible(shown)
        self._table_hint.setVisible(shown)
        self.toggle.setText(self._words[1] if shown else self._words[0])
