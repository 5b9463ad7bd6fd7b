"""A card onto which files and folders of this computer are dropped."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from checkup.ui.widgets.card import Card
from checkup.ui.widgets.local_files import local_files


class DropCard(Card):
    """Takes what is of this computer, and nothing else.

    Signals:
        dropped: the paths, a tuple of Path.
    """

    dropped = Signal(object)

    def __init__(self, tone: str = "surface") -> None:
        super().__init__(tone)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = local_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
