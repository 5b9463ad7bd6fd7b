"""The page of one short question about the map, or of "nothing more to ask"."""

from PySide6.QtCore import Qt

from checkup.flow.access_view import AskView
from checkup.ui.page import Page
from checkup.ui.pages.access_acts import AskedAgain, Replied
from checkup.ui.widgets.button import button
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label


class AccessAskPage(Page):
    """Says Replied or AskedAgain; the next question comes on the same page."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = label(role="small")
        self.body.insertWidget(0, self.progress)
        self.choices = Choices(tall=True)
        self.choices.chosen.connect(self._replied)
        self.again = button(look="quiet")
        self.again.clicked.connect(lambda: self.acted.emit(AskedAgain()))
        self.add(self.choices)
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, AskView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self.progress.setText(view.progress)
        self.progress.setVisible(bool(view.progress))
        rows = tuple(Choice(id=one, label=words) for one, words in view.choices)
        self.choices.show_choices(rows, view.title)
        self.choices.setVisible(bool(rows))
        self.again.setText(view.back)
        self.again.setVisible(bool(view.back))

    def _replied(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.acted.emit(Replied(choice=ids[0]))
