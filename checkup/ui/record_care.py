"""Takes care of an open record: saves it as one goes, locks it, and does what its dialog asks.

Made when the first record is opened. A dialog or a page of the walk that is open when the record
locks is closed or covered first; what was told and not yet saved is saved before, and then let go.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from checkup.flow.keeping import Kept
from checkup.flow.locking import Held
from checkup.flow.record import SUFFIX, Attempt, RecordTrouble, trouble_of, unlocked, with_new_passphrase
from checkup.flow.record_view import held_words, said_of
from checkup.model.stop import Stop
from checkup.store.errors import StoreError
from checkup.ui.autosave import Autosave
from checkup.ui.cover import Cover
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.dialogs.confirm import Confirm, Question
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.dialogs.record import ChangePassphraseDialog, RecordDialog
from checkup.ui.freed_memory import overwrite_freed
from checkup.ui.idle import Idle
from checkup.ui.window import Window

# Milliseconds. Pages go when the window is idle again; some of what they held goes with the first round.
OVERWRITES_AFTER = (100, 400)


class RecordCare(QObject):
    """Holds the autosave, the idle watch and the cover."""

    def __init__(self, window: Window, desk: Desk, autosave: Autosave, idle: Idle) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._autosave, self._idle = autosave, idle
        self.cover: Cover | None = None
        self.change_dialog: ChangePassphraseDialog | None = None
        autosave.failed.connect(self._not_saved)
        idle.idle.connect(lambda: self.lock(was_idle=True))
        desk.open_changed.connect(self._open_changed)
        desk.work.all_ended.connect(self._let_go)
        window.top.record_asked.connect(self.show_dialog)
        self._open_changed()

    def lock(self, *, was_idle: bool = False) -> None:
        """Cover everything, save, forget the keys and let go of all that was told.

        What cannot be saved stays, and so does what a look under way still needs; both are said.
        """
        if self._desk.open is None or self.cover is not None:
            return
        self._idle.stop()
        percent = self._window.theme.percent
        self.cover = Cover(self._desk.texts, was_idle=was_idle, percent=percent)
        self.cover.unlock_asked.connect(self._unlock)
        self.cover.leave_asked.connect(self._window.leave_asked)
        self.cover.help_asked.connect(self._desk.help_asked)
        self._window.layers.cover(self.cover)
        for dialog in self._window.findChildren(QDialog):
            dialog.done(QDialog.DialogCode.Rejected)  # also one that waits and takes no Escape
        self.cover.fields.first.setFocus()
        self._desk.leaving.emit()
        self._let_go()

    def show_dialog(self) -> None:
        """Show where the record lies and what can be done with it."""
        if (kept := self._desk.open) is None:
            return
        dialog = RecordDialog(self._window, self._desk.texts, kept.path, self._desk.keeps)
        dialog.lock_asked.connect(self.lock)
        dialog.change_asked.connect(self._change)
        dialog.elsewhere_asked.connect(self.save_elsewhere)
        dialog.open()

    def save_elsewhere(self) -> None:
        """Ask for another place and save there; the old file stays."""
        say = self._desk.texts.say
        asked = FileQuestion(
            title=say("record.where"), name=say("record.file_name"), suffix=SUFFIX, replaces=False
        )
        ChooseFile(self._window, self._desk.texts, asked, self._elsewhere).open()

    def _let_go(self) -> None:
        """Save and let go of everything, unless something still holds it."""
        if self.cover is None or self._desk.has_let_go:
            return
        held = self._held()
        self.cover.hold(held_words(held, self._autosave.trouble, self._desk.texts) if held else "")
        if held is None:
            self._window.let_go()
            for after in OVERWRITES_AFTER:
                QTimer.singleShot(after, self, self._overwrite)

    def _held(self) -> Held | None:
        """Lock, or return why what was told must stay."""
        is_saved = self._autosave.save()
        if not self._desk.work.is_quiet:
            return Held.WORKING
        if not is_saved:
            return Held.UNSAVED
        return None if self._desk.let_go() else Held.READ_ONLY

    def _overwrite(self) -> None:
        if self._desk.has_let_go:
            overwrite_freed()

    def _open_changed(self) -> None:
        if self._desk.open is None:
            self._idle.stop()
        elif self.cover is None:
            self._idle.start()

    def _unlock(self, typed: str) -> None:
        kept = self._desk.open
        if kept is not None:
            self._work(lambda: unlocked(kept, typed), self._unlocked, self._not_unlocked)

    def _unlocked(self, outcome: object) -> None:
        if self.cover is None:
            return
        if isinstance(outcome, Attempt):
            self.cover.tell(outcome.trouble)
            return
        self.cover.fields.forget()
        self.cover = None
        self._desk.take_back()
        self._window.take_cover()
        self._idle.start()
        self._autosave.save_again()

    def _not_unlocked(self, error: object) -> None:  # noqa: ARG002 - its text may be private
        if self.cover is not None:
            self.cover.try_again()
        self._desk.trouble.emit()

    def _change(self) -> None:
        kept = self._desk.open
        if kept is None:
            return

        def given(old: str, new: str) -> None:
            self._work(lambda: with_new_passphrase(kept, old, new), self._changed, self._not_changed)

        self.change_dialog = ChangePassphraseDialog(self._window, self._desk.texts, given)
        self.change_dialog.finished.connect(self._change_closed)
        self.change_dialog.open()

    def _change_closed(self) -> None:
        self.change_dialog = None

    def _changed(self, outcome: object) -> None:
        """Say how it ended, in the dialog or, where that was closed by the lock, in one of its own."""
        say = self._desk.texts.say
        words = say("record.change.done")
        if isinstance(outcome, Attempt):
            words = said_of(outcome.trouble, self._desk.texts)
            if self.change_dialog is not None:
                self.change_dialog.tell(words)
                return
        if self.change_dialog is not None:
            self.change_dialog.done(QDialog.DialogCode.Accepted)
        self._tell(say("record.change.title"), words)

    def _not_changed(self, error: object) -> None:  # noqa: ARG002 - its text may be private
        if self.change_dialog is not None:
            self.change_dialog.tell("")
        self._desk.trouble.emit()

    def _elsewhere(self, path: Path) -> None:
        say = self._desk.texts.say
        try:
            self._desk.save_elsewhere(path)
        except StoreError as error:
            self._not_saved(trouble_of(error))
            return
        self._tell(say("record.menu.title"), say("record.menu.elsewhere_done", path=str(path)))

    def _not_saved(self, trouble: RecordTrouble) -> None:
        """Say why, and offer another place; under a cover nothing is said."""
        if self._window.is_covered:
            return
        say = self._desk.texts.say
        question = Question(
            title=say("record.not_saved.title"),
            lines=(said_of(trouble, self._desk.texts),),
            yes=say("record.not_saved.elsewhere"),
            no=say("record.not_saved.later"),
        )
        Confirm(self._window, question, self.save_elsewhere).open()

    def _tell(self, title: str, words: str) -> None:
        dialog = Dialog(self._window, title)
        dialog.say(words)
        dialog.add_button(self._desk.texts.say("window.close"), "main").clicked.connect(dialog.accept)
        dialog.open()

    def _work(
        self,
        tries: Callable[[], Kept | Attempt],
        then: Callable[[object], object],
        broken: Callable[[object], object],
    ) -> None:
        """Try beside the window; `broken` is told of an error nobody expected."""

        def task(_stop: Stop) -> Iterator[object]:
            yield tries()

        job = self._desk.work.job(task)
        job.came.connect(then)
        job.failed.connect(broken)
        job.begin()


def care_for(window: Window, desk: Desk, application: QApplication) -> RecordCare:
    """Return the care for this window's record."""
    return RecordCare(window, desk, Autosave(desk), Idle(application))
