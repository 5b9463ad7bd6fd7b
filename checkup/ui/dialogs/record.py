"""The dialogs about the open record: where it lies and what can be done with it, another passphrase."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from checkup.content.texts import Texts
from checkup.flow.keeping import Kept
from checkup.flow.record_view import Fields
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.widgets.button import button
from checkup.ui.widgets.label import label
from checkup.ui.widgets.passphrase_fields import PassphraseFields


class RecordDialog(Dialog):
    """Says where the record lies; each of its buttons closes it and calls what it was given."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        kept: Kept,
        *,
        lock: Callable[[], object],
        change: Callable[[], object],
        elsewhere: Callable[[], object],
    ) -> None:
        say = texts.say
        super().__init__(parent, say("record.menu.title"))
        self.say(say("record.menu.path"), "caption")
        self.say(str(kept.path), "mono")
        self.say(say("record.menu.read_only") if kept.read_only else say("record.menu.saved"))
        self.lock = self._row(say("record.menu.lock"), lock)
        self.change = self._row(say("record.menu.change"), change)
        self.elsewhere = self._row(say("record.menu.elsewhere"), elsewhere)
        self.change.setVisible(not kept.read_only)
        self.no = self.add_button(say("record.menu.close"), "main")
        self.no.clicked.connect(self.accept)
        self.no.setFocus()

    def _row(self, words: str, then: Callable[[], object]) -> QWidget:
        made = button(words)
        made.clicked.connect(self.accept)
        made.clicked.connect(lambda _=False: then())
        self.add(made)
        return made


class ChangePassphraseDialog(Dialog):
    """Asks for both passphrases; `when_given` gets them, the dialog stays until `done` or `tell`."""

    def __init__(self, parent: QWidget, texts: Texts, when_given: Callable[[str, str], object]) -> None:
        say = texts.say
        super().__init__(parent, say("record.change.title"))
        self._texts, self._when_given = texts, when_given
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

    def _typed(self) -> None:
        self.yes.setEnabled(self.old.both_typed and self.new.both_typed and self.new.is_repeated)

    def _given(self) -> None:
        self._busy(self._texts.say("record.busy"), is_busy=True)
        self._when_given(self.old.text, self.new.text)

    def _busy(self, words: str, *, is_busy: bool) -> None:
        self.said.setText(words)
        self.said.show()
        for part in (self.old, self.new, self.no, self.yes):
            part.setEnabled(not is_busy)

    def _forget(self) -> None:
        self.old.forget()
        self.new.forget()
