"""What happens with an address or a number: copied, shown as a code, or opened after a yes.

The clipboard is emptied at the end if it still holds what was put there. Opening hands the address to
the system's browser; this program itself asks the network nothing. Offline, no address is opened.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QClipboard, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from checkup.flow.web_address import host_of, open_question, qr_code
from checkup.ui.desk import Desk
from checkup.ui.dialogs.confirm import Confirm, Question
from checkup.ui.dialogs.qr_code import QrDialog
from checkup.ui.offline import ask_offline
from checkup.ui.widgets.address_row import AddressAsked, AddressWay

Opens = Callable[[str], bool]


def open_in_browser(url: str) -> bool:
    """Hand an address to the system's browser; returns whether the system took it."""
    return QDesktopServices.openUrl(QUrl(url))


class Addresses(QObject):
    """Does what was asked with an address, over the widget it was asked in."""

    def __init__(self, desk: Desk, opens: Opens = open_in_browser) -> None:
        super().__init__(desk)
        self._desk = desk
        self._opens = opens
        self._copied = ""
        desk.leaving.connect(self.clear)
        if (application := QGuiApplication.instance()) is not None:
            application.aboutToQuit.connect(self.clear)

    def act(self, over: QWidget, asked: AddressAsked) -> QDialog | None:
        """Do what was asked; returns the dialog that opened, if one did."""
        match asked.way:
            case AddressWay.COPY:
                self.copy(asked.url)
                return None
            case AddressWay.QR:
                dialog: QDialog = QrDialog(over, qr_code(self._desk.texts, asked.url))
            case AddressWay.OPEN if self._desk.is_offline:
                dialog = ask_offline(over, self._desk, host=host_of(asked.url))
            case AddressWay.OPEN:
                dialog = self._question(over, asked.url)
        dialog.open()
        return dialog

    def copy(self, text: str) -> None:
        """Put text on the clipboard, remembering that it is ours."""
        self._copied = text
        _clipboard().setText(text)

    @Slot()
    def clear(self) -> None:
        """Empty the clipboard if it still holds what was copied here."""
        if self._copied and _clipboard().text() == self._copied:
            _clipboard().clear()
        self._copied = ""

    def _question(self, over: QWidget, url: str) -> QDialog:
        asked = open_question(self._desk.texts, url)
        question = Question(title=asked.title, lines=asked.words, yes=asked.yes, no=asked.no)
        return Confirm(over, question, lambda: self._open(url))

    def _open(self, url: str) -> None:
        if not self._desk.is_offline:
            self._opens(url)


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
