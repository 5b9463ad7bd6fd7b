"""The column: page, foot and top line begin at one edge, and page and foot end at one."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkup.content.texts import Language
from checkup.model.clock import now
from checkup.ui.app import Program
from checkup.ui.column import BESIDE, BESIDE_NARROW, WIDEST, beside
from checkup.ui.page import Page
from checkup.ui.theme import Theme


def test_the_column_stands_in_the_middle_of_a_wide_window() -> None:
    assert beside(WIDEST + 400, 100, narrow=False) == 200


def test_the_column_grows_with_the_text_size() -> None:
    assert beside(WIDEST * 2 + 100, 200, narrow=False) == 50


def test_a_small_window_keeps_a_margin() -> None:
    assert beside(300, 100, narrow=False) == BESIDE
    assert beside(300, 200, narrow=True) == BESIDE_NARROW


def edges(part: QWidget, window: QWidget) -> tuple[int, int]:
    left = part.mapTo(window, QPoint(0, 0)).x()
    return left, left + part.width()


@pytest.mark.parametrize(
    ("percent", "width"), [(100, 800), (100, 1280), (100, 1920), (150, 1280), (150, 800)]
)
@pytest.mark.parametrize("scrolls", [True, False])
def test_page_and_foot_share_both_edges_with_and_without_a_scroll_bar(
    qapp: QApplication, qtbot: QtBot, percent: int, width: int, *, scrolls: bool
) -> None:
    program = Program(qapp, Language.ENGLISH, now)
    window = program.window
    qtbot.addWidget(window)
    program.change_theme(Theme(percent=percent))
    window.open()
    window.resize(width, 400 if scrolls else 1200)
    window.show()
    qtbot.waitExposed(window)
    page = window.stack.currentWidget()
    assert isinstance(page, Page)
    qtbot.waitUntil(lambda: page.verticalScrollBar().isVisible() is scrolls)

    def is_one_column() -> bool:
        left, right = edges(page.title, window)
        begins = edges(window.top.status, window)[0]
        return edges(window.foot.main_button, window)[1] == right and begins == left

    qtbot.waitUntil(is_one_column)
    window.end()
