"""One page of a service: its menu path first, its address under it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkup.flow.way_in import WayIn
from checkup.ui.widgets.address_row import AddressRow
from checkup.ui.widgets.label import label

ARROW = "  ›  "


class WayInRow(QWidget):
    """Shows a title, the path through the menus, and the address with its buttons.

    Signals:
        asked: an AddressAsked.
    """

    asked = Signal(object)

    def __init__(self, *, titled: bool = True) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.title = label(role="quiet")
        self._titled = titled
        self.menu = label(role="strong", selectable=True)
        self.note = label(role="small")
        self.address = AddressRow()
        self.address.asked.connect(self.asked)
        for part in (self.title, self.menu, self.note, self.address):
            column.addWidget(part)

    def show_way(self, way: WayIn) -> None:
        """Show one way in; parts that are not known take no room."""
        self.title.setText(way.title)
        self.title.setVisible(self._titled)
        self.menu.setText(ARROW.join(way.menu))
        self.menu.setVisible(bool(way.menu))
        self.note.setText(way.menu_note)
        self.note.setVisible(bool(way.menu_note))
        self.address.setVisible(way.address is not None)
        if way.address is not None:
            self.address.show_address(way.address, way.address_label)
