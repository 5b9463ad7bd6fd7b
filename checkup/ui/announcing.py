"""Telling a screen reader something that the focus alone would not make it read."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Let the screen reader, where there is one, say these words; says nothing otherwise."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # the first page needs neither

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
