"""A dialog is never higher than the window it opens over: its body scrolls, its buttons stay in sight."""

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from checkup.ui.app import Program
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.theme import Theme

WORDS = "Một đoạn dài về việc mở một trang trên máy này, và ai có thể thấy điều đó. " * 3


@pytest.mark.parametrize(("paragraphs", "scrolls"), [(1, False), (9, True)])
def test_what_is_higher_than_the_window_scrolls_and_what_is_not_does_not(
    program: Program, qtbot: QtBot, paragraphs: int, *, scrolls: bool
) -> None:
    program.change_theme(Theme(percent=200))
    program.window.resize(800, 600)
    dialog = Dialog(program.window, "Tiêu đề")
    for _ in range(paragraphs):
        dialog.say(WORDS)
    last = QLineEdit()
    dialog.add(last)
    yes = dialog.add_button("Đồng ý")
    dialog.open()
    qtbot.waitUntil(yes.isVisible)

    assert bool(dialog.findChildren(QScrollArea)) is scrolls
    assert dialog.height() <= program.window.height() - 40
    assert dialog.rect().contains(yes.geometry())
    last.setFocus()
    for area in dialog.findChildren(QScrollArea):
        area.ensureWidgetVisible(last)
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())
