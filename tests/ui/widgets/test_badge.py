"""A badge is one line where there is room, and two where large letters leave none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from checkup.ui.widgets.badge import Badge

WORDS = "Giống phần mềm theo dõi"


@pytest.fixture
def row(qtbot) -> tuple[QWidget, Badge]:
    row, badge = QWidget(), Badge()
    qtbot.addWidget(row)
    badge.show_badge(WORDS, "attention")
    line = QHBoxLayout(row)
    line.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter)
    line.addStretch(1)
    return row, badge


def shown(row: QWidget, width: int) -> None:
    row.resize(width, 200)
    row.show()


def test_with_room_it_is_one_line(row) -> None:
    whole, badge = row
    shown(whole, 900)
    assert badge.size() == badge.sizeHint()
    assert badge.height() < badge.fontMetrics().height() * 2


def test_without_room_its_words_wrap_and_all_of_them_are_in_sight(row) -> None:
    whole, badge = row
    shown(whole, badge.sizeHint().width() * 2 // 3)
    assert badge.width() <= whole.width()
    assert badge.height() >= badge.heightForWidth(badge.width()) > badge.sizeHint().height()
