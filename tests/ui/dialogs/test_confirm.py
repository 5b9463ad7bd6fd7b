"""A question's words stand in even gaps, whatever their length; Enter and Escape change nothing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from checkup.ui.dialogs.confirm import Confirm, Question

LONG = "Some words that go on for a while, so that they need more than one line in a dialog. " * 3


@pytest.fixture
def asked(qtbot):
    """Open a question over a window, and keep what was answered."""
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    answers: list[str] = []

    def ask(*lines: str, title: str = "Remove it?") -> Confirm:
        question = Question(title=title, lines=lines, yes="Remove", no="Keep")
        dialog = Confirm(window, question, lambda: answers.append("yes"))
        dialog.open()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return ask, answers


@pytest.mark.parametrize("lines", [("One.",), ("One.", LONG, "Two."), (LONG,) * 4])
@pytest.mark.parametrize("title", ["Short?", LONG])
def test_the_gaps_between_all_words_are_alike_and_none_is_cut(asked, lines, title):
    dialog = asked[0](*lines, title=title)
    parts = [dialog.title, *(dialog.body.itemAt(place).widget() for place in range(dialog.body.count()))]
    assert [part.height() for part in parts] == [part.heightForWidth(part.width()) for part in parts]
    tops = [part.mapTo(dialog, QPoint()).y() for part in parts]
    below = [top + part.height() for top, part in zip(tops, parts, strict=True)]
    gaps = {then - end for end, then in zip(below, tops[1:], strict=False)}
    assert len(gaps) == 1


def test_a_narrower_dialog_grows_with_its_words(asked):
    dialog = asked[0](LONG)
    before = dialog.height()
    dialog.setMinimumWidth(300)
    dialog.resize(300, before)
    words = dialog.body.itemAt(0).widget()
    assert dialog.height() > before
    assert words.height() >= words.heightForWidth(words.width())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_change_nothing(asked, qtbot, key):
    ask, answers = asked
    dialog = ask("It cannot be brought back.")
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.no if key == Qt.Key.Key_Return else dialog, key)
    assert answers == []
