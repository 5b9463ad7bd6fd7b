"""The page of the map: the picture, who reaches what in words, the changes in order, what else to know."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from checkup.flow.access_picture import Door
from checkup.flow.access_view import MOST_ROWS, ChangeRow, DoorRow, MapView, PersonView
from checkup.ui.page import Page
from checkup.ui.pages.access_acts import ChangePointed, DoorPointed
from checkup.ui.widgets.access_picture import AccessPicture
from checkup.ui.widgets.badge import Badge
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label
from checkup.ui.widgets.wide_row import WideRow


class PointedRow(QFrame):
    """A row that tells when the keyboard or the mouse comes to it and leaves it; `under` names its card.

    Signals:
        pointed: True on coming, False on leaving.
    """

    pointed = Signal(bool)

    def __init__(self, title: str, badge: str, tone: str, lines: tuple[str, ...], under: str = "") -> None:
        super().__init__()
        self.setObjectName("pointed")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(3)
        self.badge = Badge()
        self.badge.show_badge(badge, tone)
        column.addWidget(WideRow(label(title, "strong", selectable=True), self.badge))
        for line in lines:
            column.addWidget(label(line, "quiet", selectable=True))
        self.setAccessibleName(". ".join(filter(None, (under, title, badge))))
        self.setAccessibleDescription(" ".join(lines))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)  # noqa: FBT003 - a signal's word

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.pointed.emit(False)  # noqa: FBT003 - a signal's word

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(True)  # noqa: FBT003 - a signal's word

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(False)  # noqa: FBT003 - a signal's word


class AccessMapPage(Page):
    """Says DoorPointed and ChangePointed. The list is made anew only when it says something else."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn = Card()
        self.picture = AccessPicture()
        self.picture.pointed.connect(lambda door: self.acted.emit(DoorPointed(door=door)))
        self.picture.wished.connect(self.acted.emit)
        self.caption, self.keys = label(), label(role="small")
        for part in (self.picture, self.caption, self.keys):
            self._drawn.add(part)
        self.add(self._drawn)
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.body.addLayout(self._list)
        self._shown: tuple[object, ...] = ()
        self.rows: list[PointedRow] = []
        self.not_whole = label(role="small")
        self.add(self.not_whole)
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, MapView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self.picture.show_picture(view.picture)
        self._drawn.setVisible(bool(view.picture.nodes))
        self.caption.setText(view.picture.caption)
        self.keys.setText(view.picture_keys)
        self.not_whole.setText(view.not_whole)
        said = (view.people, view.changes, view.changes_title, view.changes_about, view.more)
        if said != self._shown:
            self._shown = said
            self._show_list(view)

    def _show_list(self, view: MapView) -> None:
        while item := self._list.takeAt(0):
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.rows = []
        others, mine = view.people[:-1], view.people[-1:]
        for person in others:
            self._list.addWidget(self._person(person))
        self._list.addWidget(self._changes(view))
        if view.more:
            card = self._card(view.more_title)
            for line in view.more:
                card.add(label(line, selectable=True))
            self._list.addWidget(card)
        for person in mine:
            self._list.addWidget(self._person(person))

    def _person(self, person: PersonView) -> QWidget:
        card = self._card(person.title)
        first = person.rows[:MOST_ROWS] if person.show_all else person.rows
        for row in first:
            card.add(self._door(row, person.title))
        if person.show_all:
            more = button(person.show_all, "quiet")
            more.clicked.connect(lambda: self._show_rest(card, more, person))
            card.add(more)
        return card

    def _show_rest(self, card: Card, more: QPushButton, person: PersonView) -> None:
        """Put the other ways in under the first ones; the keyboard goes on there."""
        made = [self._door(row, person.title) for row in person.rows[MOST_ROWS:]]
        for row in made:
            card.add(row)
        made[0].setFocus()
        more.hide()

    def _door(self, row: DoorRow, under: str) -> PointedRow:
        made = PointedRow(row.title, row.badge, "unknown", row.proof, under)
        made.pointed.connect(lambda comes: self._door_pointed(row.door, comes=comes))
        self.rows.append(made)
        return made

    def _door_pointed(self, door: Door, *, comes: bool) -> None:
        if comes:
            self.acted.emit(DoorPointed(door=door))

    def _changes(self, view: MapView) -> QWidget:
        card = self._card(view.changes_title)
        if view.changes_about:
            card.add(label(view.changes_about, "quiet"))
        for number, row in enumerate(view.changes, 1):
            card.add(self._change(number, row))
        return card

    def _change(self, number: int, row: ChangeRow) -> PointedRow:
        made = PointedRow(f"{number}. {row.title}", row.badge, row.tone, row.closes)
        made.pointed.connect(
            lambda comes: self.acted.emit(ChangePointed(change=row.change if comes else None))
        )
        self.rows.append(made)
        return made

    @staticmethod
    def _card(title: str) -> Card:
        card = Card()
        card.add(label(title, "title"))
        return card
