"""A question's choices: buttons of which one is chosen, reached and changed with the keyboard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from checkup.model.value import Value
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.wrapping_button import ChoiceButton


class Choice(Value, frozen=True, kw_only=True):
    """One choice: its id, its words, and a quiet line under them where more is needed."""

    id: str
    label: str
    detail: str = ""
    chosen: bool = False


class Choices(QWidget):
    """Choices as buttons, beside each other or (`tall`) under each other with their details.

    With `several`, each is on or off by itself. Showing the same ids again keeps the buttons, and so
    the focus, and only changes their words.

    Signals:
        chosen: the ids now chosen, a tuple of str, after the person changed something.
    """

    chosen = Signal(object)

    def __init__(self, *, tall: bool = False, several: bool = False) -> None:
        super().__init__()
        self._tall = tall
        self._several = several
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self._group.buttonClicked.connect(self._tell)
        self._buttons: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self._row: QVBoxLayout | FlowLayout = QVBoxLayout(self) if tall else FlowLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def show_choices(self, choices: tuple[Choice, ...], name: str) -> None:
        """Show these choices; `name` says to a screen reader what is being chosen."""
        self.setAccessibleName(name)
        if tuple(self._buttons) != tuple(choice.id for choice in choices):
            self._rebuild(choices)
        self._group.setExclusive(False)  # so that "none chosen" can be shown
        for choice in choices:
            button = self._buttons[choice.id]
            if isinstance(button, ChoiceButton):
                button.show_words(choice.label, choice.detail)
            button.setAccessibleName(f"{name}: {choice.label}" if name else choice.label)
            button.setAccessibleDescription(choice.detail)
            button.setChecked(choice.chosen)
        self._words = {choice.id: choice.label for choice in choices}
        self._mark()
        self._group.setExclusive(not self._several)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons in order, for the tab order and tests."""
        return tuple(self._buttons.values())

    def _rebuild(self, choices: tuple[Choice, ...]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = {choice.id: self._button(choice.id) for choice in choices}

    def _button(self, choice_id: str) -> QPushButton:
        button = ChoiceButton() if self._tall else QPushButton()
        button.setCheckable(True)
        if not self._tall:
            button.setProperty("look", "choice")
        button.setProperty("choice", choice_id)
        self._group.addButton(button)
        self._row.addWidget(button)
        return button

    def _mark(self) -> None:
        """Tell what is chosen by a mark too, never by colour alone."""
        for name, button in self._buttons.items():
            if not isinstance(button, ChoiceButton):
                button.setText(f"{'●' if button.isChecked() else '○'} {self._words[name]}")

    def _tell(self) -> None:
        self._mark()
        self.chosen.emit(tuple(name for name, button in self._buttons.items() if button.isChecked()))
