"""A dialog is as tall as its words need, and its paragraphs stand at equal distances."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from checkup.ui.dialogs.dialog import Dialog

SHORT = "The browser keeps the visit in its history."
LONG = "Whoever runs the network here can see the name of the place, though not what you do there. " * 2


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[Dialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    made = Dialog(window, "Open a place on this computer?", 100)
    for words in (LONG, SHORT, LONG, SHORT):
        made.say(words)
    made.add_button("Open", "main")
    made.open()
    qtbot.waitExposed(made)
    yield made
    made.close()


def gaps(dialog: Dialog) -> set[int]:
    lines = [one for one in dialog.findChildren(QLabel) if one.text() in (SHORT, LONG)]
    return {below.y() - above.geometry().bottom() - 1 for above, below in pairwise(lines)}


def test_paragraphs_stand_at_equal_distances(dialog: Dialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: gaps(dialog) == {dialog.body.spacing()})


def test_words_that_come_later_find_their_room(dialog: Dialog, qtbot: QtBot) -> None:
    before = dialog.height()
    dialog.say(LONG)
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: gaps(dialog) == {dialog.body.spacing()})
