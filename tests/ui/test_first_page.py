"""What the first page does not wait for: each part of it counts in the time until it is there."""

import subprocess
import sys

import pytest

PROGRAM = """
import os, sys
from checkup import __main__ as program

def tell():
    from PySide6 import QtCore
    loaded = [name for name in %r if name in sys.modules]
    os.write(1, repr(("Qt" in vars(QtCore), loaded)).encode())
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
LATER = ("tomllib", "checkup.ui.bridge", "checkup.ui.leaving", "checkup.store.errors", "checkup.parse")


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_first_page_is_painted_before_what_it_does_not_need_is_loaded(language: str) -> None:
    """`Qt` alone is a hundred and fifty enums, made at its first mention: see ui/widgets/by_number.py."""
    answer = subprocess.run(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", PROGRAM % (LATER, language)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=200,
    ).stdout

    assert answer == "(False, [])"
