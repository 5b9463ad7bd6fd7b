"""The foot: its hint stands where its lines are long enough to read."""

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from checkup.ui.conductor import Foot, FootButton
from checkup.ui.foot import FootBar

HINT = "Please don't remove anything yet: the plan comes first."
SHORT = FootButton(id="again", label="Look again")
LONG = FootButton(id="again", label="Look again, or at something else")


@pytest.fixture
def foot(qtbot: QtBot) -> FootBar:
    made = FootBar()
    qtbot.addWidget(made)
    made.resize(1000, 80)
    made.show()
    return made


def test_a_hint_stands_between_the_buttons_where_there_is_room(foot: FootBar) -> None:
    foot.show_foot(Foot(main="Continue", hint=HINT), "Back", can_go_back=True)

    assert foot._hint.text() == HINT
    assert not foot._hint_above.isVisible()


def test_a_hint_stands_above_wide_buttons_and_comes_down_when_there_is_room(foot: FootBar) -> None:
    foot.resize(400, 80)
    foot.show_foot(Foot(main="Continue", hint=HINT, others=(SHORT,)), "Back", can_go_back=True)

    assert foot._hint_above.text() == HINT
    assert foot._hint_above.isVisible()

    foot.resize(1200, 80)

    assert foot._hint.text() == HINT
    assert not foot._hint_above.isVisible()


def test_other_buttons_take_a_row_of_their_own_where_all_would_be_cut(foot: FootBar) -> None:
    foot.show_foot(Foot(main="Continue", others=(LONG,)), "Back", can_go_back=True)
    other = foot._other_buttons[0]
    foot.setMinimumWidth(1)  # the window does not become wider for it
    foot.resize(other.sizeHint().width() + 90, 140)
    QCoreApplication.processEvents()  # a layout is set by an event

    assert other.geometry().size().width() >= other.sizeHint().width()
    assert other.mapTo(foot, other.rect().bottomLeft()).y() < foot.back_button.y()

    foot.resize(1200, 80)
    QCoreApplication.processEvents()

    assert other.mapTo(foot, other.rect().topLeft()).y() == foot.back_button.y()
