"""Values given to Qt by their number are those that Qt names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from checkup.ui.widgets.by_number import Reached, _give, never_scroll_sideways, reach, show_plain


@pytest.mark.parametrize(
    ("how", "policy"),
    [
        (Reached.NOT, Qt.FocusPolicy.NoFocus),
        (Reached.BY_TAB, Qt.FocusPolicy.TabFocus),
        (Reached.BY_CLICK, Qt.FocusPolicy.ClickFocus),
        (Reached.BY_ALL, Qt.FocusPolicy.StrongFocus),
    ],
)
def test_the_keyboard_comes_to_a_widget_the_way_it_was_told(
    qtbot: QtBot, how: Reached, policy: Qt.FocusPolicy
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setFocusPolicy(Qt.FocusPolicy.WheelFocus)

    reach(widget, how)

    assert widget.focusPolicy() is policy


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    made = QLabel("<b>x</b>")
    qtbot.addWidget(made)

    show_plain(made)

    assert made.textFormat() is Qt.TextFormat.PlainText


def test_a_scroll_area_has_no_bar_at_the_bottom(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)

    never_scroll_sideways(area)

    assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_a_name_that_qt_does_not_know_is_an_error(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    with pytest.raises(AttributeError):
        _give(widget, "textFormat", 0)
