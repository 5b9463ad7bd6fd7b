"""The conductor of "Accounts and sessions"."""

from checkup.content.services import Services
from checkup.flow.account_choice import choose_view, how_many
from checkup.flow.account_view import account_view
from checkup.flow.accounts import (
    ACCOUNT,
    CHOOSE,
    EXPORTS,
    HERE,
    answered,
    put_off,
    ticked,
    toggled,
)
from checkup.flow.by_hand import with_line, with_note, without_line
from checkup.flow.place import Place, StepId
from checkup.flow.signed_in_look import SignedInLook
from checkup.model.service import Outlives
from checkup.model.visit import Visit
from checkup.ui.addresses import Addresses
from checkup.ui.conductor import Conductor, Foot
from checkup.ui.desk import Desk
from checkup.ui.page import Page
from checkup.ui.pages.account import AccountPage, Answered, Ticked
from checkup.ui.pages.choose_accounts import ChooseAccountsPage, ChoseAccounts, Searched
from checkup.ui.steps.evidence import EvidencePart
from checkup.ui.steps.exports import ExportsPart
from checkup.ui.steps.signed_in_here import SignedInHerePart
from checkup.ui.widgets.address_row import AddressAsked
from checkup.ui.widgets.seen_form import LineAdded, LineRemoved, NoteWritten


class AccountsConductor(Conductor):
    """Takes the chosen accounts and the answers to each; looking and reading are parts of their own."""

    step = StepId.ACCOUNTS

    def __init__(self, desk: Desk, services: Services, look: SignedInLook, addresses: Addresses) -> None:
        super().__init__(desk)
        self._services = services
        self._look = look
        self._addresses = addresses
        addresses.setParent(self)
        self._pages: dict[str, Page] = {}
        self._looked_for = ""
        self._shown = ""
        self._here: SignedInHerePart | None = None
        self._exports: ExportsPart | None = None
        self._evidence: EvidencePart | None = None

    def page(self, place: Place) -> Page:
        if place.page == HERE:
            return self.here.page
        if place.page == EXPORTS:
            return self.exports.page
        if place.page not in self._pages:
            made = {CHOOSE: ChooseAccountsPage, ACCOUNT: AccountPage}[place.page]()
            made.acted.connect(self._acted)
            self._pages[place.page] = made
            if isinstance(made, AccountPage):
                self._evidence = EvidencePart(self.desk, made.evidence)
                self._evidence.setParent(self)
                self._evidence.changed.connect(self._show_evidence)
        return self._pages[place.page]

    def show(self, place: Place) -> None:
        if place.page == HERE:
            self.here.show()
            return
        if place.page == EXPORTS:
            self.exports.show()
            return
        texts, visit = self.desk.texts, self.desk.visit
        match place.page:
            case "choose_accounts":
                view: object = choose_view(visit, self._services, texts, self._looked_for)
            case _:
                self._shown = place.item
                view = account_view(visit, self._services, texts, place.item)
        self.page(place).show_view(view)
        if place.page == ACCOUNT:
            self._show_evidence()

    def foot(self, place: Place) -> Foot:
        texts = self.desk.texts
        match place.page:
            case "signed_in_here":
                return self.here.foot()
            case "exports":
                return self.exports.foot()
            case "choose_accounts":
                hint = how_many(self.desk.visit, texts)
                if not self.desk.visit.accounts:
                    hint = texts.say("accounts.choose.none_yet")
                return Foot(main=texts.say("accounts.choose.next"), hint=hint)
            case _:
                return Foot(main=texts.say("accounts.account.next"))

    def main_pressed(self, place: Place) -> bool:
        return place.page != HERE or self.here.main_pressed()

    def pressed(self, place: Place, button: str) -> None:
        if place.page == EXPORTS:
            self.exports.pressed(button)
        if place.page == HERE:
            self.here.pressed(button)

    @property
    def here(self) -> SignedInHerePart:
        """The page of what is signed in here, made when it is first needed."""
        if self._here is None:
            self._here = SignedInHerePart(self.desk, self._services, self._look)
            self._here.setParent(self)  # what it holds goes with the conductor
            self._here.foot_changed.connect(self.foot_changed)
        return self._here

    @property
    def exports(self) -> ExportsPart:
        """The page of data exports, made when it is first needed."""
        if self._exports is None:
            self._exports = ExportsPart(self.desk, self._services, self._addresses)
            self._exports.setParent(self)
            self._exports.foot_changed.connect(self.foot_changed)
        return self._exports

    def end(self) -> None:
        if self._exports is not None:
            self._exports.stop()
        if self._evidence is not None:
            self._evidence.end()
        if self._here is not None:
            self._here.end()

    def _show_evidence(self) -> None:
        if self._evidence is not None:
            self._evidence.show(self._shown)

    def _acted(self, said: object) -> None:
        visit = self.desk.visit
        match said:
            case Searched():
                self._looked_for = said.words
                self.show(Place(step=StepId.ACCOUNTS, page=CHOOSE))
            case ChoseAccounts():
                for service in said.shown:
                    visit = toggled(visit, self._services, service, chosen=service in said.chosen)
                self.desk.replace(visit)
                self.foot_changed.emit()
            case Answered():
                given = said.answer.answer
                visit = answered(visit, said.service, given) if given else put_off(visit, said.service)
                self._replace_at(said.service, visit)
            case Ticked():
                for thing in Outlives:
                    visit = ticked(visit, said.service, thing, found=thing in said.found)
                self._replace_at(said.service, visit)
            case AddressAsked():
                self._addresses.act(self._pages[ACCOUNT], said)
            case _:
                self._wrote(said)

    def _wrote(self, said: object) -> None:
        visit, service = self.desk.visit, self._shown
        match said:
            case LineAdded():
                self._replace_at(service, with_line(visit, service, said.seen))
            case LineRemoved():
                self._replace_at(service, without_line(visit, service, said.number))
            case NoteWritten():
                self.desk.replace(with_note(visit, service, said.words))

    def _replace_at(self, service: str, visit: Visit) -> None:
        self.desk.replace(visit)
        self.show(Place(step=StepId.ACCOUNTS, page=ACCOUNT, item=service))
