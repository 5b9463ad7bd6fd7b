"""The page "Passwords": a card that makes a passphrase and one that judges what is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from checkup.content.texts import Texts
from checkup.flow.passwords_view import JudgedView, MakeView, Option, PasswordsView
from checkup.ui.page import Page
from checkup.ui.pages.passwords_acts import (
    CopyPassphrase,
    CountChosen,
    GoOnAsked,
    LanguageChosen,
    LeaksAsked,
    MakeAsked,
    Typed,
)
from checkup.ui.widgets.badge import Badge
from checkup.ui.widgets.button import button
from checkup.ui.widgets.card import Card
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.widgets.flow_layout import FlowLayout
from checkup.ui.widgets.label import label
from checkup.ui.widgets.secret_field import secret_field


class PasswordsPage(Page):
    """Holds what is typed only as long as the field does; `forget` empties it."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting, self.make, self.check = Card("attention"), Card(), Card()
        self._build_waiting()
        self._build_make()
        self._build_check()
        for card in (self.waiting, self.make, self.check):
            self.add(card)
        self.finish()

    def show_view(self, view: PasswordsView) -> None:  # type: ignore[override]
        self.waiting.setVisible(bool(view.waits))
        self.make.setVisible(not view.waits)
        self.check.setVisible(not view.waits)
        self.reason.setText("\n\n".join(view.waits))
        self._show_make(view.make)
        self._show_judged(view.judged)
        self.leaks.setText(view.leaks)
        self.leaks.setVisible(bool(view.leaks))
        self.ask.setEnabled(bool(self.field.text()) and view.may_ask)

    def speak(self, texts: Texts) -> None:
        """Put the words that never change into the page's language."""
        say = texts.say
        self.head(say("passwords.title"), say("passwords.lead"))
        self.waits_title.setText(say("passwords.waits.title"))
        self.go_on.setText(say("passwords.waits.go_on"))
        self.make_title.setText(say("passwords.make.title"))
        self.make_about.setText(say("passwords.make.about"))
        self.language_title.setText(say("passwords.make.language"))
        self.count_title.setText(say("passwords.make.count"))
        self.copy.setText(say("passwords.make.copy"))
        self._make_words = (say("passwords.make.make"), say("passwords.make.another"))
        self.words.setAccessibleDescription(say("passwords.make.shown"))
        self.check_title.setText(say("passwords.check.title"))
        self.check_about.setText(say("passwords.check.about"))
        self.field.setPlaceholderText(say("passwords.check.field"))
        self.field.setAccessibleName(say("passwords.check.field"))
        self._show_words = (say("passwords.check.show"), say("passwords.check.hide"))
        self.ask.setText(say("passwords.leaks.ask"))
        self._name_eye()

    def forget(self) -> None:
        """Empty the field and hide it again."""
        self.eye.setChecked(False)
        self.field.setText("")  # `clear` could be undone with a key
        self.words.clear()

    def _build_waiting(self) -> None:
        self.waits_title, self.reason = label(role="title"), label()
        self.go_on = button()
        self.go_on.clicked.connect(lambda: self.acted.emit(GoOnAsked()))
        self.waiting.add(self.waits_title)
        self.waiting.add(self.reason)
        self.waiting.column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_make(self) -> None:
        self.make_title, self.make_about = label(role="title"), label(role="quiet")
        self.language_title, self.count_title = label(role="caption"), label(role="caption")
        self.languages, self.counts = Choices(), Choices()
        # Not to be selected: the copy button alone marks what it copies and takes it back.
        self.words = label(role="passphrase")
        self.words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.worth, self.copied = label(role="quiet"), label(role="small")
        self.new, self.copy = button(look="main"), button()
        self._make_words = ("", "")
        self.languages.chosen.connect(lambda ids: self.acted.emit(LanguageChosen(language=ids[0])))
        self.counts.chosen.connect(lambda ids: self.acted.emit(CountChosen(count=int(ids[0]))))
        self.new.clicked.connect(lambda: self.acted.emit(MakeAsked()))
        self.copy.clicked.connect(lambda: self.acted.emit(CopyPassphrase()))
        row = QWidget()
        flow = FlowLayout(row)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.new)
        flow.addWidget(self.copy)
        about = (self.make_title, self.make_about, self.language_title, self.languages)
        shown = (self.count_title, self.counts, self.words, self.worth, row, self.copied)
        for widget in (*about, *shown):
            self.make.add(widget)

    def _build_check(self) -> None:
        self.check_title, self.check_about = label(role="title"), label(role="quiet")
        self.field = secret_field()
        self.field.textEdited.connect(lambda text: self.acted.emit(Typed(text=text)))
        self.eye = button()
        self.eye.setCheckable(True)
        self._show_words = ("", "")
        self.eye.toggled.connect(self._look)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.eye)
        self.badge, self.reasons, self.leaks = Badge(), label(), label(role="text")
        self.ask = button()
        self.ask.clicked.connect(lambda: self.acted.emit(LeaksAsked(text=self.field.text())))
        self.check.add(self.check_title)
        self.check.add(self.check_about)
        self.check.column.addLayout(row)
        self.check.add(self.badge)
        self.check.add(self.reasons)
        self.check.column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.check.add(self.leaks)

    def _show_make(self, view: MakeView) -> None:
        self.languages.show_choices(_choices(view.languages), self.language_title.text())
        self.counts.show_choices(_choices(view.counts), self.count_title.text())
        self.words.setText(view.made.text if view.made else "")
        self.worth.setText(view.worth)
        self.copied.setText(view.copied)
        for widget in (self.words, self.worth, self.copy):
            widget.setVisible(view.made is not None)
        self.copied.setVisible(bool(view.copied))
        self.new.setText(self._make_words[view.made is not None])

    def _show_judged(self, view: JudgedView | None) -> None:
        self.badge.setVisible(view is not None)
        self.reasons.setVisible(view is not None and bool(view.reasons))
        if view is not None:
            self.badge.show_badge(view.word, view.tone)
            self.reasons.setText("\n".join(view.reasons))

    def _look(self, shown: bool) -> None:  # noqa: FBT001 - a slot of `toggled`
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Normal if shown else modes.Password)
        self._name_eye()

    def _name_eye(self) -> None:
        self.eye.setText(self._show_words[self.eye.isChecked()])


def _choices(options: tuple[Option, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(id=one.id, label=one.label, chosen=one.chosen) for one in options)
