"""Buttons by their part: main, plain, quiet (looks like a link)."""

from PySide6.QtWidgets import QPushButton


def button(text: str = "", look: str = "plain") -> QPushButton:
    """Return a button; `look` is main, plain, quiet or leave."""
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setAutoDefault(False)
    return made
