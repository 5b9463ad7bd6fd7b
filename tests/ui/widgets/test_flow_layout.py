"""A row that goes on in the next line, like words; even lines where that is asked for."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget

from checkup.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def lines(qtbot):
    def lay(widths, width, *, even):
        holder = QWidget()
        qtbot.addWidget(holder)
        layout = FlowLayout(holder, even=even)
        layout.setSpacing(8)
        layout.setContentsMargins(0, 0, 0, 0)
        buttons = [QPushButton() for _ in widths]
        for one, wanted in zip(buttons, widths, strict=True):
            one.setFixedWidth(wanted)
            layout.addWidget(one)
        layout.setGeometry(QRect(0, 0, width, 400))
        found: dict[int, int] = {}
        for one in buttons:
            found[one.y()] = found.get(one.y(), 0) + 1
            assert one.x() + one.width() <= width or one.x() == 0
        return list(found.values())

    return lay


def test_without_it_a_line_takes_what_fits(lines):
    assert lines([81, 163, 111, 106], 446, even=False) == [3, 1]


def test_even_lines_are_two_and_two(lines):
    assert lines([81, 163, 111, 106], 446, even=True) == [2, 2]


def test_even_lines_are_no_more_than_there_must_be(lines):
    assert lines([100] * 4, 446, even=True) == [4]
    assert lines([100] * 5, 446, even=True) == [3, 2]
    assert lines([500, 20], 446, even=True) == lines([500, 20], 446, even=False) == [1, 1]
    assert lines([], 446, even=True) == []
