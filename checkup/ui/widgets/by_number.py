"""Values of Qt given by their number, for what is made before the first page is painted.

Qt for Python makes all of `Qt` at its first mention: more than a hundred enums with two thousand
members, a tenth of the time the first page takes. So what the first page is made of mentions it in
no file's head and in nothing that runs before the paint; `QtCore.Qt` inside a function is for later.
"""

from enum import IntEnum

from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

PLAIN_TEXT = 0
NO_SCROLL_BAR = 1
AT_THE_LEFT, IN_THE_MIDDLE = 0x81, 0x84  # of Qt.AlignmentFlag, and in the middle of the height


class Reached(IntEnum):
    """How the keyboard comes to a widget; the numbers of Qt.FocusPolicy."""

    NOT = 0
    BY_TAB = 1
    BY_CLICK = 2
    BY_ALL = 11


def reach(widget: QWidget, how: Reached) -> None:
    """Let the keyboard come to a widget this way."""
    _give(widget, "focusPolicy", how)


def show_plain(label: QLabel) -> None:
    """Have a label show its text as it is, whatever stands in it."""
    _give(label, "textFormat", PLAIN_TEXT)


def stand_in_the_middle(label: QLabel, *, middle: bool) -> None:
    """Put a label's words in the middle, or at the left again."""
    _give(label, "alignment", IN_THE_MIDDLE if middle else AT_THE_LEFT)


def never_scroll_sideways(area: QScrollArea) -> None:
    """Leave out the bar at the bottom of a scroll area."""
    _give(area, "horizontalScrollBarPolicy", NO_SCROLL_BAR)


def _give(widget: QWidget, name: str, number: int) -> None:
    if not widget.setProperty(name, int(number)):  # Qt takes any name, and says whether it knew it
        raise AttributeError(name)
