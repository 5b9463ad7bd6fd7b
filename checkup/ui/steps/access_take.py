"""Takes the map along: asks in which form, says what it will contain, then prints or saves it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from checkup.flow.access_picture import Picture
from checkup.flow.access_sheet import access_sheet
from checkup.flow.access_take import SUFFIXES, MapForm, MapTake, contents
from checkup.flow.access_view import MapView
from checkup.flow.finding_words import FindingWords
from checkup.model.clock import written as moment_of
from checkup.report.saving import save_sheet
from checkup.report.sheet import Sheet
from checkup.store.errors import CannotWrite
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.dialogs.dialog import Dialog
from checkup.ui.dialogs.map_along import MapAlongDialog
from checkup.ui.printing import print_sheet


class MapAlong:
    """`view` gives the page and the picture with nothing lit, with or without names."""

    def __init__(self, desk: Desk, view: Callable[[bool], tuple[MapView, Picture]]) -> None:
        self._desk, self._view = desk, view

    def ask(self, over: QWidget) -> None:
        """Ask what to take along."""
        MapAlongDialog(
            over,
            self._desk.texts,
            lambda take: contents(self._view(take.with_names)[0], take, self._desk.texts),
            lambda take: self.take(over, take),
        ).open()

    def take(self, over: QWidget, take: MapTake) -> None:
        """Print it, or ask where the file should be."""
        say = self._desk.texts.say
        view, picture = self._view(take.with_names)
        when = FindingWords(self._desk.texts).moment(moment_of(self._desk.clock()))
        sheet = access_sheet(view, self._desk.texts, when)
        if take.form is MapForm.PRINT:
            was = print_sheet(sheet)
            said = say("plan.take_along.printed" if was else "plan.take_along.not_printed")
            self._tell(over, say("plan.take_along.print"), said)
            return
        asked = FileQuestion(
            title=say("plan.take_along.choose"),
            name=say("access.take.file_name"),
            suffix=SUFFIXES[take.form],
        )

        def save(path: Path) -> None:
            self._save(over, path, _bytes(take.form, picture, sheet))

        ChooseFile(over, self._desk.texts, asked, save).open()

    def _save(self, over: QWidget, path: Path, data: bytes) -> None:
        say = self._desk.texts.say
        try:
            save_sheet(path, data)
        except CannotWrite as error:
            told = say(f"plan.not_saved.{error.cause.value}")
            self._tell(over, say("plan.take_along.not_saved_title"), told)
            return
        self._tell(over, say("plan.take_along.saved_title"), say("plan.take_along.saved", path=str(path)))

    def _tell(self, over: QWidget, title: str, words: str) -> None:
        dialog = Dialog(over, title)
        dialog.say(words)
        dialog.add_button(self._desk.texts.say("plan.take_along.ok"), "main").clicked.connect(dialog.accept)
        dialog.open()


def _bytes(form: MapForm, picture: Picture, sheet: Sheet) -> bytes:
    """Return the file's bytes; what makes them is loaded when it is asked for."""
    if form is MapForm.TEXT:
        from checkup.report.text import as_text

        return as_text(sheet).encode()
    from checkup.ui.map_file import as_map_pdf, as_png

    return as_png(picture, sheet.title) if form is MapForm.PICTURE else as_map_pdf(picture, sheet)
