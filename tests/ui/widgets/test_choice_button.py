"""A choice's mark: a ring where one is chosen, a box where several are, and a column of its own."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from checkup.ui.widgets.choice_button import ChoiceButton
from checkup.ui.widgets.wrapping_button import WrappingButton


def mark_of(qtbot: QtBot, *, several: bool, on: bool) -> QImage:
    """Return the picture of the mark's column, without the button's own look."""
    button = ChoiceButton(several=several)
    qtbot.addWidget(button)
    button.show_words("Some words")
    button.setChecked(on)
    button.resize(300, 60)
    button.show()
    return button.grab(QRect(0, 0, button.words.x(), 60)).toImage()


def test_one_of_many_and_several_have_other_marks_and_so_have_on_and_off(qtbot: QtBot) -> None:
    marks = [mark_of(qtbot, several=several, on=on) for several in (False, True) for on in (False, True)]
    for at, one in enumerate(marks):
        assert all(one != other for other in marks[at + 1 :])


def test_lines_that_wrap_stay_beside_the_mark(qtbot: QtBot) -> None:
    button = WrappingButton()
    qtbot.addWidget(button)
    button.show_words("Words that are long enough to need a second line here", mark="○")
    button.resize(160, 40)
    button.show()
    line = button.words.fontMetrics().height()
    assert button.words.height() >= 2 * line
    before = button.words.x()
    button.show_words("Words", mark="")
    qtbot.waitUntil(lambda: button.words.x() < before)
    assert before - button.words.x() >= line
