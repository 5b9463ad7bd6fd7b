"""When something unexpected goes wrong: a calm sentence, no content in it, nothing lost, no dump.

The last of the three places that may catch everything (the scan's and the bridge's are the others).
"""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal, Slot


class Trouble(QObject):
    """Turns an uncaught exception anywhere in the window into one signal.

    Signals:
        happened: something went wrong; carries nothing, since the error's text may be private.
    """

    happened = Signal()
    _seen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seen.connect(self._pass_on)  # seen in another thread, it is passed on in this one

    def install(self) -> None:
        """Take the place of the interpreter's own reports, which would print private text."""
        sys.excepthook = self._caught
        threading.excepthook = lambda _: self._seen.emit()
        sys.unraisablehook = lambda _: None  # while something is thrown away: nothing stops, nothing is lost

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        del error, trace
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        self._seen.emit()

    @Slot()
    def _pass_on(self) -> None:
        """Tell of it once what failed is over: it may have been in the middle of painting."""
        QTimer.singleShot(0, self.happened.emit)
