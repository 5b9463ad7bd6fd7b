"""The conductor of "Your phone": the choices before a look, the look itself, and its answers.

What is brought for a look stands in `phone_brought`, what the pages show in `phone_shown`.
"""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QWidget

from checkup.flow.computer import answered
from checkup.flow.guided_looks import LOOKS, looked_at
from checkup.flow.phone import GUIDE, LOOK, OTHER, SOURCE, WHICH, chosen, looked, seen_phone
from checkup.flow.phone_foot import AGAIN, LATER, OWN, foot_of
from checkup.flow.phone_look import AskPassword, Wanted, look_at
from checkup.flow.place import Place, StepId
from checkup.flow.progress import Asks
from checkup.model.clock import Clock
from checkup.model.guided_look import GuidedLook
from checkup.model.result import Result
from checkup.model.stop import Stop
from checkup.scan import Event
from checkup.ui.addresses import Addresses
from checkup.ui.conductor import Conductor, Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.page import Page
from checkup.ui.pages.computer import ComputerPage
from checkup.ui.pages.computer_acts import Answered, CopyAsked, SamePhoneChosen, StopAsked
from checkup.ui.pages.guided_looks import GuidedLooksPage, LookAnswered
from checkup.ui.pages.phone_acts import (
    EnterPressed,
    KindChosen,
    ListsAsked,
    PathAsked,
    SourceChosen,
    WhoseChosen,
)
from checkup.ui.pages.phone_guide import PhoneGuidePage
from checkup.ui.pages.phone_source import PhoneSourcePage
from checkup.ui.pages.phone_which import PhoneWhichPage
from checkup.ui.running_look import RunningLook
from checkup.ui.steps.phone_brought import Bringing
from checkup.ui.steps.phone_same import WhichPhone
from checkup.ui.steps.phone_shown import PhoneShown

LookAt = Callable[[Wanted, AskPassword, Stop, Clock], Iterator[Event | Asks]]

_PAGES: dict[str, type[Page]] = {
    WHICH: PhoneWhichPage,
    OTHER: PhoneGuidePage,
    GUIDE: PhoneGuidePage,
    SOURCE: PhoneSourcePage,
    LOOK: ComputerPage,
    LOOKS: GuidedLooksPage,
}


class PhoneConductor(Conductor):
    """Begins a look only with a yes; the password goes from its field into the look and nowhere else."""

    step = StepId.PHONE

    def __init__(self, desk: Desk, looks: tuple[GuidedLook, ...], look: LookAt = look_at) -> None:
        super().__init__(desk)
        self._look = look
        self._made: dict[str, Page] = {}
        self._at = ""
        self._which = WhichPhone(desk)
        self._shown = PhoneShown(desk, looks)
        self.bringing = Bringing(desk)
        self.dialog: QDialog | None = None
        self.running = RunningLook(desk.work, self)
        self.running.changed.connect(self._show_look)
        self.running.came.connect(self._came)
        self.running.failed.connect(self.bringing.failed)
        self.running.ended.connect(self._ended)
        self._copies = Addresses(desk)
        self._copies.setParent(self)

    def page(self, place: Place) -> Page:
        if place.page not in self._made:
            made = self._made[place.page] = _PAGES[place.page]()
            made.acted.connect(self._acted)
        return self._made[place.page]

    def show(self, place: Place) -> None:
        self._at = place.page
        self.page(place).show_view(self._view(place.page))

    def foot(self, place: Place) -> Foot:
        brought = self.bringing.brought
        words = foot_of(place.page, self.desk.visit, self.desk.texts, brought, looking=self._is_looking)
        others = tuple(FootButton(id=one.id, label=one.label) for one in words.others)
        return Foot(main=words.main, main_enabled=words.main_enabled, hint=words.hint, others=others)

    def main_pressed(self, place: Place) -> bool:
        if place.page != SOURCE:
            return not (place.page == LOOK and self._is_looking)
        if self._is_looking:
            self._enter(LOOK)
        else:
            self.begin()
        return False

    def pressed(self, place: Place, button: str) -> None:  # noqa: ARG002 - the buttons differ by name
        match button:
            case _ if button == OWN:
                self._enter(LOOKS)
            case _ if button == AGAIN:
                self._enter(SOURCE)
            case _ if button == LATER:
                self.desk.go_on()

    def left(self, place: Place) -> None:
        self._at = ""
        page = self._made.get(place.page)
        if isinstance(page, PhoneSourcePage):
            page.forget()

    def end(self) -> None:
        self.running.end()

    def begin(self) -> None:
        """Start the look at what was chosen; the password is taken out of its field and forgotten there."""
        wanted, page = self.bringing.brought.wanted, self._made.get(SOURCE)
        if wanted is None or self._is_looking or not isinstance(page, PhoneSourcePage):
            return
        password = page.brought.password.text or None
        look, clock = self._look, self.desk.clock
        self.bringing.begun()
        self.running.begin(lambda stop: look(wanted, lambda: password, stop, clock))
        self._enter(LOOK)

    @property
    def _is_looking(self) -> bool:
        return self.running.progress is not None

    def _came(self, result: Result) -> None:
        self.desk.replace(looked(self.desk.visit, result))
        self._which.came()

    def _ended(self) -> None:
        if self.bringing.is_broken:
            if self._at == LOOK:
                self._enter(SOURCE)
        elif self._at == LOOK:
            self._show_look()
            self._made[LOOK].title.setFocus()
        self.foot_changed.emit()

    def _acted(self, act: object) -> None:
        visit = self.desk.visit
        match act:
            case KindChosen():
                self.desk.replace(chosen(visit, kind=act.kind))
            case WhoseChosen():
                self.desk.replace(chosen(visit, whose=act.whose))
            case Answered():
                self.desk.replace(answered(visit, act.about, act.answer))
            case LookAnswered():
                self.desk.replace(looked_at(visit, act.look, act.answer))
            case SamePhoneChosen():
                self._which.choose(act.key)
            case SourceChosen():
                self.bringing.choose(act.source)
                self._reveal()
            case _ if not self.bringing.took(act):
                self._asked(act)
                return
        self._again()

    def _asked(self, act: object) -> None:
        match act:
            case StopAsked():
                self.running.stop()
            case CopyAsked():
                self._copies.copy(act.text)
            case EnterPressed():
                self.begin()
            case PathAsked():
                self.dialog = self.bringing.asking(self._over(), self._again, folder=act.folder)
            case ListsAsked():
                from checkup.ui.lists import open_lists

                self.dialog = open_lists(self._over(), self.desk)

    def _reveal(self) -> None:
        if isinstance(page := self._made.get(SOURCE), PhoneSourcePage):
            page.reveal()

    def _view(self, page: str) -> object:
        if page == LOOK:
            return self._shown.look(self.running.progress, self._which.view())
        return self._shown.choices(page, self.bringing)

    def _again(self) -> None:
        if self._at:
            self._made[self._at].show_view(self._view(self._at))
        self.foot_changed.emit()

    def _show_look(self) -> None:
        if LOOK in self._made and (self._is_looking or seen_phone(self.desk.visit) is not None):
            self._made[LOOK].show_view(self._view(LOOK))

    def _enter(self, page: str) -> None:
        self.desk.enter(StepId.PHONE, page)

    def _over(self) -> QWidget:
        return self._made[self._at or WHICH].window()
