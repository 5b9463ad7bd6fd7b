"""Working offline in the window: nothing that could ask the network does, each says why, all else goes on."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from checkup.content.services import Services
from checkup.content.texts import Language
from checkup.credentials.breach import asked
from checkup.flow import start
from checkup.flow.accounts import toggled
from checkup.flow.passwords import CONSENT, PASSWORDS, seen_in_leaks
from checkup.flow.place import Place, StepId
from checkup.model.situation import DeviceSafety
from checkup.network import CouldNotAsk, NetworkTrouble
from checkup.ui import addresses
from checkup.ui.addresses import Addresses
from checkup.ui.app import Program
from checkup.ui.dialogs.confirm import Confirm
from checkup.ui.dialogs.help import HelpDialog
from checkup.ui.dialogs.lists import ListsDialog
from checkup.ui.lists import open_lists
from checkup.ui.pages.passwords import PasswordsPage
from checkup.ui.pages.passwords_acts import LeaksAsked
from checkup.ui.widgets.address_row import AddressAsked, AddressRow, AddressWay
from tests.conftest import Network, NetworkTouched
from tests.ui.shelf import Shelf


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were handed to the browser."""
    seen: list[str] = []
    monkeypatch.setattr(addresses, "open_in_browser", lambda url: seen.append(url) or True)
    return seen


def judged(program: Program, device: DeviceSafety) -> None:
    program.desk.replace(start.on_device(program.desk.visit, device))


def words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def say(program: Program, key: str) -> str:
    return program.desk.texts.say(key)


def passwords(program: Program) -> PasswordsPage:
    program.window.go(Place(step=StepId.PASSWORDS, page=PASSWORDS))
    page = program.window.stack.currentWidget()
    assert isinstance(page, PasswordsPage)
    page.field.setText("correct horse")
    return page


def account(program: Program) -> QWidget:
    program.desk.replace(toggled(program.desk.visit, Services(), "google", chosen=True))
    program.window.go(Place(step=StepId.ACCOUNTS, page="account", item="google"))
    return program.window.stack.currentWidget()


def test_the_start_says_how_it_begins_and_the_person_can_change_it(program: Program) -> None:
    judged(program, DeviceSafety.NOT_SURE)
    program.window.go(start.at(start.TRACES))
    page = program.window.stack.currentWidget()
    offline, asks = page.choices("network").buttons()  # type: ignore[attr-defined]

    assert offline.isChecked()
    assert program.desk.is_offline
    asks.click()
    assert not program.desk.is_offline
    assert not offline.isChecked()
    offline.click()
    assert program.desk.is_offline


def test_the_top_line_says_so_on_every_page_and_turns_it_after_a_yes(program: Program) -> None:
    judged(program, DeviceSafety.NOT_SURE)
    program.window.go(start.at(start.KEEPING))
    top = program.window.top
    assert say(program, "window.offline") in top.status.text()

    top.network.click()
    (question,) = program.window.findChildren(Confirm)
    assert question.no.isDefault(), "Enter changes nothing"
    assert say(program, "offline.not_sure") in words(question)
    question.yes.click()

    assert not program.desk.is_offline
    assert say(program, "window.nothing_sent") in top.status.text()
    assert top.network.accessibleName() == say(program, "window.network_asks")


def test_with_a_no_it_stays_as_it_is(program: Program) -> None:
    judged(program, DeviceSafety.SAFE)
    program.window.top.network.click()
    (question,) = program.window.findChildren(Confirm)
    question.no.click()

    assert not program.desk.is_offline


def test_passwords_are_judged_here_and_nobody_is_asked(program: Program, network: Network) -> None:
    judged(program, DeviceSafety.NOT_SURE)
    page = passwords(program)
    page.acted.emit(LeaksAsked(text="correct horse"))  # as if the button could still be pressed

    assert not page.ask.isEnabled()
    assert say(program, "offline.here_leaks") in words(page)
    assert program.window.findChildren(Confirm) == []
    assert network.attempts == []


def test_allowing_it_lets_the_page_ask_at_once(program: Program) -> None:
    judged(program, DeviceSafety.NOT_SURE)
    page = passwords(program)
    program.window.top.network.click()
    (question,) = program.window.findChildren(Confirm)
    question.yes.click()

    assert page.ask.isEnabled()
    assert say(program, "offline.here_leaks") not in words(page)
    assert page.field.text() == "correct horse", "nothing typed is lost by it"


def test_an_account_page_shows_its_address_and_opens_none(program: Program, opened: list[str]) -> None:
    judged(program, DeviceSafety.NOT_SURE)
    page = account(program)
    rows = [row for row in page.findChildren(AddressRow) if row.isVisible()]

    assert rows
    for row in rows:
        assert row.buttons[AddressWay.OPEN].isHidden()
        assert row.buttons[AddressWay.COPY].isVisible()
        assert row.buttons[AddressWay.QR].isVisible()
    assert words(page).count(say(program, "offline.here_page")) == 1
    program.desk.replace(start.on_device(program.desk.visit, DeviceSafety.SAFE))
    assert rows[0].buttons[AddressWay.OPEN].isVisible(), "the page follows the switch"


def test_an_address_that_is_to_open_all_the_same_leads_to_why_and_to_the_switch(
    program: Program, opened: list[str]
) -> None:
    """A page that was drawn before, or a dialog that asks already, opens nothing either."""
    judged(program, DeviceSafety.SAFE)
    url = "https://example.org/a"
    ways = Addresses(program.desk, opened.append)  # type: ignore[arg-type]
    asking = ways.act(program.window, AddressAsked(url=url, way=AddressWay.OPEN))
    judged(program, DeviceSafety.NOT_SURE)
    assert isinstance(asking, Confirm)
    asking.yes.click()
    assert opened == []

    why = ways.act(program.window, AddressAsked(url=url, way=AddressWay.OPEN))
    assert isinstance(why, Confirm)
    assert "example.org" in words(why)
    why.yes.click()
    assert opened == [], "the switch alone opens nothing"
    assert not program.desk.is_offline


def test_get_help_shows_addresses_and_says_once_that_none_opens_here(program: Program) -> None:
    program.desk.help_asked.emit()  # before any answer
    (dialog,) = program.window.findChildren(HelpDialog)

    assert words(dialog).count(say(program, "offline.here_page")) == 1
    rows = dialog.findChildren(AddressRow)
    assert rows
    assert all(row.buttons[AddressWay.OPEN].isHidden() for row in rows)


def test_lists_come_from_a_file_alone(program: Program) -> None:
    judged(program, DeviceSafety.NOT_SURE)
    dialog: ListsDialog = open_lists(program.window, program.desk)

    assert dialog.update_button.isHidden()
    assert dialog.add_button_.isVisible()
    assert say(program, "offline.here_lists") in dialog.said.text()


def test_the_door_is_shut_down_to_the_socket(program: Program, network: Network) -> None:
    """Also when it is shut after the question was on its way: no name is looked up, nothing connects."""
    judged(program, DeviceSafety.NOT_SURE)
    door = program.desk.door
    with pytest.raises(CouldNotAsk) as told:
        seen_in_leaks(asked("x"), CONSENT, door.ask)
    assert told.value.trouble is NetworkTrouble.OFFLINE
    assert network.attempts == []

    judged(program, DeviceSafety.SAFE)
    with pytest.raises(NetworkTouched):  # the same door, open: it is this test that holds it back
        seen_in_leaks(asked("x"), CONSENT, door.ask)
    assert network.attempts
    network.attempts.clear()


def test_a_yes_that_comes_after_the_switch_sends_nothing(program: Program, network: Network) -> None:
    judged(program, DeviceSafety.SAFE)
    page = passwords(program)
    page.acted.emit(LeaksAsked(text="x"))
    (question,) = program.window.findChildren(Confirm)
    judged(program, DeviceSafety.NOT_SURE)
    question.yes.click()

    assert say(program, "passwords.leaks.offline") in page.leaks.text()
    assert network.attempts == []
    assert program.desk.sent == 0, "what was not sent is not counted"


@pytest.mark.parametrize("language", Language)
def test_beside_an_open_record_no_button_of_the_top_line_is_cut(
    program: Program, qtbot: QtBot, language: Language
) -> None:
    program.desk.speak(language)
    program.desk.keep(Shelf(program.desk.visit))  # type: ignore[arg-type]
    program.window.resize(800, 600)
    top = program.window.top
    buttons = (top.network, top.record, top.leave)
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in buttons))
    assert top.leave.text().splitlines()[1:] == ["(Shift ×3)"], "the keys are named under the words"
    assert top.status.accessibleName(), "what finds no room is still told to a screen reader"
