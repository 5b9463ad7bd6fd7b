"""The page "Your devices": people by nickname, and a card a device with three short questions."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkup.flow.devices_view import DevicesView, DeviceView, Option
from checkup.model.inventory import LONGEST_NICKNAME
from checkup.ui.page import Page
from checkup.ui.pages.access_acts import (
    DeviceAdded,
    DeviceNamed,
    DeviceRemoved,
    PersonAdded,
    PersonRemoved,
    PinTold,
    SetUpTold,
    SharedTold,
)
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label


class DeviceCard(Card):
    """One device.

    Signals:
        acted: a value of `access_acts`.
    """

    acted = Signal(object)

    def __init__(self, device: str) -> None:
        super().__init__()
        self.title = label(role="title")
        self.nickname = QLineEdit()
        self.nickname.setMaxLength(LONGEST_NICKNAME)
        self.shared_title, self.pin_title, self.set_up_title = (label(role="strong") for _ in range(3))
        self.shared, self.pin = Choices(several=True), Choices(several=True)
        self.set_up = Choices()
        self.remove = button(look="quiet")
        for part in (
            self.title,
            self.nickname,
            self.shared_title,
            self.shared,
            self.pin_title,
            self.pin,
            self.set_up_title,
            self.set_up,
        ):
            self.add(part)
        self.column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        tell = self.acted.emit
        self.nickname.textEdited.connect(lambda text: tell(DeviceNamed(device=device, nickname=text)))
        self.shared.chosen.connect(lambda ids: tell(SharedTold(device=device, people=ids)))
        self.pin.chosen.connect(lambda ids: tell(PinTold(device=device, people=ids)))
        self.set_up.chosen.connect(lambda ids: tell(SetUpTold(device=device, person=(*ids, "")[0])))
        self.remove.clicked.connect(lambda: tell(DeviceRemoved(device=device)))

    def show_device(self, view: DeviceView) -> None:
        """Put a view into the card; what is being typed stays."""
        self.title.setText(view.title)
        self.nickname.setPlaceholderText(view.nickname_hint)
        self.nickname.setAccessibleName(f"{view.nickname_hint}: {view.title}")
        if self.nickname.text() != view.nickname:
            with QSignalBlocker(self.nickname):
                self.nickname.setText(view.nickname)
        for title, words in (
            (self.shared_title, view.shared_title),
            (self.pin_title, view.pin_title),
            (self.set_up_title, view.set_up_title),
        ):
            title.setText(words)
        self.shared.show_choices(_choices(view.shared), view.shared_title)
        self.pin.show_choices(_choices(view.pin), view.pin_title)
        self.set_up.show_choices(_choices(view.set_up), view.set_up_title)
        self.pin_title.setVisible(bool(view.pin))
        self.pin.setVisible(bool(view.pin))
        self.remove.setText(view.remove)


class DevicesPage(Page):
    """Says values of `access_acts`; showing it again keeps the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, DeviceCard] = {}
        self._devices = QVBoxLayout()
        self._devices.setSpacing(16)
        self.adding = Card("primary")
        self.add_title = label(role="title")
        self._add_buttons = QWidget()
        self._add_row = FlowLayout(self._add_buttons)
        self._add_row.setContentsMargins(0, 0, 0, 0)
        self.adding.add(self.add_title)
        self.adding.add(self._add_buttons)
        self.add(self.adding)
        self.body.addLayout(self._devices)
        self._build_people()
        self._kinds: tuple[str, ...] = ()
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, DevicesView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self._show_people(view)
        for gone in [one for one in self._cards if one not in {device.id for device in view.devices}]:
            card = self._cards.pop(gone)
            self._devices.removeWidget(card)
            card.deleteLater()
        for device in view.devices:
            if device.id not in self._cards:
                card = self._cards[device.id] = DeviceCard(device.id)
                card.acted.connect(self.acted)
                self._devices.addWidget(card)
            self._cards[device.id].show_device(device)
        self.add_title.setText(view.add_title)
        self._show_kinds(view.add, view.add_title)

    def card(self, device: str) -> DeviceCard:
        """Return the card of a device, for the focus and tests."""
        return self._cards[device]

    def kind_buttons(self) -> tuple[QWidget, ...]:
        """Return the buttons that add a device, for tests."""
        return tuple(
            widget
            for at in range(self._add_row.count())
            if (item := self._add_row.itemAt(at)) and (widget := item.widget())
        )

    def _build_people(self) -> None:
        self.people = Card()
        self.people_title, self.people_about = label(role="title"), label(role="quiet")
        self.person = QLineEdit()
        self.person.setMaxLength(LONGEST_NICKNAME)
        self.person_add = button()
        self.person.returnPressed.connect(self._add_person)
        self.person_add.clicked.connect(self._add_person)
        row = QHBoxLayout()
        row.addWidget(self.person, 1)
        row.addWidget(self.person_add)
        self._people_buttons = QWidget()
        self._people_row = FlowLayout(self._people_buttons)
        self._people_row.setContentsMargins(0, 0, 0, 0)
        self._people: tuple[Option, ...] = ()
        self.people.add(self.people_title)
        self.people.add(self.people_about)
        self.people.column.addLayout(row)
        self.people.add(self._people_buttons)
        self.add(self.people)

    def _add_person(self) -> None:
        words = self.person.text()
        self.person.clear()
        self.acted.emit(PersonAdded(nickname=words))

    def _show_people(self, view: DevicesView) -> None:
        self.people_title.setText(view.people_title)
        self.people_about.setText(view.people_about)
        self.person.setPlaceholderText(view.person_hint)
        self.person.setAccessibleName(view.person_hint)
        self.person_add.setText(view.person_add)
        self.person_add.setAccessibleName(f"{view.person_add}: {view.person_hint}")
        if view.people == self._people:
            return
        self._people = view.people
        _emptied(self._people_row)
        for one in view.people:
            made = button(one.label, "quiet")
            made.clicked.connect(lambda _, person=one.id: self.acted.emit(PersonRemoved(person=person)))
            self._people_row.addWidget(made)
        self._people_buttons.setVisible(bool(view.people))

    def _show_kinds(self, kinds: tuple[Option, ...], name: str) -> None:
        labels = tuple(one.label for one in kinds)
        if labels == self._kinds:
            return
        self._kinds = labels
        _emptied(self._add_row)
        for one in kinds:
            made = button(f"+ {one.label}")
            made.setAccessibleName(f"{name}: {one.label}")
            made.clicked.connect(lambda _, kind=one.id: self.acted.emit(DeviceAdded(kind=kind)))
            self._add_row.addWidget(made)


def _emptied(row: FlowLayout) -> None:
    while item := row.takeAt(0):
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _choices(options: tuple[Option, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(id=one.id, label=one.label, chosen=one.chosen) for one in options)
