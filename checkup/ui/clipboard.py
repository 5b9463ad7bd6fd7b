"""Copies a secret: marked so that clipboard histories leave it out, and taken back after a while.

References: KDE's x-kde-passwordManagerHint; Windows' "Clipboard history" formats; nspasteboard.org.
"""

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

from checkup.flow.passwords import STAYS
from checkup.ui.desk import Desk

NO = b"\0\0\0\0"
WINDOWS = 'application/x-qt-windows-mime;value="{}"'
MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    WINDOWS.format("CanIncludeInClipboardHistory"): NO,
    WINDOWS.format("CanUploadToCloudClipboard"): NO,
    "application/x-nspasteboard-concealed-type": b"1",
    "org.nspasteboard.ConcealedType": b"1",
}


class SecretClipboard(QObject):
    """Holds at most one secret; clears it after `stays` seconds, when leaving and at the end, if still ours.

    Signals:
        cleared: the time is over and nothing of ours is on the clipboard any more.
    """

    cleared = Signal()

    def __init__(self, desk: Desk, stays: float = STAYS) -> None:
        super().__init__(desk)
        self._copied = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(int(stays * 1000))
        self._timer.timeout.connect(self.clear)
        desk.leaving.connect(self.clear)
        if (application := QGuiApplication.instance()) is not None:
            application.aboutToQuit.connect(self.clear)

    def copy(self, secret: str) -> None:
        """Put a secret on the clipboard and begin to count."""
        data = QMimeData()
        data.setText(secret)
        for name, value in MARKS.items():
            data.setData(name, value)
        self._copied = secret
        _clipboard().setMimeData(data)
        self._timer.start()

    @Slot()
    def clear(self) -> None:
        """Take the secret back; leaves alone what somebody else put there since."""
        self._timer.stop()
        if not self._copied:
            return
        if _clipboard().text() == self._copied:
            _clipboard().clear()
        self._copied = ""
        self.cleared.emit()


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()
