"""Lines with a mark before each: shown anew with more or fewer, and what wraps stays beside its mark."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from checkup.ui.widgets.marked_lines import MarkedLines


def test_more_and_fewer_lines_can_follow(qtbot: QtBot) -> None:
    shown = MarkedLines()
    qtbot.addWidget(shown)
    for lines in (("one", "two"), ("one",), ("one", "two", "<b>three</b>"), ()):
        shown.show_lines(lines)
        assert shown.texts() == lines
        assert shown.isHidden() is not bool(lines)


def test_what_wraps_stays_beside_its_mark(qtbot: QtBot) -> None:
    shown = MarkedLines(mark="✓")
    qtbot.addWidget(shown)
    shown.show_lines(("words that are long enough to need a second line in so narrow a place", "short"))
    shown.resize(180, 200)
    shown.show()
    marks = [one for one in shown.findChildren(QLabel) if one.text() == "✓"]
    words = [one for one in shown.findChildren(QLabel) if one.text() != "✓"]
    assert len(marks) == len(words) == 2
    assert words[0].height() >= 2 * words[0].fontMetrics().height()
    for mark, beside in zip(marks, words, strict=True):
        assert mark.x() + mark.width() <= beside.x()
        assert mark.y() == beside.y()


def test_one_long_name_does_not_ask_for_more_room_than_there_is(qtbot: QtBot) -> None:
    shown = MarkedLines()
    qtbot.addWidget(shown)
    shown.show_lines(("takeout-20260301T021409Z-002.zip.crdownload" * 9, "and words"))
    assert shown.minimumSizeHint().width() < 100
