"""Another disk in the window: chosen in a dialog, looked at, shown on a page of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkup.flow.computer import DISK, LOOK
from checkup.flow.disk import CannotLook, look_at_disk, looked_at_disk, seen_disk, without_disk
from checkup.flow.disk_view import LastTry, disk_foot, disk_view, remove_lines
from checkup.flow.place import StepId
from checkup.indicators.known import Known
from checkup.model.clock import Clock
from checkup.model.result import Result
from checkup.model.stop import Stop
from checkup.scan import Event
from checkup.ui.conductor import Foot
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.dialogs.confirm import Confirm, Question
from checkup.ui.pages.computer import ComputerPage
from checkup.ui.running_look import RunningLook

LookAt = Callable[[Path, Stop, Clock], Iterator[Event]]


class OtherDisk(QObject):
    """The page of another disk and its look; a look at this computer may go on beside it.

    Signals:
        acted: what was done on the page.
        foot_changed: the foot of the page is another one.
    """

    acted = Signal(object)
    foot_changed = Signal()

    def __init__(
        self, desk: Desk, lists: Callable[[], Known], parent: QObject, look: LookAt = look_at_disk
    ) -> None:
        super().__init__(parent)
        self._desk, self._lists, self._look = desk, lists, look
        self._page: ComputerPage | None = None
        self._tried = LastTry()
        self._is_shown = False
        self.dialog: ChooseFile | None = None
        self.question: Confirm | None = None
        self.running = RunningLook(desk.work, self)
        self.running.changed.connect(self.show)
        self.running.came.connect(self._came)
        self.running.failed.connect(self._failed)
        self.running.ended.connect(self._ended)

    def page(self) -> ComputerPage:
        """Return its page, made on first use."""
        if self._page is None:
            self._page = ComputerPage()
            self._page.acted.connect(self.acted)
        return self._page

    def entered(self) -> None:
        """Show the page, which the person has before them from now on."""
        self._is_shown = True
        self.show()

    def left(self) -> None:
        """Take note that the person is elsewhere; what was wrong with a folder is not said again later."""
        self._is_shown = False
        self._tried = LastTry(chosen=self._tried.chosen)

    def show(self) -> None:
        """Show the page anew."""
        desk = self._desk
        known = self._lists() if self.running.progress is not None or desk.visit.disks else Known()
        self.page().show_view(disk_view(desk.visit, desk.texts, known, self.running.progress, self._tried))

    def foot(self) -> Foot:
        """Return the foot of the page."""
        words = disk_foot(self._desk.visit, self._desk.texts, self.running.progress, self._tried)
        return Foot(main=words.main, main_enabled=words.main_enabled, hint=words.hint)

    def ask(self, over: QWidget) -> None:
        """Ask for the folder of the disk; while one is looked at, lead to that."""
        if self.running.progress is not None:
            self._desk.enter(StepId.COMPUTER, DISK)
            return
        texts = self._desk.texts
        asked = FileQuestion(title=texts.say("computer.disk.title"), folder=True)
        self.dialog = ChooseFile(over, texts, asked, self.begin)
        self.dialog.open()

    def choose(self, name: str) -> None:
        """Show another of the disks that were looked at."""
        self._tried = LastTry(chosen=name)
        self.show()
        self.foot_changed.emit()

    def ask_to_remove(self) -> None:
        """Ask whether the disk that is shown should leave the visit."""
        result = seen_disk(self._desk.visit, self._tried.chosen)
        if result is None:
            return
        say = self._desk.texts.say
        question = Question(
            title=say("computer.disk.remove_title"),
            lines=remove_lines(result, self._desk.texts),
            yes=say("computer.disk.remove_yes"),
            no=say("computer.disk.remove_no"),
        )
        name = result.subject.name
        self.question = Confirm(self.page().window(), question, lambda: self._remove(name))
        self.question.open()

    def _remove(self, name: str) -> None:
        desk = self._desk
        self._tried = LastTry()
        desk.replace(without_disk(desk.visit, name))
        if desk.visit.disks:
            self.show()
            self.foot_changed.emit()
            self.page().title.setFocus()
        else:
            desk.enter(StepId.COMPUTER, LOOK)

    def begin(self, root: Path) -> None:
        """Start the look at the disk below a folder."""
        look, clock = self._look, self._desk.clock
        self._tried = LastTry(chosen=self._tried.chosen)
        self.running.begin(lambda stop: look(root, stop, clock))
        self._desk.enter(StepId.COMPUTER, DISK)
        self.show()
        self.foot_changed.emit()
        self.page().running.stop.setFocus()

    def _came(self, result: Result) -> None:
        self._tried = LastTry(chosen=result.subject.name)
        self._desk.replace(looked_at_disk(self._desk.visit, result))

    def _failed(self, error: object) -> None:
        fault = error if isinstance(error, CannotLook) else None
        self._tried = LastTry(chosen=self._tried.chosen, trouble=fault, broke_off=fault is None)

    def _ended(self) -> None:
        self.show()
        self.foot_changed.emit()
        if self._is_shown:
            self.page().title.setFocus()
