"""Asks before something that cannot be taken back, or that others could see."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from checkup.model.value import Value
from checkup.ui.dialogs.dialog import Dialog


class Question(Value, frozen=True, kw_only=True):
    """What is asked: a title, paragraphs, and the words for yes and for no."""

    title: str
    lines: tuple[str, ...]
    yes: str
    no: str


class Confirm(Dialog):
    """Opens with "no" in focus: Enter and Escape change nothing."""

    def __init__(self, parent: QWidget, question: Question, when_yes: Callable[[], object]) -> None:
        super().__init__(parent, question.title)
        for line in question.lines:
            self.say(line)
        self.no = self.add_button(question.no)
        self.yes = self.add_button(question.yes, "main")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.accepted.connect(when_yes)
        self.no.setDefault(True)
        self.no.setFocus()
