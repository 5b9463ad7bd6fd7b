"""The conductor of "This computer": starts and stops the look, takes its events, keeps the answers."""

from msgspec import structs
from PySide6.QtGui import QGuiApplication

from checkup.flow.computer import DISK, answered, look_here, looked
from checkup.flow.computer_view import computer_view, foot_words
from checkup.flow.guided_looks import LOOKS, fitting, looked_at, looks_view
from checkup.flow.look_view import LookContext, Tried
from checkup.flow.place import Place, StepId
from checkup.flow.rights import look_with_rights, refusal_in
from checkup.flow.since_view import Before, earlier_look
from checkup.indicators.known import Known
from checkup.model.guided_look import GuidedLook
from checkup.model.result import Result
from checkup.ui.conductor import Conductor, Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.other_disk import OtherDisk
from checkup.ui.page import Page
from checkup.ui.pages.computer import ComputerPage
from checkup.ui.pages.computer_acts import (
    Answered,
    CopyAsked,
    DiskAsked,
    DiskChosen,
    DiskRemoved,
    RightsAsked,
    StopAsked,
)
from checkup.ui.pages.guided_looks import GuidedLooksPage, LookAnswered
from checkup.ui.running_look import Look, RunningLook

SKIP, AGAIN = "skip", "again"


class ComputerConductor(Conductor):
    """Runs the look through the bridge; what streams in is shown, and kept when it has ended."""

    step = StepId.COMPUTER

    def __init__(
        self,
        desk: Desk,
        look: Look | None = None,
        known: Known | None = None,
        looks: tuple[GuidedLook, ...] = (),
        further: Look | None = None,
    ) -> None:
        super().__init__(desk)
        self._looks = looks
        self._own: GuidedLooksPage | None = None
        self._look: Look = look if look is not None else lambda stop: look_here(stop, desk.clock)
        self._further: Look = (
            further if further is not None else lambda stop: look_with_rights(stop, desk.clock)
        )
        self._known = known
        self._page: ComputerPage | None = None
        self._tried = Tried()
        self.running = RunningLook(desk.work, self)
        self.running.changed.connect(self._show)
        self.running.came.connect(self._came)
        self.running.failed.connect(self._broke_off)
        self.running.ended.connect(self._ended)
        self.disk = OtherDisk(desk, self._read_lists, self)
        self.disk.acted.connect(self._disk_acted)
        self.disk.foot_changed.connect(self.foot_changed)
        desk.leaving.connect(self._clear_clipboard)
        self._copied = ""

    def page(self, place: Place) -> Page:
        if place.page == DISK:
            return self.disk.page()
        return self._own_looks() if place.page == LOOKS else self._shown()

    def show(self, place: Place) -> None:
        if place.page == LOOKS:
            self._show_looks()
        elif place.page == DISK:
            self.disk.entered()
        else:
            self._show()

    def foot(self, place: Place) -> Foot:
        if place.page == LOOKS:
            return Foot(main=self.desk.texts.say("window.next"))
        if place.page == DISK:
            return self.disk.foot()
        words = foot_words(self.desk.visit, self.desk.texts, self.running.progress)
        others = (FootButton(id=words.other, label=words.other_label),) if words.other else ()
        return Foot(main=words.main, main_enabled=words.main_enabled, hint=words.hint, others=others)

    def main_pressed(self, place: Place) -> bool:
        if place.page in (DISK, LOOKS):
            return True
        if self.desk.visit.computer is not None or self.running.progress is not None:
            return self.running.progress is None
        self.begin()
        return False

    def pressed(self, place: Place, button: str) -> None:  # noqa: ARG002 - the step has one page
        if button == AGAIN:
            self.begin()
        elif button == SKIP:
            self.desk.go_on()

    def left(self, place: Place) -> None:
        if place.page == DISK:
            self.disk.left()

    def end(self) -> None:
        self.running.end()
        self.disk.running.end()

    def begin(self, *, further: bool = False) -> None:
        """Start a look, unless one goes on; `further` with an administrator's rights, which are asked for."""
        if self.running.progress is not None:
            return
        self._tried = Tried(further=further)
        self.running.begin(self._further if further else self._look)
        self._show()
        self.foot_changed.emit()
        self._shown().running.stop.setFocus()

    def _came(self, result: Result) -> None:
        self._tried = structs.replace(self._tried, whole=self._tried.further)
        self.desk.replace(looked(self.desk.visit, result))

    def _broke_off(self, error: object) -> None:  # its text may be private
        refusal = refusal_in(error)
        self._tried = structs.replace(self._tried, refusal=refusal, failed=not refusal)

    def _ended(self) -> None:
        self._show()
        self.foot_changed.emit()
        self._shown().title.setFocus()

    def _acted(self, act: object) -> None:
        match act:
            case Answered():
                self.desk.replace(answered(self.desk.visit, act.about, act.answer))
                self._show()
            case StopAsked():
                self.running.stop()
            case DiskAsked():
                self.disk.ask(self._shown().window())
            case RightsAsked():
                self.begin(further=True)
            case LookAnswered():
                self.desk.replace(looked_at(self.desk.visit, act.look, act.answer))
                self._show_looks()
            case CopyAsked():
                self._copied = act.text
                QGuiApplication.clipboard().setText(act.text)
            case _:
                pass

    def _disk_acted(self, act: object) -> None:
        match act:
            case StopAsked():
                self.disk.running.stop()
            case DiskAsked():
                self.disk.ask(self.disk.page().window())
            case DiskChosen():
                self.disk.choose(act.name)
            case DiskRemoved():
                self.disk.ask_to_remove()
            case Answered():
                self.desk.replace(answered(self.desk.visit, act.about, act.answer))
                self.disk.show()
            case _:
                self._acted(act)

    def _shown(self) -> ComputerPage:
        if self._page is None:
            self._page = ComputerPage()
            self._page.acted.connect(self._acted)
        return self._page

    def _show(self) -> None:
        context = LookContext(tried=self._tried, before=self._before(), looks=self._looks)
        view = computer_view(self.desk.visit, self.desk.texts, self._lists(), self.running.progress, context)
        self._shown().show_view(view)

    def _own_looks(self) -> GuidedLooksPage:
        if self._own is None:
            self._own = GuidedLooksPage()
            self._own.acted.connect(self._acted)
        return self._own

    def _show_looks(self) -> None:
        result = self.desk.visit.computer
        if result is not None:
            view = looks_view(self.desk.visit, fitting(self._looks, result), self.desk.texts)
            self._own_looks().show_view(view)

    def _before(self) -> Before | None:
        kept = self.desk.open
        if kept is None or kept.is_locked:
            return None
        return earlier_look(kept.record, self.desk.visit)

    def _lists(self) -> Known:
        """Return the lists once there can be a card that needs a name out of them."""
        has_cards = self.running.progress is not None or self.desk.visit.computer is not None
        return self._read_lists() if has_cards else Known()

    def _read_lists(self) -> Known:
        if self._known is None:
            from checkup.collect.lists import known_programs
            from checkup.indicators.kept import Kept, lists_folder

            self._known = known_programs(Kept(lists_folder()))
        return self._known

    def _clear_clipboard(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
