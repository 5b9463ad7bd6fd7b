"""The rail at the left: the steps and how they stand, help, language and text size."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkup.content.texts import Language, Texts
from checkup.flow.place import StepId
from checkup.flow.walk import RailMark
from checkup.ui.widgets.by_number import stand_in_the_middle
from checkup.ui.widgets.label import label
from checkup.ui.widgets.wrapping_button import WrappingButton

WIDE = 232  # px at 100 %
NARROW = 64
SIGNS = {RailMark.VISITED: "✓", RailMark.HERE: "●", RailMark.AHEAD: "○", RailMark.CLOSED: " ·"}
LANGUAGE_NAMES = {Language.ENGLISH: "English", Language.VIETNAMESE: "Tiếng Việt"}


def is_narrow(window_width: int, percent: int) -> bool:
    """Whether the steps' names would leave too little room for the page."""
    return window_width * 100 // percent < 700


class Rail(QFrame):
    """Shows where the person is in the walk; always visible.

    Signals:
        step_asked: a StepId that was pressed.
        help_asked: "Get help" was pressed.
        language_asked: a Language that was pressed.
        size_asked: +1 or -1: larger or smaller text.
    """

    step_asked = Signal(object)
    help_asked = Signal()
    language_asked = Signal(object)
    size_asked = Signal(int)

    def __init__(self, steps: tuple[StepId, ...]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._narrow = False
        self._filled: object = None
        self._shown: tuple[tuple[StepId, RailMark], ...] = ()
        self._texts: Texts | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 16)
        column.setSpacing(4)
        self._brand = label(role="brand")
        column.addWidget(self._brand)
        column.addSpacing(12)
        self._steps = {each: self._step(each) for each in steps}
        for step in self._steps.values():
            column.addWidget(step)
        column.addStretch(1)
        self._help = self._pressed(lambda _: self.help_asked.emit(), None)
        column.addWidget(self._help)
        self._languages = {each: self._pressed(self.language_asked.emit, each) for each in Language}
        speak = QHBoxLayout()
        speak.setSpacing(4)
        for made in self._languages.values():
            speak.addWidget(made)
        speak.addStretch(1)
        column.addLayout(speak)
        column.addLayout(self._sizes())

    def show_rail(self, texts: Texts, marks: tuple[tuple[StepId, RailMark], ...], percent: int) -> None:
        """Show the steps as they stand, in these words."""
        shown = (texts, marks, percent, self._narrow)
        if shown == self._filled:
            return
        self._texts, self._shown, self._percent = texts, marks, percent
        self.setAccessibleName(texts.say("window.steps"))
        self._brand.setText(texts.say("window.brand"))
        for step, mark in marks:
            self._show_step(step, mark)
        self._help.setText("?" if self._narrow else texts.say("window.help"))
        self._help.setAccessibleName(texts.say("window.help"))
        self._help.setToolTip(texts.say("window.help_description"))
        for language, made in self._languages.items():
            name = LANGUAGE_NAMES[language]
            made.setText(language.value.upper() if self._narrow else name)
            made.setAccessibleName(name)
            self._look(made, "chosen", chosen=language is texts.language)
        self._smaller.setAccessibleName(texts.say("window.text_smaller"))
        self._larger.setAccessibleName(texts.say("window.text_larger"))
        self._size.setText(texts.say("window.text_percent", count=percent))
        self._size.setAccessibleName(texts.say("window.text_size"))
        self._filled = shown

    def fit(self, *, narrow: bool, percent: int) -> None:
        """Become narrow: marks instead of names."""
        self._narrow = narrow
        for made in (self._help, *self._languages.values(), self._smaller, self._larger):
            self._look(made, "tight", chosen=narrow)
        for step in self._steps.values():
            stand_in_the_middle(step.words, middle=narrow)
        self.setFixedWidth((NARROW if self._narrow else WIDE) * percent // 100)
        self._brand.setVisible(not self._narrow)
        self._size.setVisible(not self._narrow)
        if self._texts is not None:
            self.show_rail(self._texts, self._shown, self._percent)

    def _show_step(self, step: StepId, mark: RailMark) -> None:
        texts = self._texts
        if texts is None:
            return
        name, state = texts.say(f"window.rail.{step}"), texts.say(f"window.rail.{mark}")
        made = self._steps[step]
        for part in (made, made.words):  # before the words, which ask for their size in the look they have
            self._look(part, "here", chosen=mark is RailMark.HERE)
        self._look(made.words, "closed", chosen=mark is RailMark.CLOSED)
        number = "✓" if mark is RailMark.VISITED else str(list(self._steps).index(step) + 1)
        made.show_words(*((number,) if self._narrow else (name, "", SIGNS[mark])))
        made.setToolTip(name if self._narrow else "")
        made.setAccessibleName(f"{name}, {state}")
        made.setEnabled(mark is not RailMark.CLOSED)

    def _step(self, step: StepId) -> WrappingButton:
        made = WrappingButton("step", (10, 7, 10, 8))
        made.clicked.connect(lambda: self.step_asked.emit(step))
        return made

    def _look(self, made: QWidget, name: str, *, chosen: bool) -> None:
        if bool(made.property(name)) != chosen:
            made.setProperty(name, chosen)
            if self._filled is not None:  # and so perhaps dressed before: dress it anew
                made.style().unpolish(made)
                made.style().polish(made)

    @staticmethod
    def _pressed(emit: Callable[[object], object], what: object) -> QPushButton:
        made = QPushButton()
        made.setAutoDefault(False)
        made.clicked.connect(lambda: emit(what))
        return made

    def _sizes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._smaller = self._pressed(lambda _: self.size_asked.emit(-1), None)
        self._smaller.setText("A−")
        self._larger = self._pressed(lambda _: self.size_asked.emit(1), None)
        self._larger.setText("A+")
        self._size = label(role="small")
        row.addWidget(self._smaller)
        row.addWidget(self._size)
        row.addWidget(self._larger)
        row.addStretch(1)
        return row
