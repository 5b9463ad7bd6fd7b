"""The bindings to Qt keep Python's books: PySide6 6.12.0 did not, and ended the program by and by."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 2000


def test_a_call_that_returns_nothing_gives_no_reference_of_none_away(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for number in range(CALLS):
        label.setEnabled(number % 2 == 0)

    assert sys.getrefcount(None) > before - CALLS // 2
