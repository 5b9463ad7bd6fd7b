"""What the first page does not wait for: each part of it counts in the time until it is there."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkup.content.texts import Language
from checkup.flow import start
from checkup.flow.place import StepId
from checkup.model.begun import Begun
from checkup.model.clock import now
from checkup.model.situation import Company
from checkup.model.visit import Visit
from checkup.ui.app import Program

PROGRAM = """
import os, sys
from checkup import __main__ as program

def tell():
    from PySide6 import QtCore, QtGui, QtWidgets
    loaded = [name for name in %r if name in sys.modules]
    made = [name for name in %r if any(name in vars(part) for part in (QtCore, QtGui, QtWidgets))]
    os.write(1, repr((loaded, made)).encode())
    os._exit(0)

prepare = program._prepare

def watch():
    prepare()
    from checkup.ui import app
    class Watched(app.Program):
        def __init__(self, *parts):
            super().__init__(*parts)
            self.window.painted.connect(lambda: app.QTimer.singleShot(0, tell))
    app.Program = Watched

program._prepare = watch
program.main(["--language", %r])
"""
LATER = (
    "tomllib",
    "checkup.ui.bridge",
    "checkup.ui.leaving",
    "checkup.store.errors",
    "checkup.parse",
    # What reads and writes a record, and all it holds.
    "msgspec",
    "typing_extensions",
    "dataclasses",
    "uuid",
    "decimal",
    "datetime",
    "unicodedata",
    "checkup.model.value",
    "checkup.model.visit",
    "checkup.model.result",
)
# `Qt` alone is a hundred and fifty enums, made at its first mention: see ui/widgets/by_number.py. Fonts and
# styles have many too, and the first event that is handed to Python has all kinds of events made.
NOT_MADE = ("Qt", "QStyle", "QFont", "QInputEvent", "QTimerEvent")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_first_page_is_painted_before_what_it_does_not_need_is_loaded(language: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", PROGRAM % (LATER, NOT_MADE, language)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    ).stdout

    assert answer == "([], [])"


def test_the_first_page_is_answered_before_the_visit_is_made(qapp: QApplication) -> None:
    program = Program(qapp, Language.ENGLISH, now)
    begun = program.desk.begun
    page = program.window.conductor(StepId.START).page(start.at(start.WELCOME))

    page.choices("company").buttons()[1].click()

    assert isinstance(begun, Begun)
    assert program.desk.visit.company is Company.WITH_SOMEONE
    assert (program.desk.visit.id, program.desk.visit.language) == (begun.id, "en")
    program.window.close()


def test_the_visit_is_made_once_the_first_page_is_there(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: isinstance(program.desk.begun, Visit))
