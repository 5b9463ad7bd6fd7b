"""Labels: text is always plain, wraps, and can be selected where a person may want to copy it."""

from PySide6 import QtCore
from PySide6.QtWidgets import QLabel, QSizePolicy

from checkup.ui.widgets.by_number import Reached, reach, show_plain


def label(text: str = "", role: str = "text", *, selectable: bool = False) -> QLabel:
    """Return a wrapping plain-text label; `role` names its look in the theme.

    Roles: heading, lead, title, text, quiet, small, strong.
    """
    made = QLabel(text)
    show_plain(made)
    made.setWordWrap(True)
    made.setProperty("role", role)
    made.setIndent(0)  # one with a padding of its own would step in by half a letter
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    if selectable:
        flags = QtCore.Qt.TextInteractionFlag
        made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return made


def heading() -> QLabel:
    """Return the page's heading; it takes the focus when a page opens, so that it is read out."""
    made = label(role="heading")
    reach(made, Reached.BY_TAB)
    return made


def lead() -> QLabel:
    """Return the sentence under the heading."""
    return label(role="lead")
