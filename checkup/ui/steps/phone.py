"""The conductor of "Your phone": the choices before a look, the look itself, and its answers."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import structs
from PySide6.QtWidgets import QDialog, QWidget

from checkup.flow.computer import answered
from checkup.flow.guided_looks import LOOKS, looked_at, looks_view
from checkup.flow.look_view import LookContext
from checkup.flow.phone import GUIDE, LOOK, OTHER, SOURCE, WHICH, chosen, looked, own_looks, seen_phone
from checkup.flow.phone_done_view import phone_view, with_same
from checkup.flow.phone_foot import AGAIN, LATER, OWN, foot_of
from checkup.flow.phone_look import SOURCES, AskPassword, CannotLook, Source, Wanted, look_at
from checkup.flow.phone_view import Brought, guide_view, other_view, source_view, which_view
from checkup.flow.place import Place, StepId
from checkup.flow.progress import Asks
from checkup.flow.since_view import Before, earlier_look_at
from checkup.indicators.known import Known
from checkup.model.clock import Clock
from checkup.model.guided_look import GuidedLook
from checkup.model.phone import PhoneKind
from checkup.model.result import Result
from checkup.model.stop import Stop
from checkup.scan import Event
from checkup.ui.addresses import Addresses
from checkup.ui.conductor import Conductor, Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile, FileQuestion
from checkup.ui.page import Page
from checkup.ui.pages.computer import ComputerPage
from checkup.ui.pages.computer_acts import Answered, CopyAsked, SamePhoneChosen, StopAsked
from checkup.ui.pages.guided_looks import GuidedLooksPage, LookAnswered
from checkup.ui.pages.phone_acts import (
    EnterPressed,
    KindChosen,
    ListsAsked,
    PathAsked,
    PathGiven,
    SerialChosen,
    SourceChosen,
    WhoseChosen,
)
from checkup.ui.pages.phone_guide import PhoneGuidePage
from checkup.ui.pages.phone_source import PhoneSourcePage
from checkup.ui.pages.phone_which import PhoneWhichPage
from checkup.ui.running_look import RunningLook
from checkup.ui.steps.phone_same import WhichPhone

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
        self._looks, self._look = looks, look
        self._known: Known | None = None
        self._made: dict[str, Page] = {}
        self._at = ""
        self._which = WhichPhone(desk)
        self.brought = Brought()
        self.dialog: QDialog | None = None
        self.running = RunningLook(desk.work, self)
        self.running.changed.connect(self._show_look)
        self.running.came.connect(self._came)
        self.running.failed.connect(self._failed)
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
        words = foot_of(place.page, self.desk.visit, self.desk.texts, self.brought, looking=self._is_looking)
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
        wanted, page = self.brought.wanted, self._made.get(SOURCE)
        if wanted is None or self._is_looking or not isinstance(page, PhoneSourcePage):
            return
        password = page.brought.password.text or None
        look, clock = self._look, self.desk.clock
        self.brought = structs.replace(self.brought, trouble=None, broke_off=False)
        self.running.begin(lambda stop: look(wanted, lambda: password, stop, clock))
        self._enter(LOOK)

    @property
    def _is_looking(self) -> bool:
        return self.running.progress is not None

    def _view(self, page: str) -> object:
        visit, texts = self.desk.visit, self.desk.texts
        match page:
            case "which":
                return which_view(visit, texts)
            case "other":
                return other_view(texts)
            case "guide":
                return guide_view(visit, texts)
            case "source":
                return source_view(visit, texts, self._fitting_brought())
            case "looks":
                return looks_view(visit, own_looks(visit, self._looks), texts)
            case _:
                context = LookContext(before=self._before(), looks=self._looks)
                view = phone_view(visit, texts, self._lists(), self.running.progress, context)
                return with_same(view, self._which.view())

    def _fitting_brought(self) -> Brought:
        """Return what was brought, unless it is for another kind than the one chosen now."""
        fits = SOURCES[self.desk.visit.phone.kind or PhoneKind.NONE]
        if self.brought.source not in fits:
            self.brought = Brought(source=fits[0] if len(fits) == 1 else None)
        return self.brought

    def _came(self, result: Result) -> None:
        self.desk.replace(looked(self.desk.visit, result))
        self._which.came()

    def _failed(self, error: object) -> None:
        fault = error if isinstance(error, CannotLook) else None
        self.brought = structs.replace(
            self.brought,
            trouble=fault,
            broke_off=fault is None,
            serials=fault.serials if fault is not None and len(fault.serials) > 1 else (),
            serial="",
        )

    def _ended(self) -> None:
        if self.brought.trouble is not None or self.brought.broke_off:
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
            case _ if not self._given(act):
                self._asked(act)
                return
        self._again()

    def _given(self, act: object) -> bool:
        """Take what the look needs; return whether the act gave anything."""
        match act:
            case SourceChosen():
                self._choose_source(act.source)
            case SerialChosen():
                self.brought = structs.replace(self.brought, serial=act.serial)
            case PathGiven():
                self._take(act.path)
            case _:
                return False
        return True

    def _asked(self, act: object) -> None:
        match act:
            case StopAsked():
                self.running.stop()
            case CopyAsked():
                self._copies.copy(act.text)
            case EnterPressed():
                self.begin()
            case PathAsked():
                self._choose(folder=act.folder)
            case ListsAsked():
                from checkup.ui.lists import open_lists

                self.dialog = open_lists(self._over(), self.desk, self._percent())

    def _choose_source(self, source: Source) -> None:
        self.brought = Brought(source=source)
        if isinstance(page := self._made.get(SOURCE), PhoneSourcePage):
            page.reveal()

    def _choose(self, *, folder: bool) -> None:
        words = self.desk.texts.say("phone.source.folder" if folder else "phone.source.file")
        asked = FileQuestion(title=words.rstrip("…"), folder=folder)
        self.dialog = ChooseFile(self._over(), self.desk.texts, asked, self._chose, self._percent())
        self.dialog.open()

    def _chose(self, path: Path) -> None:
        self._take(path)
        self._again()

    def _take(self, path: Path) -> None:
        self.brought = Brought(source=self.brought.source, path=path)

    def _again(self) -> None:
        if self._at:
            self._made[self._at].show_view(self._view(self._at))
        self.foot_changed.emit()

    def _show_look(self) -> None:
        if LOOK in self._made and (self._is_looking or seen_phone(self.desk.visit) is not None):
            self._made[LOOK].show_view(self._view(LOOK))

    def _enter(self, page: str) -> None:
        self.desk.enter(StepId.PHONE, page)

    def _before(self) -> Before | None:
        """Return the look that the record holds of the same phone."""
        kept = self.desk.open
        if kept is None or kept.is_locked:
            return None
        return earlier_look_at(kept.record, self.desk.visit, seen_phone(self.desk.visit))

    def _over(self) -> QWidget:
        return self._made[self._at or WHICH].window()

    def _percent(self) -> int:
        return getattr(getattr(self._over(), "theme", None), "percent", 100)

    def _lists(self) -> Known:
        """Return the lists, read when the first card needs a name out of them."""
        if self._known is None:
            from checkup.collect.lists import known_programs
            from checkup.indicators.kept import Kept, lists_folder

            self._known = known_programs(Kept(lists_folder()))
        return self._known
