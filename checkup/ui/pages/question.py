"""The page of one question: the question, its choices, why it is asked."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from checkup.flow.situation import LONGEST, QuestionView
from checkup.model.value import Value
from checkup.ui.page import Page
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label

LINES = 6  # of a person's own words, before the field scrolls


class Chose(Value, frozen=True, kw_only=True):
    """These choices of a question are made now."""

    question: str
    choices: tuple[str, ...]


class Wrote(Value, frozen=True, kw_only=True):
    """A question's answer in the person's own words, as it stands now."""

    question: str
    words: str


class QuestionPage(Page):
    """Says Chose or Wrote. Both kinds of choices are kept, so that a question shown again keeps its focus."""

    def __init__(self) -> None:
        super().__init__()
        self._question = ""
        self.progress = label(role="small")
        self.above_title(self.progress)
        self.why_title = label(role="strong")  # before the choices: nobody is asked without knowing why
        self.one = Choices(tall=True)
        self.several = Choices(tall=True, several=True)
        self.how = label(role="strong")
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.textChanged.connect(self._wrote)
        for choices in (self.one, self.several):
            choices.chosen.connect(self._chose)
        self._together(self.why_title, self.lead)
        self._together(self.how, self.one, self.several, self.words)
        self.hint = label(role="quiet")
        self.add(self.hint)
        self.skip_note = label(role="small")
        self.add(self.skip_note)
        self.finish()

    def _together(self, *parts: QWidget) -> None:
        """Put a heading near what belongs to it."""
        column = QVBoxLayout()
        column.setSpacing(8)
        for part in parts:
            column.addWidget(part)
        self.body.addLayout(column)

    def show_view(self, view: object) -> None:
        if not isinstance(view, QuestionView):
            raise NotImplementedError(view)
        another = view.question != self._question
        self._question = view.question
        self.head(view.title, view.why)
        self.progress.setText(view.progress)
        self._show_choices(view)
        self._show_words(view)
        self.why_title.setText(view.why_title)
        self.how.setText(view.how)
        self.skip_note.setText(view.skip_note)
        if another:
            self.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget | None:
        """Nothing but the heading: the question is read out before its choices."""
        return None

    def _show_choices(self, view: QuestionView) -> None:
        rows = tuple(Choice(id=one.id, label=one.label, chosen=one.chosen) for one in view.options)
        for choices, used in ((self.several, view.several), (self.one, not view.several)):
            choices.setVisible(used and bool(rows))
            choices.show_choices(rows if used else (), view.title)

    def _show_words(self, view: QuestionView) -> None:
        free = bool(view.words_hint)
        self.words.setVisible(free)
        self.hint.setVisible(free)
        self.hint.setText(view.words_hint)
        self.words.setAccessibleName(view.title)
        self.words.setAccessibleDescription(view.words_hint)
        self.words.setMinimumHeight(self.words.fontMetrics().lineSpacing() * LINES)
        if self.words.toPlainText() != view.words:
            with QSignalBlocker(self.words):
                self.words.setPlainText(view.words)

    def _chose(self, choices: tuple[str, ...]) -> None:
        self.acted.emit(Chose(question=self._question, choices=choices))

    def _wrote(self) -> None:
        self.acted.emit(Wrote(question=self._question, words=self.words.toPlainText()[:LONGEST]))
