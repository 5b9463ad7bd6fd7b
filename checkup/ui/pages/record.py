"""The pages of the record: making a new one, and opening one."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from checkup.flow.record_view import NewRecordView, OpenRecordView
from checkup.model.value import Value
from checkup.ui.page import Page
from checkup.ui.widgets.badge import Badge
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.label import label
from checkup.ui.widgets.passphrase_fields import PassphraseFields


class PassphraseTyped(Value, frozen=True, kw_only=True):
    """Something was typed; the page's fields hold it."""


class SuggestionAsked(Value, frozen=True, kw_only=True):
    """A passphrase should be made."""


class WhereAsked(Value, frozen=True, kw_only=True):
    """The passphrase is typed; where should the record lie?"""


class FileAsked(Value, frozen=True, kw_only=True):
    """Which file should be asked."""


class OpenAsked(Value, frozen=True, kw_only=True):
    """The record should be opened, or with `read_only` only read."""

    read_only: bool = False


class RescueAsked(Value, frozen=True, kw_only=True):
    """What is whole in a damaged record should go to a new file."""


class NewRecordPage(Page):
    """Says PassphraseTyped, SuggestionAsked and WhereAsked."""

    def __init__(self) -> None:
        super().__init__()
        card = Card()
        self.fields = PassphraseFields(twice=True)
        self.fields.changed.connect(lambda: self.acted.emit(PassphraseTyped()))
        self.fields.entered.connect(lambda: self.acted.emit(WhereAsked()))
        self.badge, self.said = Badge(), label()
        self.suggest = button()
        self.suggest.clicked.connect(lambda: self.acted.emit(SuggestionAsked()))
        self.suggested = label(role="passphrase", selectable=True)
        for part in (self.fields, self.badge, self.said):
            card.add(part)
        card.column.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        card.add(self.suggested)
        self.add(card)
        caution = Card("attention")
        self.caution = label()
        caution.add(self.caution)
        self.add(caution)
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, NewRecordView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self.fields.speak(view.fields)
        self.fields.setEnabled(not view.busy)
        self.badge.show_badge(view.worth, view.worth_tone)
        self.badge.setVisible(bool(view.worth))
        self.said.setText(view.said)
        self.said.setVisible(bool(view.said))
        self.suggest.setText(view.suggest)
        self.suggest.setEnabled(not view.busy)
        is_another = view.suggested != self.suggested.text()
        self.suggested.setText(view.suggested)
        self.suggested.setVisible(bool(view.suggested))
        self.caution.setText(view.caution)
        if view.suggested and is_another:  # it stands under the button, which may be the last thing seen
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.suggested))

    def first_focus(self) -> QWidget | None:
        return self.fields.first


class OpenRecordPage(Page):
    """Says FileAsked, PassphraseTyped, OpenAsked and RescueAsked."""

    def __init__(self) -> None:
        super().__init__()
        card = Card()
        self.choose = button()
        self.choose.clicked.connect(lambda: self.acted.emit(FileAsked()))
        self.chosen = label(role="mono", selectable=True)
        self.fields = PassphraseFields()
        self.fields.changed.connect(lambda: self.acted.emit(PassphraseTyped()))
        self.fields.entered.connect(lambda: self.acted.emit(OpenAsked()))
        self.said = label()
        self.read_only, self.rescue = button(), button()
        self.read_only.clicked.connect(lambda: self.acted.emit(OpenAsked(read_only=True)))
        self.rescue.clicked.connect(lambda: self.acted.emit(RescueAsked()))
        left = Qt.AlignmentFlag.AlignLeft
        card.column.addWidget(self.choose, 0, left)
        for part in (self.chosen, self.fields, self.said):
            card.add(part)
        for made in (self.read_only, self.rescue):
            card.column.addWidget(made, 0, left)
        self.add(card)
        self.finish()

    def show_view(self, view: object) -> None:
        if not isinstance(view, OpenRecordView):
            raise NotImplementedError(view)
        self.head(view.title, view.lead)
        self.choose.setText(view.choose)
        self.chosen.setText(view.chosen)
        self.chosen.setVisible(bool(view.chosen))
        self.fields.speak(view.fields)
        self.fields.setVisible(bool(view.chosen))
        self.said.setText(view.said)
        self.said.setVisible(bool(view.said))
        for made, words in ((self.read_only, view.read_only), (self.rescue, view.rescue)):
            made.setText(words)
            made.setVisible(bool(words))
        for part in (self.choose, self.fields, self.read_only, self.rescue):
            part.setEnabled(not view.busy)

    def first_focus(self) -> QWidget | None:
        return self.fields.first if self.chosen.text() else self.choose
