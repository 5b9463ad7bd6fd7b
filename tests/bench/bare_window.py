"""A window of PySide6 with nothing in it, to compare the start with."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.bench.answer import answer, peak_memory


class Bare(QMainWindow):
    """Says when it has been painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        QTimer.singleShot(0, painted)


def painted() -> None:
    at = time.monotonic()
    answer(painted=at, memory=peak_memory())


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Bare()
    window.resize(1120, 760)
    window.show()
    application.exec()
