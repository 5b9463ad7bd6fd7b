"""At the largest text in the smallest window no page and no dialog is wider than its place.

Pages never scroll sideways, so what is too wide would be cut without a sign.
"""

import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from checkup.content.texts import Language
from checkup.ui.theme import Shade, Theme
from tests.shots import scenes as scene_folder
from tests.shots.__main__ import _scenes

SCENES = sorted(module.name for module in pkgutil.iter_modules(scene_folder.__path__))
LARGEST, WINDOW = 200, (800, 600)


def too_wide(top: QWidget) -> list[str]:
    """Return the words in the parts that are wider than the place they are seen through."""
    found = []
    for area in top.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and inside is not None and inside.width() > area.viewport().width():
            found.append(f"{inside.width() - area.viewport().width()} px: {widest(inside)}")
    for one in top.findChildren(QPushButton):
        words = one.fontMetrics().size(0, one.text())
        if one.isVisible() and words.width() > one.width():
            found.append(f"cut: {one.text()}")
    if isinstance(top, QDialog) and not (top.width() <= WINDOW[0] and top.height() <= WINDOW[1]):
        found.append(f"dialog {top.width()}x{top.height()}")
    return found


def widest(top: QWidget) -> str:
    shown = [one for one in top.findChildren(QWidget) if one.isVisible() and getattr(one, "text", None)]
    last = max(shown, key=lambda one: one.minimumSizeHint().width(), default=None)
    return last.text() if last is not None and hasattr(last, "text") else ""


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which the next test finds undressed again."""
    palette, font = qapp.palette(), qapp.font()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.mark.slow
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("step", SCENES)
def test_nothing_is_cut_at_the_side(dressed: QApplication, step: str, language: Language) -> None:
    theme = Theme(shade=Shade.LIGHT, percent=LARGEST)
    found = {
        picture: wide
        for picture, shown in _scenes(dressed, step, language, theme, WINDOW)
        if (wide := too_wide(shown))
    }
    assert found == {}


def test_what_is_too_wide_is_noticed(qtbot) -> None:
    top, inside = QWidget(), QWidget()
    qtbot.addWidget(top)
    line = QHBoxLayout(inside)
    line.addWidget(QLabel("one line that is too long for so little room"))
    area = QScrollArea(top)
    area.setWidget(inside)
    area.resize(60, 60)
    top.show()
    assert len(too_wide(top)) == 1
    assert "too long" in too_wide(top)[0]
