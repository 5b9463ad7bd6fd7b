"""Opens the help directory: which list, in which words, and what becomes of a number or an address."""

from msgspec import structs
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from checkup.content.help import HelpDirectory
from checkup.content.help_local import LocalHelp, local_help
from checkup.flow.help import HelpAsk, HelpView, first_ask, help_view
from checkup.ui.addresses import Addresses
from checkup.ui.desk import Desk
from checkup.ui.dialogs.help import HelpDialog


def open_help(over: QWidget, desk: Desk, percent: int, local: LocalHelp | None = None) -> HelpDialog:
    """Open the dialog over a widget; a centre's own file is read anew each time."""
    directory = HelpDirectory(local_help() if local is None else local)

    def views(ask: HelpAsk) -> HelpView:
        return help_view(directory, desk.texts, desk.clock(), ask)

    territory = QLocale.territoryToCode(QLocale.system().territory())
    ask = structs.replace(first_ask(desk.texts.language, territory, directory), offline=desk.is_offline)
    dialog = HelpDialog(over, ask, views, percent)
    addresses = Addresses(desk)
    dialog.asked.connect(lambda asked: addresses.act(dialog, asked))
    dialog.open()
    return dialog
