"""The conductor of "Before you start": the questions before anything is written, and what is kept."""

from checkup.content.texts import Language
from checkup.flow import start
from checkup.flow.keeping import Kept
from checkup.flow.offline import switched
from checkup.flow.place import Place, StepId
from checkup.flow.start_view import (
    NETWORK,
    OFFLINE,
    StartView,
    device_view,
    elsewhere_view,
    keeping_view,
    traces_view,
    welcome_view,
)
from checkup.model.situation import Company, DeviceSafety, Keeping
from checkup.ui.conductor import Conductor, Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.page import Page
from checkup.ui.pages.start import Chosen, StartPage

HELP = "help"
_PAGES = {start.DEVICE: start.DEVICE, start.KEEPING: start.KEEPING, NETWORK: start.TRACES}
WISH_NOTHING, WISH_NEW, WISH_OPEN = "nothing", "new", "open"


class StartConductor(Conductor):
    """Holds what the person wishes to keep until the record itself is there."""

    step = StepId.START

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pages: dict[str, Page] = {}
        self._wish = WISH_NOTHING
        self._records: Conductor | None = None
        desk.open_changed.connect(self.foot_changed)

    def page(self, place: Place) -> Page:
        if self._is_about_record(place):
            return self._record().page(place)
        if place.page not in self._pages:
            made = StartPage()
            made.acted.connect(self._acted)
            self._pages[place.page] = made
        return self._pages[place.page]

    def show(self, place: Place) -> None:
        if self._is_about_record(place):
            self._record().show(place)
        else:
            self.page(place).show_view(self._view(place.page))

    def foot(self, place: Place) -> Foot:
        if self._is_about_record(place):
            return self._record().foot(place)
        say = self.desk.texts.say
        if place.page == start.ELSEWHERE:
            others = (FootButton(id=HELP, label=say("window.help")),)
            return Foot(main=say("start.elsewhere.close"), others=others)
        if place.page == start.DEVICE:
            return Foot(main=say("window.next"), main_enabled=self.desk.visit.device is not None)
        return Foot(main=say("window.next"))

    def main_pressed(self, place: Place) -> bool:
        if self._is_about_record(place):
            return self._record().main_pressed(place)
        if place.page == start.ELSEWHERE:
            self.desk.close_asked.emit()
            return False
        if place.page == start.KEEPING:
            return self._keep()
        return True

    def pressed(self, place: Place, button: str) -> None:
        if self._is_about_record(place):
            self._record().pressed(place, button)
        elif button == HELP:
            self.desk.help_asked.emit()

    def left(self, place: Place) -> None:
        if self._is_about_record(place):
            self._record().left(place)

    def end(self) -> None:
        if self._records is not None:
            self._records.end()

    def _keep(self) -> bool:
        """Do as wished; True to go on with nothing kept, or with the record that is open."""
        if self._wish == WISH_NOTHING:
            self._let_go(self.desk.open)
            self.desk.replace(start.kept(self.desk.visit, Keeping.NOTHING))
            return True
        if self.desk.open is not None:
            return True
        self.desk.go(start.at(start.NEW if self._wish == WISH_NEW else start.OPEN))
        return False

    def _let_go(self, kept: Kept | None) -> None:
        if kept is not None:
            self.desk.put_away()
            self.desk.keep(None)

    def _acted(self, act: object) -> None:
        if not isinstance(act, Chosen):
            return
        self._answer(act)
        self.show(self._here(act.question))
        self.foot_changed.emit()

    def _answer(self, act: Chosen) -> None:
        visit = self.desk.visit
        match act.question:
            case start.DEVICE:
                self.desk.replace(start.on_device(visit, DeviceSafety(act.choice)))
            case start.KEEPING:
                self._wish = act.choice
            case _ if act.question == NETWORK:
                self.desk.replace(switched(visit, offline=act.choice == OFFLINE))
            case "company":
                self.desk.replace(start.with_company(visit, Company(act.choice)))
            case _:
                self.desk.speak(Language(act.choice))

    def _here(self, question: str) -> Place:
        return start.at(_PAGES.get(question, start.WELCOME))

    def _view(self, page: str) -> StartView:
        texts = self.desk.texts
        if page == start.WELCOME:  # which does not wait for the visit to be made
            return welcome_view(self.desk.begun, texts)
        visit = self.desk.visit
        match page:
            case start.DEVICE:
                return device_view(visit, texts)
            case start.ELSEWHERE:
                return elsewhere_view(texts, keeps=self.desk.open is not None)
            case start.TRACES:
                return traces_view(visit, texts)
            case _:
                return keeping_view(self._wish, texts)

    @staticmethod
    def _is_about_record(place: Place) -> bool:
        return place.page in (start.NEW, start.OPEN, start.OPENED)

    def _record(self) -> Conductor:
        """Return the conductor of the record's pages, loaded when one is first wanted."""
        if self._records is None:
            from checkup.ui.steps.record import RecordConductor

            self._records = RecordConductor(self.desk)
            self._records.setParent(self)
            self._records.foot_changed.connect(self.foot_changed)
        return self._records
