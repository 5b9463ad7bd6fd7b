"""The conductor of "Who can get in": devices, short questions, the map, changes by hand, printing."""

from checkup.access.answer import Access, who_gets_in
from checkup.access.built import map_of
from checkup.content.services import Services
from checkup.flow.access import (
    ASK,
    DEVICES,
    MAP,
    device_added,
    device_removed,
    named,
    person_added,
    person_removed,
    pin_known,
    set_up,
    shared,
    with_edits,
)
from checkup.flow.access_ask import last_taken_back, next_asking, number_of, replied
from checkup.flow.access_ask_view import ask_view
from checkup.flow.access_edit import (
    Edit,
    EditChoices,
    UndoLast,
    became_of,
    edit_choices,
    sensible,
)
from checkup.flow.access_names import words_of_map
from checkup.flow.access_picture import Door, Picture, WishedWay, picture_of
from checkup.flow.access_view import MapView, map_view
from checkup.flow.access_words import AccessWords
from checkup.flow.devices_view import devices_view, told_change
from checkup.flow.place import Place, StepId
from checkup.model.access_change import Change
from checkup.model.access_map import AccessMap
from checkup.model.access_told import MapEdits
from checkup.model.inventory import DeviceKind
from checkup.model.visit import Visit
from checkup.ui.announcing import announce
from checkup.ui.conductor import Conductor, Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.dialogs.access_edit import AccessEditDialog
from checkup.ui.page import Page
from checkup.ui.pages import access_acts as acts
from checkup.ui.pages.access_ask import AccessAskPage
from checkup.ui.pages.access_map import AccessMapPage
from checkup.ui.pages.devices import DevicesPage
from checkup.ui.steps.access_take import MapAlong

EDIT, TAKE = "edit", "take"


class AccessConductor(Conductor):
    """The map follows from the visit; what is lit in it is kept here and nowhere else."""

    step = StepId.ACCESS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__(desk)
        self._services = services
        self._pages: dict[str, Page] = {}
        self._lit: Door | None = None
        self._pointed: Change | None = None
        self._known: tuple[Visit, AccessMap, Access] | None = None
        self._edits_before: list[MapEdits] = []

    def page(self, place: Place) -> Page:
        if place.page not in self._pages:
            made = {DEVICES: DevicesPage, ASK: AccessAskPage, MAP: AccessMapPage}[place.page]()
            made.acted.connect(self._acted)
            self._pages[place.page] = made
        return self._pages[place.page]

    def show(self, place: Place) -> None:
        texts, visit = self.desk.texts, self.desk.visit
        match place.page:
            case "devices":
                view: object = devices_view(visit, texts)
            case "ask":
                access_map, access = self._answer()
                asking, number = next_asking(visit, access_map, access), number_of(visit, access_map)
                can_go_back = bool(visit.access_told)
                view = ask_view(asking, number, self._words(access_map), texts, can_go_back=can_go_back)
            case _:
                view = self._map_view()
        self.page(place).show_view(view)

    def foot(self, place: Place) -> Foot:
        say = self.desk.texts.say
        if place.page == ASK:
            return Foot(main=say("access.page.go_to_map"))
        if place.page == MAP:
            others = (
                FootButton(id=EDIT, label=say("access.page.edit")),
                FootButton(id=TAKE, label=say("access.page.take")),
            )
            return Foot(main=say("window.next"), others=others)
        return Foot(main=say("window.next"))

    def pressed(self, place: Place, button: str) -> None:
        if button == EDIT:
            self._open_edit(place)
        elif button == TAKE:
            MapAlong(self.desk, self._along).ask(self.page(place).window())

    def _acted(self, said: object) -> None:
        match said:
            case acts.DoorPointed():
                self._lit, self._pointed = said.door, None
                self._show(MAP)
            case acts.ChangePointed():
                self._pointed = said.change
                self._show(MAP)
            case acts.Replied() | acts.ManyReplied() | acts.AskedAgain():
                self.desk.replace(self._asked(said))
                self._show(ASK)
            case WishedWay():
                self._open_edit(Place(step=self.step, page=MAP), said)
            case _:
                self._told(said)

    def _told(self, said: object) -> None:
        """Keep what was told of devices and people, and say aloud what came or went."""
        before = self.desk.visit
        self.desk.replace(_with_devices(before, said))
        self._show(DEVICES)
        if words := told_change(before, self.desk.visit, self.desk.texts):
            announce(self._pages[DEVICES], words)

    def _asked(self, said: acts.Replied | acts.ManyReplied | acts.AskedAgain) -> Visit:
        visit, (access_map, access) = self.desk.visit, self._answer()
        if isinstance(said, acts.AskedAgain):
            return last_taken_back(visit, access_map)
        asking = next_asking(visit, access_map, access)
        if asking is None:
            return visit
        if isinstance(said, acts.ManyReplied):
            return replied(visit, asking, said.so)
        return replied(visit, asking, {"yes": asking.things, "no": (), "unsure": None}[said.choice])

    def _answer(self) -> tuple[AccessMap, Access]:
        """Return the map and what it says; worked out once for each visit."""
        visit = self.desk.visit
        if self._known is None or self._known[0] != visit:
            access_map = map_of(visit, self._services.ordered(self.desk.texts.language))
            self._known = (visit, access_map, who_gets_in(access_map))
        return self._known[1], self._known[2]

    def _words(self, access_map: AccessMap, *, with_names: bool = True) -> AccessWords:
        return words_of_map(
            self.desk.visit, access_map, self._services, self.desk.texts, with_names=with_names
        )

    def _map_view(self) -> MapView:
        access_map, access = self._answer()
        said = self._words(access_map)
        view = map_view(access_map, access, said, self.desk.texts, self._lit, self._pointed)
        if self._lit is not None and self._lit not in view.picture.doors:
            self._lit = None
            return map_view(access_map, access, said, self.desk.texts, None, self._pointed)
        return view

    def _open_edit(self, place: Place, wish: WishedWay | None = None) -> None:
        self._edits_before = []
        window = self.page(place).window()
        dialog = AccessEditDialog(window, self.desk.texts, self._choices(), self._edited)
        if wish is not None:
            dialog.choose_way(wish.needs, wish.to)
        dialog.open()

    def _choices(self, told: str = "") -> EditChoices:
        access_map, _ = self._answer()
        can_undo = bool(self._edits_before)
        return edit_choices(access_map, self._words(access_map), self.desk.texts, told, can_undo=can_undo)

    def _edited(self, edit: Edit) -> EditChoices:
        before, (access_map, _) = self.desk.visit, self._answer()
        if isinstance(edit, UndoLast):
            after = with_edits(before, self._edits_before.pop()) if self._edits_before else before
        else:
            after = sensible(before, access_map, edit)
        told = became_of(before, after, access_map, edit, self.desk.texts)
        if after != before and not isinstance(edit, UndoLast):
            self._edits_before.append(before.map_edits)
        self.desk.replace(after)
        self._show(MAP)
        return self._choices(told)

    def _along(self, with_names: bool) -> tuple[MapView, Picture]:  # noqa: FBT001 - the one thing chosen
        """Return the page and the picture as they go along: nothing lit, names only where chosen."""
        access_map, access = self._answer()
        said = self._words(access_map, with_names=with_names)
        view = map_view(access_map, access, said, self.desk.texts)
        return view, picture_of(access_map, access, said, None, None)

    def _show(self, page: str) -> None:
        self.show(Place(step=self.step, page=page))


def _with_devices(visit: Visit, said: object) -> Visit:
    """Return the visit after something was told on the page of devices."""
    match said:
        case acts.PersonAdded():
            return person_added(visit, said.nickname)
        case acts.PersonRemoved():
            return person_removed(visit, said.person)
        case acts.DeviceAdded():
            return device_added(visit, DeviceKind(said.kind))
        case acts.DeviceRemoved():
            return device_removed(visit, said.device)
        case _:
            return _with_device(visit, said)


def _with_device(visit: Visit, said: object) -> Visit:
    match said:
        case acts.DeviceNamed():
            return named(visit, said.device, said.nickname)
        case acts.SharedTold():
            return shared(visit, said.device, said.people)
        case acts.PinTold():
            return pin_known(visit, said.device, said.people)
        case acts.SetUpTold():
            return set_up(visit, said.device, said.person)
        case _:
            return visit
