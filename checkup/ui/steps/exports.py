"""The page of data exports in "Accounts and sessions": reading beside the window, answers, copying."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkup.content.services import Services
from checkup.flow.access import DEVICES
from checkup.flow.place import StepId
from checkup.flow.sign_ins import Reading, answered_group, forgot, read_exports, took
from checkup.flow.sign_ins_forget import forget_lines
from checkup.flow.sign_ins_picture import pointed_at
from checkup.flow.sign_ins_view import ExportsView, exports_view
from checkup.model.sign_in import SignInHistory
from checkup.model.stop import Stop
from checkup.ui.addresses import Addresses
from checkup.ui.bridge import Job
from checkup.ui.conductor import Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.dialogs.confirm import Confirm, Question
from checkup.ui.pages.exports import ExportsPage
from checkup.ui.pages.exports_acts import (
    ExportAsked,
    ExportsDropped,
    GroupAnswered,
    ListAsked,
    RowsCopied,
)
from checkup.ui.widgets.time_picture import PointedAt

STOP, FORGET = "stop_reading", "forget_exports"


class ExportsPart(QObject):
    """Conducts the one page of exports.

    Signals:
        foot_changed: the foot should be asked for again.
    """

    foot_changed = Signal()

    def __init__(self, desk: Desk, services: Services, addresses: Addresses) -> None:
        super().__init__(desk)
        self._desk = desk
        self._services = services
        self._addresses = addresses
        self._paths: list[Path] = []
        self._job: Job | None = None
        self._rows = 0
        self._failed = False
        self._view: ExportsView | None = None
        self.dialog: ChooseFile | None = None
        self.question: Confirm | None = None
        self.page = ExportsPage()
        self.page.acted.connect(self._acted)

    def show(self) -> None:
        """Show the page anew."""
        reading = self._rows if self._job is not None else None
        self._view = exports_view(
            self._desk.visit, self._services, self._desk.texts, reading, failed=self._failed
        )
        self.page.show_view(self._view)

    def foot(self) -> Foot:
        """Return the foot of the page."""
        say = self._desk.texts.say
        if self._job is not None:
            return Foot(others=(FootButton(id=STOP, label=say("signins.page.stop")),))
        others = (FootButton(id=FORGET, label=say("signins.forget.button")),)
        return Foot(
            main=say("signins.page.next"), others=others if self._desk.visit.sign_ins is not None else ()
        )

    def pressed(self, button: str) -> None:
        """Do what a button of the foot stands for."""
        if button == FORGET:
            self._ask_to_forget()
        else:
            self.stop()

    def stop(self) -> None:
        """Ask a reading under way to end; what was read until then is shown."""
        if self._job is not None:
            self._job.stop()

    def read(self, paths: tuple[Path, ...]) -> None:
        """Read these together with those chosen before."""
        if self._job is not None:
            return
        self._paths += [path for path in paths if path not in self._paths]
        chosen = tuple(self._paths)
        self._rows, self._failed = 0, False

        def task(stop: Stop) -> Iterator[object]:
            yield from read_exports(chosen, stop)

        self._job = self._desk.work.job(task)
        self._job.came.connect(self._came)
        self._job.failed.connect(self._could_not)
        self._job.ended.connect(self._ended)
        self._job.begin()
        self.show()
        self.foot_changed.emit()

    def _came(self, event: object) -> None:
        match event:
            case Reading():
                self._rows = event.rows
                self.show()
            case SignInHistory():
                self._desk.replace(took(self._desk.visit, event))

    def _could_not(self, error: object) -> None:
        del error  # its text may be private
        self._failed = True

    def _ended(self) -> None:
        self._job = None
        self.show()
        self.foot_changed.emit()

    def _acted(self, said: object) -> None:
        match said:
            case ExportsDropped():
                self.read(said.paths)
            case ExportAsked():
                self._choose()
            case ListAsked():
                self._desk.enter(StepId.ACCESS, DEVICES)
            case GroupAnswered():
                self._desk.replace(answered_group(self._desk.visit, said.group, said.answer))
                self.show()
            case RowsCopied():
                self._addresses.copy(said.words)
            case PointedAt() if self._view is not None:
                words = pointed_at(self._view.lines[said.line], said.hours, said.rows, self._desk.texts)
                self.page.say_pointed(words)

    def _choose(self) -> None:
        asked = FileQuestion(title=self._desk.texts.say("signins.page.choose"), or_folder=True)
        self.dialog = ChooseFile(self._over(), self._desk.texts, asked, lambda path: self.read((path,)))
        self.dialog.open()

    def _ask_to_forget(self) -> None:
        say = self._desk.texts.say
        question = Question(
            title=say("signins.forget.title"),
            lines=forget_lines(self._desk.visit, self._services, self._desk.texts),
            yes=say("signins.forget.yes"),
            no=say("signins.forget.no"),
        )
        self.question = Confirm(self._over(), question, self._forget)
        self.question.open()

    def _forget(self) -> None:
        self._paths.clear()
        self._failed = False
        self._desk.forget(forgot)
        self.show()
        self.foot_changed.emit()

    def _over(self) -> QWidget:
        return self.page.window()
