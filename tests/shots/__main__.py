"""Writes a PNG of every page and dialog: both languages, light and dark, two text sizes, two window sizes.

`python3 run.py shots [FOLDER]`. The scenes of each step stand in tests/shots/scenes/, one file a step.
"""

import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from checkup.content.texts import Language
from checkup.model.clock import now
from checkup.ui.app import Program, quiet_qt
from checkup.ui.theme import Shade, Theme, take_own_font
from tests.shots import scenes as scene_folder

# text size in percent, window width and height
FRAMES = ((100, 800, 600), (100, 1280, 800), (150, 1280, 800), (150, 800, 600))


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0] if arguments else "shots")
    wanted = arguments[1:]
    folder.mkdir(parents=True, exist_ok=True)
    quiet_qt(os.environ)
    application = QApplication([])
    take_own_font(application)  # so that pictures made on different systems can be compared
    names = sorted(module.name for module in pkgutil.iter_modules(scene_folder.__path__))
    count = 0
    for name in names:
        if wanted and name not in wanted:
            continue
        for language in Language:
            for shade in Shade:
                for percent, width, height in FRAMES:
                    theme = Theme(shade=shade, percent=percent)
                    for picture, widget in _scenes(application, name, language, theme, (width, height)):
                        end = f"{language}-{shade}-{percent}-{width}x{height}.png"
                        widget.grab().save(str(folder / f"{picture}-{end}"))
                        count += 1
    print(f"{count} pictures in {folder}")  # noqa: T201 - a command for the terminal
    return 0 if count else 1


def _scenes(
    application: QApplication, name: str, language: Language, theme: Theme, size: tuple[int, int]
) -> Iterator[tuple[str, QWidget]]:
    """Yield each picture's name with the widget to grab: the window, or the dialog open over it."""
    program = Program(application, language, now)
    program.change_theme(theme)
    program.window.resize(*size)
    program.window.show()
    for picture in importlib.import_module(f"tests.shots.scenes.{name}").scenes(program):
        for _ in range(4):
            application.processEvents()
        dialog = application.activeModalWidget()
        yield f"{name}-{picture}", dialog or program.window
    program.window.end()
    program.desk.work.close_all()
    program.window.hide()
    program.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
