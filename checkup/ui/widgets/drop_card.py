"""A card onto which files and folders of this computer are dropped."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from checkup.ui.widgets.card import Card
from checkup.ui.widgets.local_files import local_files


class DropCard(Card):
    """Takes what is of this computer, and nothing else; with `one` not several things at once.

    It asks for a copy, whatever is proposed: what is dropped stays where it was.

    Signals:
        dropped: the paths, a tuple of Path.
    """

    dropped = Signal(object)

    def __init__(self, tone: str = "surface", *, one: bool = False) -> None:
        super().__init__(tone)
        self._one = one
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._taken(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := self._taken(event):
            self.dropped.emit(paths)

    def _taken(self, event: QDropEvent) -> tuple[Path, ...]:
        """Return what is dragged, having agreed to it; nothing where it is not taken."""
        paths = local_files(event.mimeData())
        if not paths or (self._one and len(event.mimeData().urls()) > 1):
            return ()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return paths
