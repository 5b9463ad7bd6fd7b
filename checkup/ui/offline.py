"""The switch "work offline": says how it stands, and turns it after a yes."""

from PySide6.QtWidgets import QWidget

from checkup.flow.offline import offline_question, switched
from checkup.ui.desk import Desk
from checkup.ui.dialogs.confirm import Confirm, Question


def ask_offline(over: QWidget, desk: Desk, *, host: str = "") -> Confirm:
    """Return the dialog, not yet open; `host` is what was to be reached and was not."""
    asked = offline_question(desk.visit, desk.texts, host=host)
    question = Question(title=asked.title, lines=asked.lines, yes=asked.yes, no=asked.no)
    return Confirm(over, question, lambda: desk.replace(switched(desk.visit, offline=asked.then_offline)))
