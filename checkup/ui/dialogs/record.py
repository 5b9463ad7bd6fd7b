"""The dialogs about the open record: where it lies and what can be done with it, another passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from checkup.content.texts import Texts
from checkup.flow.keeping import KeepState
from checkup.flow.record_view import Fields
from checkup.model.shown import shown
from checkup.ui.announcing import announce
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.widgets.button import button
from checkup.ui.widgets.label import label
from checkup.ui.widgets.passphrase_fields import PassphraseFields


class RecordDialog(Dialog):
    """Says where the record lies and how it stands; each of its buttons closes it.

    Signals:
        lock_asked: it should be locked now.
        change_asked: another passphrase is wanted.
        elsewhere_asked: it should lie at another place.
    """

    lock_asked = Signal()
    change_asked = Signal()
    elsewhere_asked = Signal()

    def __init__(self, parent: QWidget, texts: Texts, path: Path, keeps: KeepState) -> None:
        say = texts.say
        super().__init__(parent, say("record.menu.title"))
        self.say(say("record.menu.path"), "caption")
        self.say(shown(str(path)), "mono")
        self.say(say(f"record.menu.{keeps.value}"))
        self.lock = self._row(say("record.menu.lock"), self.lock_asked)
        self.change = self._row(say("record.menu.change"), self.change_asked)
        self.elsewhere = self._row(say("record.menu.elsewhere"), self.elsewhere_asked)
        self.change.setVisible(keeps is not KeepState.READ_ONLY)
        self.no = self.add_button(say("record.menu.close"), "main")
        self.no.clicked.connect(self.accept)
        self.no.setFocus()

    def _row(self, words: str, asked: SignalInstance) -> QPushButton:
        made = button(words)
        made.clicked.connect(self.accept)
        made.clicked.connect(asked)
        self.add(made)
        return made


class ChangePassphraseDialog(Dialog):
    """Asks for both passphrases; `when_given` gets them, the dialog stays until `done` or `tell`."""

    def __init__(self, parent: QWidget, texts: Texts, when_given: Callable[[str, str], object]) -> None:
        say = texts.say
        super().__init__(parent, say("record.change.title"))
        self._texts, self._when_given = texts, when_given
        self._is_busy = False
        show, hide = say("record.show"), say("record.hide")
        self.old, self.new = PassphraseFields(), PassphraseFields(twice=True)
        self.old.speak(Fields(field=say("record.change.old"), show=show, hide=hide))
        self.new.speak(
            Fields(field=say("record.change.new"), again=say("record.again"), show=show, hide=hide)
        )
        self.add(self.old)
        self.add(self.new)
        self.say(say("record.change.lead"), "quiet")
        self.said = label()
        self.said.hide()
        self.add(self.said)
        self.no = self.add_button(say("window.cancel"))
        self.no.clicked.connect(self.reject)
        self.yes = self.add_button(say("record.change.yes"), "main")
        self.yes.clicked.connect(self._given)
        for fields in (self.old, self.new):
            fields.changed.connect(self._typed)
        self._typed()
        self.finished.connect(self._forget)

    def tell(self, words: str) -> None:
        """Say how it stands; the fields can be used again."""
        self._busy(words, is_busy=False)

    def reject(self) -> None:
        """Escape does nothing while the key is worked out: nobody should doubt which passphrase holds."""
        if not self._is_busy:
            super().reject()

    def _typed(self) -> None:
        self.yes.setEnabled(self.old.both_typed and self.new.both_typed and self.new.is_repeated)

    def _given(self) -> None:
        self._busy(self._texts.say("record.busy"), is_busy=True)
        self._when_given(self.old.text, self.new.text)

    def _busy(self, words: str, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words)
        for part in (self.old, self.new, self.no, self.yes):
            part.setEnabled(not is_busy)

    def _forget(self) -> None:
        self.old.forget()
        self.new.forget()
