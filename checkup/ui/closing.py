"""Closing the window: the record is saved first, and the window stays where closing would lose something."""

from PySide6.QtCore import QObject

from checkup.ui.desk import Desk
from checkup.ui.window import Window


class Closing(QObject):
    """Asks before a close that would lose what was told; a close after a save asks nothing."""

    def __init__(self, window: Window, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._agreed = False
        window.closing.connect(self._ask)
        desk.close_asked.connect(window.close)

    def _ask(self) -> None:
        if self._agreed:
            return
        if self._desk.open is not None:
            self._ask_with_record(is_read_only=self._desk.open.read_only)
        elif self._desk.has_something_to_lose:
            self._question("lose")

    def _ask_with_record(self, *, is_read_only: bool) -> None:
        if is_read_only and self._desk.has_unsaved:
            self._question("read_only")
        else:
            self._save_first()

    def _save_first(self) -> None:
        from checkup.store.errors import KeysForgotten, StoreError

        try:
            self._desk.save()
        except KeysForgotten:
            pass  # locked: it was saved before the key was forgotten
        except StoreError:
            self._question("unsaved")
            return
        self._desk.put_away()

    def _question(self, name: str) -> None:
        from checkup.ui.dialogs.confirm import Confirm, Question

        self._window.hold()
        say = self._desk.texts.say
        question = Question(
            title=say(f"window.{name}.title"),
            lines=(say(f"window.{name}.text"),),
            yes=say(f"window.{name}.yes"),
            no=say("window.back"),
        )
        Confirm(self._window, question, self._agree).open()

    def _agree(self) -> None:
        self._agreed = True
        self._window.close()
