"""The plan's pictures kept as evidence, taken along as files: into which folder, and how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from checkup.content.services import Services
from checkup.flow.evidence_take import taken_files
from checkup.flow.finding_words import FindingWords
from checkup.model.clock import written
from checkup.report.pictures import save_pictures
from checkup.store.errors import CannotWrite
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion


class PlanPictures:
    """Asks for a folder and writes there; `tell` shows a title and words."""

    def __init__(self, desk: Desk, services: Services, tell: Callable[[str, str], object]) -> None:
        self._desk = desk
        self._services = services
        self._tell = tell

    def ask(self, over: QWidget) -> None:
        """Ask for the folder."""
        asked = FileQuestion(title=self._desk.texts.say("evidence.take.choose"), folder=True)
        ChooseFile(over, self._desk.texts, asked, self.save).open()

    def save(self, parent: Path) -> None:
        """Write all pictures and their list into a new folder there."""
        texts = self._desk.texts
        when = FindingWords(texts).moment(written(self._desk.clock()))
        files = taken_files(self._desk.visit, self._services, texts, when)
        try:
            folder = save_pictures(parent, texts.say("evidence.take.folder_name"), files)
        except CannotWrite as error:
            told = texts.say(f"plan.not_saved.{error.cause.value}")
            self._tell(texts.say("evidence.take.not_saved_title"), told)
            return
        told = texts.say("evidence.take.saved", path=str(folder))
        self._tell(texts.say("plan.take_along.saved_title"), told)
