"""A field for a secret: hidden while typed, and kept from typing tools that learn words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

LONGEST = 1000  # characters


def secret_field() -> QLineEdit:
    """Return an empty field that shows dots."""
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    made.setMaxLength(LONGEST)
    hints = Qt.InputMethodHint
    made.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhHiddenText)
    return made
