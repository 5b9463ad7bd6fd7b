"""The program in a test: the real window with all its steps, as `app` makes it, taken apart after."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from checkup.content.texts import Language
from checkup.model.clock import now
from checkup.ui.app import Program


@pytest.fixture
def program(qapp: QApplication, qtbot: object) -> Iterator[Program]:
    """The program in English, its window shown; nothing of it is left for the next test."""
    made = Program(qapp, Language.ENGLISH, now)
    made.window.show()
    yield made
    made.window.end()
    assert made.desk.work.close_all(5000)
    if made.desk.open is not None:
        made.desk.put_away()
        made.desk.keep(None)
    for dialog in qapp.topLevelWidgets():
        dialog.hide()
    if made.keys is not None:
        qapp.removeEventFilter(made.keys)
    qapp.setStyleSheet("")
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
