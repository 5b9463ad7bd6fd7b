"""A web address: text that can be selected, and quiet buttons to copy, show as a code, or open it."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from checkup.flow.web_address import WebAddress
from checkup.model.value import Value
from checkup.ui.widgets.button import button
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label


class AddressWay(StrEnum):
    """What a person can do with an address."""

    COPY = "copy"
    QR = "qr"
    OPEN = "open"


class AddressAsked(Value, frozen=True, kw_only=True):
    """The person wants to do something with an address; nothing has been opened yet."""

    url: str
    way: AddressWay


class AddressRow(QWidget):
    """One address with its buttons.

    Signals:
        asked: an AddressAsked.
    """

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.heading = label(role="small")
        self.url = label(role="mono", selectable=True)
        self.hint = label(role="small")
        self.buttons = {way: self._button(way) for way in AddressWay}
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(16)
        for made in self.buttons.values():
            flow.addWidget(made)
        for part in (self.heading, self.url, self.hint, row):
            column.addWidget(part)
        self._address: WebAddress | None = None

    def show_address(self, address: WebAddress, heading: str = "") -> None:
        """Show an address, with a quiet word above it and a hint under it."""
        self._address = address
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.url.setText(_breakable(address.url))
        self.url.setAccessibleName(address.url)
        self.hint.setText(address.hint)
        self.hint.setVisible(bool(address.hint))
        for way, words, name in (
            (AddressWay.COPY, address.copy, address.copy_name),
            (AddressWay.QR, address.qr, address.qr_name),
            (AddressWay.OPEN, address.open, address.open_name),
        ):
            self.buttons[way].setText(words)
            self.buttons[way].setVisible(bool(words))
            self.buttons[way].setAccessibleName(name)

    def _button(self, way: AddressWay) -> QPushButton:
        made = button(look="quiet")
        made.clicked.connect(lambda: self._ask(way))
        return made

    def _ask(self, way: AddressWay) -> None:
        if self._address is not None:
            self.asked.emit(AddressAsked(url=self._address.url, way=way))


def _breakable(url: str) -> str:
    """Let a long address wrap at its slashes; the zero-width space is not in what is copied by button."""
    return url.replace("/", "/\u200b").replace("/\u200b/\u200b", "//")
