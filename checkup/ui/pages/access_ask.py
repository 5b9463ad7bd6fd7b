"""The page of one short question about the map, of many alike at once, or of "nothing more to ask"."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from checkup.flow.access_ask_view import AskView
from checkup.ui.page import Page
from checkup.ui.pages.access_acts import AskedAgain, ManyReplied, Replied
from checkup.ui.widgets.button import button
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label


class AccessAskPage(Page):
    """Says Replied, ManyReplied or AskedAgain; the next question comes on the same page."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = label(role="small")
        self.above_title(self.progress)
        self.choices = Choices(tall=True)
        self.choices.chosen.connect(self._replied)
        self.many = Choices(several=True)
        self.many.chosen.connect(self._chosen)
        self.confirm, self.unsure = button(), button(look="quiet")
        self.confirm.clicked.connect(lambda: self.acted.emit(ManyReplied(so=self._so)))
        self.unsure.clicked.connect(lambda: self.acted.emit(ManyReplied(so=None)))
        self._ending = QWidget()
        row = FlowLayout(self._ending)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for part in (self.confirm, self.unsure):
            row.addWidget(part)
        self.again = button(look="quiet")
        self.again.clicked.connect(lambda: self.acted.emit(AskedAgain()))
        for widget in (self.choices, self.many, self._ending):
            self.add(widget)
        self.body.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self._view: AskView | None = None
        self._so: tuple[str, ...] = ()
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
        self._view = view
        self._show_many(view)
        self.again.setText(view.back)
        self.again.setVisible(bool(view.back))

    def _show_many(self, view: AskView) -> None:
        rows = tuple(Choice(id=one, label=words, chosen=chosen) for one, words, chosen in view.many)
        self.many.show_choices(rows, view.title)
        for part in (self.many, self._ending):
            part.setVisible(bool(rows))
        self.unsure.setText(view.unsure)
        self._chosen(tuple(row.id for row in rows if row.chosen))

    def _chosen(self, ids: tuple[str, ...]) -> None:
        self._so = ids
        if self._view is not None:
            self.confirm.setText(self._view.confirm if ids else self._view.confirm_none)

    def _replied(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.acted.emit(Replied(choice=ids[0]))
