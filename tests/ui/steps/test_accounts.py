"""Accounts in the window: nothing is read before a yes, choices and answers are kept, addresses ask first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from checkup.content.services import Services
from checkup.content.texts import Texts
from checkup.flow.accounts import ACCOUNT, CHOOSE, EXPORTS, HERE, accounts_route, review_of, toggled
from checkup.flow.place import Place, StepId
from checkup.flow.signed_in_look import SeenHere
from checkup.flow.walk import Walk
from checkup.model.account import SignedIn, SignedInKind
from checkup.model.answer import Answer
from checkup.model.clock import now
from checkup.model.looked import Cause, Unread
from checkup.model.service import Outlives, Unlocks
from checkup.model.situation import DeviceSafety
from checkup.model.stop import Stop
from checkup.model.visit import Visit
from checkup.ui.addresses import Addresses
from checkup.ui.desk import Desk
from checkup.ui.dialogs.confirm import Confirm
from checkup.ui.dialogs.qr_code import QrDialog
from checkup.ui.pages.account import AccountPage
from checkup.ui.pages.choose_accounts import ChooseAccountsPage
from checkup.ui.pages.exports import ExportsPage
from checkup.ui.steps.accounts import AccountsConductor
from checkup.ui.steps.evidence import EvidencePart
from checkup.ui.steps.exports import ExportsPart
from checkup.ui.steps.signed_in_here import SignedInHerePart
from checkup.ui.theme import Theme
from checkup.ui.widgets.address_row import AddressWay
from checkup.ui.window import Window

SERVICES = Services()
SEEN = SeenHere(
    sign_ins=(SignedIn(kind=SignedInKind.BROWSER_SITE, service="google", browser="Firefox"),),
    unread=(Unread(where="/closed", reason=Cause.NOT_PERMITTED),),
)


class Look:
    def __init__(self) -> None:
        self.looked = 0
        self.error: Exception | None = None

    def places(self) -> tuple[str, ...]:
        return ("~/.mozilla/firefox/*/cookies.sqlite",)

    def look(self, stop: Stop) -> SeenHere:
        self.looked += 1
        if self.error is not None:
            raise self.error
        return SEEN


class Browser:
    def __init__(self) -> None:
        self.opened: list[str] = []

    def __call__(self, url: str) -> bool:
        self.opened.append(url)
        return True


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture
def browser() -> Browser:
    return Browser()


@pytest.fixture
def window(qtbot: QtBot, look: Look, browser: Browser) -> Window:
    visit = Visit(id="v", began="2026-11-24T08:00:00Z", device=DeviceSafety.SAFE)
    desk = Desk(visit, now, Texts)

    def conductor(desk: Desk) -> AccountsConductor:
        return AccountsConductor(desk, SERVICES, look, Addresses(desk, browser))

    walk = Walk({StepId.ACCOUNTS: accounts_route(SERVICES)}, visit)
    made = Window(desk, walk, {StepId.ACCOUNTS: conductor}, Theme())
    qtbot.addWidget(made)
    made.open()
    made.show()
    return made


def at(window: Window, page: str, item: str = "") -> object:
    window.go(Place(step=StepId.ACCOUNTS, page=page, item=item))
    return window.stack.currentWidget()


def with_google(window: Window) -> AccountPage:
    window.desk.replace(toggled(window.desk.visit, SERVICES, "google", chosen=True))
    page = at(window, ACCOUNT, "google")
    assert isinstance(page, AccountPage)
    return page


def test_nothing_of_the_step_is_held_once_the_window_has_let_go(window: Window, qtbot: QtBot) -> None:
    with_google(window)
    at(window, EXPORTS)
    at(window, HERE)
    window.let_go()
    parts = SignedInHerePart, ExportsPart, EvidencePart
    qtbot.waitUntil(lambda: not any(window.findChildren(part) for part in parts))
    assert not any(window.desk.findChildren(part) for part in parts)


def test_nothing_is_read_before_the_yes(window: Window, look: Look) -> None:
    window.foot._other_buttons[0].click()
    assert look.looked == 0
    assert window.desk.visit.here is None
    assert window.walk.here.page == CHOOSE


def test_what_was_seen_and_what_stayed_closed_is_kept(window: Window, look: Look, qtbot: QtBot) -> None:
    window.foot.main_button.click()
    qtbot.waitUntil(lambda: window.desk.visit.here is not None)
    assert look.looked == 1
    assert window.desk.visit.here == SEEN.sign_ins
    assert window.desk.visit.here_unread == SEEN.unread
    assert window.walk.here.page == HERE


def test_a_look_that_failed_is_said_and_can_be_done_again(window: Window, look: Look, qtbot: QtBot) -> None:
    look.error = OSError("private words")
    window.foot.main_button.click()
    qtbot.waitUntil(lambda: look.looked == 1 and window.foot.main_button.isVisible())
    assert window.desk.visit.here is None
    look.error = None
    window.foot.main_button.click()
    qtbot.waitUntil(lambda: window.desk.visit.here is not None)


def test_all_services_can_be_chosen_the_widest_doors_first(window: Window) -> None:
    page = at(window, CHOOSE)
    assert isinstance(page, ChooseAccountsPage)
    assert sum(len(page.choices(unlocks).buttons()) for unlocks in Unlocks) == 48
    first = next(unlocks for unlocks in Unlocks if page.choices(unlocks).buttons())
    assert "Google" in page.choices(first).buttons()[0].text()


def test_choosing_one_after_a_search_keeps_those_chosen_before(window: Window, qtbot: QtBot) -> None:
    page = at(window, CHOOSE)
    for words, service in (("google", "google"), ("zalo", "zalo")):
        page.search.setText(words)
        rows = (one for unlocks in Unlocks for one in page.choices(unlocks).buttons())
        next(one for one in rows if one.property("choice") == service).click()
    assert [review.service for review in window.desk.visit.accounts] == ["google", "zalo"]


def test_an_answer_and_what_outlives_a_new_password_are_kept(window: Window) -> None:
    page = with_google(window)
    page.answers.buttons()[3].click()
    ticks = {one.property("choice"): one for one in page.outlives.buttons()}
    ticks[Outlives.MAIL_FORWARDING.value].click()
    review = review_of(window.desk.visit, "google")
    assert review.answer is Answer.UNSURE
    assert review.outlives == (Outlives.MAIL_FORWARDING.value,)
    page.answers.buttons()[4].click()
    assert review_of(window.desk.visit, "google").skipped


def test_an_address_opens_only_after_a_yes(window: Window, browser: Browser) -> None:
    page = with_google(window)
    page.where.main.address.buttons[AddressWay.OPEN].click()
    dialog = window.findChild(Confirm)
    assert browser.opened == []
    assert dialog.no.isDefault()
    dialog.yes.click()
    assert len(browser.opened) == 1
    assert browser.opened[0].startswith("https://myaccount.google.com/")


def test_saying_no_opens_nothing(window: Window, browser: Browser) -> None:
    with_google(window).where.main.address.buttons[AddressWay.OPEN].click()
    window.findChild(Confirm).no.click()
    assert browser.opened == []


def test_the_code_has_a_twin_in_text(window: Window, qtbot: QtBot) -> None:
    with_google(window).where.main.address.buttons[AddressWay.QR].click()
    dialog = window.findChild(QrDialog)
    twin = [one for one in dialog.findChildren(QLabel) if one.text().startswith("https://")]
    assert twin[0].textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert dialog.picture.accessibleName()


def test_an_account_taken_out_has_no_page_anymore(window: Window) -> None:
    with_google(window)
    visit = toggled(window.desk.visit, SERVICES, "google", chosen=False)
    window.desk.replace(visit)
    assert [place.page for place in accounts_route(SERVICES)(visit)] == [HERE, CHOOSE, EXPORTS]


def test_a_line_written_down_on_the_page_is_kept_and_stands_among_the_devices(window: Window) -> None:
    page = with_google(window)
    page.seen.device.setText("SM-A536E")
    page.seen.more.click()
    review = review_of(window.desk.visit, "google")
    assert review is not None
    assert [line.device for line in review.lines] == ["SM-A536E"]
    exports = at(window, EXPORTS)
    assert isinstance(exports, ExportsPage)
    assert list(exports.cards) == ["device:samsung galaxy a53 5g"]


def test_the_note_is_kept_when_the_person_goes_on(window: Window) -> None:
    page = with_google(window)
    page.seen.note.setPlainText("photograph at my sister's")
    page.seen.note.left.emit()
    review = review_of(window.desk.visit, "google")
    assert review is not None
    assert review.note == "photograph at my sister's"
