"""A box to tick, whose words go on in a second line where there are many."""

from PySide6.QtWidgets import QCheckBox

from checkup.ui.widgets.line_breaks import in_lines

LONGEST_LINE = 40  # letters: fits a dialog in a window of 800 pixels at 200 %


def check_box(words: str) -> QCheckBox:
    """Return a box with these words; a screen reader is told them in one piece."""
    box = QCheckBox(in_lines(words, LONGEST_LINE))
    box.setAccessibleName(words)
    return box
