"""A question's choices: buttons of which one is chosen, reached and changed with the keyboard."""

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QPushButton, QVBoxLayout

from checkup.model.plain import Plain
from checkup.ui.widgets.by_number import Reached, reach
from checkup.ui.widgets.choice_button import ChoiceButton
from checkup.ui.widgets.line_breaks import in_lines

TYPE_CHECKING = False  # as `typing` has it, which is not read for this: see __main__.py
if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from checkup.ui.widgets.flow_layout import FlowLayout

ONE_OF_MANY = ("○", "●")  # off and on
SEVERAL = ("+", "✓")  # each by itself
LONGEST_LINE = 32  # letters of a button beside others: fits a window of 800 pixels at 200 %


class Choice(Plain):
    """One choice: its id, its words, and a quiet line under them where more is needed."""

    id: str
    label: str
    detail: str = ""
    chosen: bool = False


class Choices(QGroupBox):
    """Choices as buttons, beside each other or (`tall`) under each other with their details.

    A screen reader is told a group that has the question as its name, and radio buttons in it; with
    `several`, each is on or off by itself, and told as a check box. Showing the same ids again keeps the
    buttons, and so the focus, and only changes their words.

    Signals:
        chosen: the ids now chosen, a tuple of str, after the person changed something.
    """

    chosen = Signal(object)

    def __init__(self, *, tall: bool = False, several: bool = False) -> None:
        super().__init__()
        self._tall = tall
        self.is_several = several
        self._is_showing = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self._row = QVBoxLayout(self) if tall else self._flow()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def _flow(self) -> "FlowLayout":
        from checkup.ui.widgets.flow_layout import FlowLayout  # the first page has tall ones only

        return FlowLayout(self, even=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the frame is for ears only."""

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Lead on to the next choice, and round, where Qt saw none in that direction on the screen."""
        keys = QtCore.Qt.Key
        steps = {keys.Key_Down: 1, keys.Key_Right: 1, keys.Key_Up: -1, keys.Key_Left: -1}
        step = next((by for key, by in steps.items() if key == event.key()), None)
        buttons = self.buttons()
        here = next((at for at, one in enumerate(buttons) if one.hasFocus()), None)
        if step is None or here is None or self.is_several:
            super().keyPressEvent(event)
            return
        there = buttons[(here + step) % len(buttons)]
        there.setFocus()
        if buttons[here].isChecked():
            there.click()

    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()  # without the room for a frame

    def show_choices(self, choices: tuple[Choice, ...], name: str) -> None:
        """Show these choices; `name` says to a screen reader what is being chosen, once for all of them."""
        self.setAccessibleName(name)
        if tuple(self._buttons) != tuple(choice.id for choice in choices):
            self._rebuild(choices)
        self._is_showing = True
        self._group.setExclusive(False)  # so that "none chosen" can be shown
        for choice in choices:
            button = self._buttons[choice.id]
            if isinstance(button, ChoiceButton):
                button.show_words(choice.label, choice.detail)
            button.setAccessibleName(choice.label.replace("\n", ", "))
            button.setAccessibleDescription(choice.detail)
            button.setChecked(choice.chosen)
        if not self._tall:
            self._words = {choice.id: in_lines(choice.label, LONGEST_LINE) for choice in choices}
        self._mark()
        self._group.setExclusive(True)
        self._is_showing = False
        self._be_reached()

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons in order, for the tab order and tests."""
        return tuple(self._buttons.values())

    def _rebuild(self, choices: tuple[Choice, ...]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()  # at once: till it is deleted it would be told beside the new ones
            button.deleteLater()
        self._buttons = {choice.id: self._button(choice.id) for choice in choices}

    def _button(self, choice_id: str) -> QPushButton:
        button = ChoiceButton(several=self.is_several) if self._tall else QPushButton()
        button.setCheckable(True)
        if not self._tall:
            button.setProperty("look", "choice")
        button.setProperty("choice", choice_id)
        if not self.is_several:
            button.setAutoExclusive(True)  # Qt's word for a radio button; the group does the rest
            self._group.addButton(button)
        button.toggled.connect(self._toggled)  # not `clicked`: a screen reader's own press only toggles
        self._row.addWidget(button)
        return button

    def _mark(self) -> None:
        """Tell what is chosen by a mark too, never by colour alone."""
        marks = SEVERAL if self.is_several else ONE_OF_MANY
        for name, button in self._buttons.items():
            if not isinstance(button, ChoiceButton):
                button.setText(f"{marks[button.isChecked()]} {self._words[name]}")

    def _be_reached(self) -> None:
        """Where one is chosen, let Tab come to that one, or the first; arrows lead to the others.

        WORKAROUND: Qt takes the tab key from all buttons of a group but the one that had the focus
        last, and does not give it back when another is shown as chosen
        (QAbstractButtonPrivate::fixFocusPolicy). Where several can be on there is no group.
        """
        buttons = self.buttons()
        stop = next((one for one in buttons if one.isChecked()), buttons[0] if buttons else None)
        for one in buttons:
            here = self.is_several or one is stop or one.hasFocus()
            reach(one, Reached.BY_ALL if here else Reached.BY_CLICK)

    def _toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal hands it so
        """Tell of a change by the person; of one choice that took another's place only once."""
        if self._is_showing or not (on or self.is_several):
            return
        self._mark()
        self._be_reached()
        self.chosen.emit(tuple(name for name, button in self._buttons.items() if button.isChecked()))
