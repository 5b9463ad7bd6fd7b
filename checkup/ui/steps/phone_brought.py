"""What is brought for a look at a phone: the kind of file, where it is, and what went wrong with it."""

from collections.abc import Callable
from pathlib import Path

from msgspec import structs
from PySide6.QtWidgets import QDialog, QWidget

from checkup.flow.phone_look import SOURCES, CannotLook, Source
from checkup.flow.phone_view import Brought
from checkup.model.phone import PhoneKind
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.pages.phone_acts import PathGiven, SerialChosen


class Bringing:
    """Keeps it while the pages stand; the password is not here: it goes from its field into the look."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.brought = Brought()

    @property
    def is_broken(self) -> bool:
        """Whether the look that was begun with it came to nothing."""
        return self.brought.trouble is not None or self.brought.broke_off

    def fitting(self) -> Brought:
        """Return what was brought, unless it is for another kind than the one chosen now."""
        fits = SOURCES[self._desk.visit.phone.kind or PhoneKind.NONE]
        if self.brought.source not in fits:
            self.brought = Brought(source=fits[0] if len(fits) == 1 else None)
        return self.brought

    def choose(self, source: Source) -> None:
        """Take another kind; what was brought before is none of it."""
        self.brought = Brought(source=source)

    def took(self, act: object) -> bool:
        """Take what the look needs; return whether the act gave anything."""
        match act:
            case SerialChosen():
                self.brought = structs.replace(self.brought, serial=act.serial)
            case PathGiven():
                self._take(act.path)
            case _:
                return False
        return True

    def asking(self, over: QWidget, then: Callable[[], None], *, folder: bool) -> QDialog:
        """Open the question for the file or folder; `then` follows once one is chosen."""
        words = self._desk.texts.say("phone.source.folder" if folder else "phone.source.file")
        asked = FileQuestion(title=words.rstrip("…"), folder=folder)

        def chose(path: Path) -> None:
            self._take(path)
            then()

        dialog = ChooseFile(over, self._desk.texts, asked, chose)
        dialog.open()
        return dialog

    def begun(self) -> None:
        """Forget what went wrong before: a look begins anew."""
        self.brought = structs.replace(self.brought, trouble=None, broke_off=False)

    def failed(self, error: object) -> None:
        """Keep why the look came to nothing, and between which phones to choose."""
        fault = error if isinstance(error, CannotLook) else None
        self.brought = structs.replace(
            self.brought,
            trouble=fault,
            broke_off=fault is None,
            serials=fault.serials if fault is not None and len(fault.serials) > 1 else (),
            serial="",
        )

    def _take(self, path: Path) -> None:
        self.brought = Brought(source=self.brought.source, path=path)
