"""The page where it is chosen what to look at: which kind of file, where it is, and its password."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from checkup.flow.phone_look import Source
from checkup.flow.phone_values import SourceView
from checkup.ui.page import Page
from checkup.ui.pages.phone_acts import EnterPressed, PathAsked, PathGiven, SerialChosen, SourceChosen
from checkup.ui.pages.phone_which import choices
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choices
from checkup.ui.widgets.drop_card import DropCard
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label
from checkup.ui.widgets.passphrase_fields import PassphraseFields


class PhoneSourcePage(Page):
    """Shows a SourceView. The password is in its field alone, until `forget`."""

    def __init__(self) -> None:
        super().__init__()
        self.trouble_card, self.trouble = Card("attention"), label()
        self.trouble_card.add(self.trouble)
        self.sources_title, self.sources = label(role="strong"), Choices(tall=True)
        self.brought = BringCard()
        self.cable_card, self.cable = Card("primary"), label()
        self.cable_card.add(self.cable)
        self.phones_title, self.phones = label(role="strong"), Choices(tall=True)
        cable = (self.cable_card, self.phones_title, self.phones)
        for part in (self.trouble_card, self.sources_title, self.sources, *cable, self.brought):
            self.add(part)
        self.sources.chosen.connect(lambda ids: self.acted.emit(SourceChosen(source=Source(ids[0]))))
        self.phones.chosen.connect(lambda ids: self.acted.emit(SerialChosen(serial=ids[0])))
        self.brought.file.clicked.connect(lambda: self.acted.emit(PathAsked(folder=False)))
        self.brought.folder.clicked.connect(lambda: self.acted.emit(PathAsked(folder=True)))
        self.brought.dropped.connect(lambda paths: self.acted.emit(PathGiven(path=paths[0])))
        self.brought.password.entered.connect(lambda: self.acted.emit(EnterPressed()))
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, SourceView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self.trouble.setText(view.trouble)
        self.trouble_card.setVisible(bool(view.trouble))
        self.sources_title.setText(view.sources_title)
        self.sources.show_choices(choices(view.sources), view.sources_title)
        self.cable.setText(view.cable)
        self.cable_card.setVisible(bool(view.cable))
        for part in (self.phones_title, self.phones):
            part.setVisible(bool(view.phones))
        self.phones_title.setText(view.phones_title)
        self.phones.show_choices(choices(view.phones), view.phones_title)
        self.brought.setVisible(bool(view.brought_title))
        self.brought.show_brought(view)

    def reveal(self) -> None:
        """Bring what belongs to the chosen source into sight, once it is laid out."""
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        self.ensureWidgetVisible(self.cable_card if self.cable_card.isVisible() else self.brought)

    def forget(self) -> None:
        """Empty the field of the password."""
        self.brought.password.forget()


class BringCard(DropCard):
    """Where the file is: buttons to choose it, a place to drop it, and its password where it may have one."""

    def __init__(self) -> None:
        super().__init__(one=True)
        self.title, self.chosen = label(role="strong"), label(selectable=True)
        self.file, self.folder = button(), button()
        self.drop = label(role="small")
        self.password, self.about = PassphraseFields(), label(role="small")
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.file)
        flow.addWidget(self.folder)
        for part in (self.title, row, self.drop, self.chosen, self.password, self.about):
            self.add(part)

    def show_brought(self, view: SourceView) -> None:
        """Show what may be chosen, and what is."""
        self.title.setText(view.brought_title)
        for made, words in ((self.file, view.choose_file), (self.folder, view.choose_folder)):
            made.setText(words)
            made.setVisible(bool(words))
        self.drop.setText(view.drop)
        self.chosen.setText(view.chosen)
        self.chosen.setVisible(bool(view.chosen))
        for part in (self.password, self.about):
            part.setVisible(view.password is not None)
        if view.password is not None:
            self.password.speak(view.password)
        self.about.setText(view.password_about)
