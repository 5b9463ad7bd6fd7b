"""The pages of "Before you start" that ask with tall choices, or only tell."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkup.flow.start_view import AskedView, NoteView, StartView
from checkup.model.plain import Plain
from checkup.ui.page import Page
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label
from checkup.ui.widgets.marked_lines import MarkedLines


class Chosen(Plain):
    """A choice was made in the question of this name."""

    question: str
    choice: str


class StartPage(Page):
    """Shows a StartView; says Chosen. Questions and notes shown again keep their widgets and the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._questions: dict[str, _Asked] = {}
        self._notes: list[_Note] = []
        self._told, self._list = QVBoxLayout(), QVBoxLayout()
        for layout in (self._told, self._list):
            layout.setSpacing(16)
            self.body.addLayout(layout)
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, StartView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        for asked in view.asked:
            self._question(asked.id).show_view(asked, is_alone=asked.title == view.title)
        while len(self._notes) < len(view.notes):
            note = _Note()
            self._notes.append(note)
            self._told.addWidget(note)
        for note, shown in zip(self._notes, view.notes, strict=True):
            note.show_view(shown)

    def choices(self, question: str) -> Choices:
        """Return the choices of a question."""
        return self._questions[question].choices

    def _question(self, name: str) -> "_Asked":
        if name not in self._questions:
            made = _Asked(name)
            made.chosen.connect(self.acted)
            self._questions[name] = made
            self._list.addWidget(made)
        return self._questions[name]


class _Asked(QWidget):
    """One question: its title, unless the page's heading says it, and the choices."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.title = label(role="strong")
        self.choices = Choices(tall=True)
        self.choices.chosen.connect(lambda ids: self.chosen.emit(Chosen(question=name, choice=ids[0])))
        column.addWidget(self.title)
        column.addWidget(self.choices)

    def show_view(self, view: AskedView, *, is_alone: bool) -> None:
        self.title.setText(view.title)
        self.title.setVisible(not is_alone)
        rows = (
            Choice(id=one.id, label=one.label, detail=one.detail, chosen=one.chosen) for one in view.choices
        )
        self.choices.show_choices(tuple(rows), view.title)


class _Note(Card):
    """A title and lines, each with a mark before it."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.text = label(role="title"), MarkedLines(selectable=True)
        self.add(self.title)
        self.add(self.text)

    def show_view(self, view: NoteView) -> None:
        self.title.setText(view.title)
        self.text.show_lines(view.lines)
