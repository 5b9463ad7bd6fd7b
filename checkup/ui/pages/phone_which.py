"""The first page of "Your phone": what to look at, who uses it, and a way to the lists."""

from PySide6.QtCore import Qt

from checkup.flow.phone_values import Option, WhichView
from checkup.model.phone import PhoneKind, WhosePhone
from checkup.ui.page import Page
from checkup.ui.pages.phone_acts import KindChosen, ListsAsked, WhoseChosen
from checkup.ui.widgets.button import button
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.label import label


class PhoneWhichPage(Page):
    """Shows a WhichView; says KindChosen, WhoseChosen or ListsAsked."""

    def __init__(self) -> None:
        super().__init__()
        self.which_title, self.whose_title = label(role="strong"), label(role="strong")
        self.which, self.whose = Choices(tall=True), Choices(tall=True)
        self.lists = button(look="quiet")
        for part in (self.which_title, self.which, self.whose_title, self.whose):
            self.add(part)
        self.body.addWidget(self.lists, 0, Qt.AlignmentFlag.AlignLeft)
        self.which.chosen.connect(lambda ids: self.acted.emit(KindChosen(kind=PhoneKind(ids[0]))))
        self.whose.chosen.connect(lambda ids: self.acted.emit(WhoseChosen(whose=WhosePhone(ids[0]))))
        self.lists.clicked.connect(lambda: self.acted.emit(ListsAsked()))
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, WhichView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self.which_title.setText(view.which_title)
        self.which.show_choices(choices(view.which), view.which_title)
        for part in (self.whose_title, self.whose):
            part.setVisible(bool(view.whose_title))
        self.whose_title.setText(view.whose_title)
        self.whose.show_choices(choices(view.whose), view.whose_title)
        self.lists.setText(view.lists)


def choices(options: tuple[Option, ...]) -> tuple[Choice, ...]:
    """Return the options as the widget takes them."""
    return tuple(Choice(id=one.id, label=one.label, detail=one.detail, chosen=one.chosen) for one in options)
