"""The lists in the window: where each is from, asked for only after a yes, held back, stepped back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from checkup.collect.lists import from_file
from checkup.content.feeds import Feed
from checkup.content.texts import Language, Texts
from checkup.indicators.family import FamilyKind
from checkup.indicators.imports.outcome import Refused, Why
from checkup.indicators.kept import Kept
from checkup.indicators.kept_list import KeptList
from checkup.indicators.listed import ListSource, Role
from checkup.indicators.program_list import ListedFamily, ProgramList
from checkup.model.clock import now
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.network import Consent
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile
from checkup.ui.dialogs.confirm import Confirm
from checkup.ui.dialogs.lists import ListsDialog
from checkup.ui.lists import open_lists
from tests.indicators.signing import Signer


class Hosts:
    """Stands for the network."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.answer: Callable[[Feed], KeptList | Refused] = lambda _: Refused(why=Why.NO_CONNECTION)

    def __call__(self, feed: Feed, consent: Consent, today: date, _door: object) -> KeptList | Refused:
        self.asked.append((feed.id, consent.host))
        return self.answer(feed)


def a_list(list_id: str, count: int) -> KeptList:
    family = ListedFamily(
        id="a",
        name="A",
        kind=FamilyKind.STALKERWARE,
        values={Role.APPLICATION_ID: tuple(f"com.example.a{number}" for number in range(count))},
    )
    source = ListSource(id=list_id, name=f"List {list_id}", as_of="2026-11", licence="CC0")
    return KeptList(list=ProgramList(source=source, families=(family,)), taken="2026-11-24")


def visit(language: Language) -> Visit:
    return Visit(id="v", began="2026-11-24T08:00:00Z", language=language.value, device=DeviceSafety.SAFE)


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture(params=Language)
def desk(request: pytest.FixtureRequest, qtbot: QtBot) -> Desk:
    return Desk(visit(request.param), now, Texts)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "lists")


@pytest.fixture
def hosts() -> Hosts:
    return Hosts()


@pytest.fixture
def dialog(over: QWidget, desk: Desk, kept: Kept, hosts: Hosts) -> ListsDialog:
    return open_lists(over, desk, kept, hosts)


def words(dialog: ListsDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def button_of(dialog: ListsDialog, name: str) -> QPushButton:
    buttons = (one for one in dialog.findChildren(QPushButton) if not one.isHidden())
    return [one for one in buttons if one.accessibleName() == name][-1]


def confirm(dialog: ListsDialog) -> Confirm:
    (found,) = (one for one in dialog.findChildren(Confirm) if one.isVisible())
    return found


def wait(qtbot: QtBot, dialog: ListsDialog) -> None:
    qtbot.waitUntil(dialog.update_button.isEnabled)


def test_every_list_shows_its_origin_licence_date_and_length(dialog: ListsDialog) -> None:
    said = words(dialog)
    for part in ("CC BY 4.0", "2026-06", "2487", "166", "https://github.com/AssoEchap", "GPL-3.0-or-later"):
        assert part in said
    assert not dialog.anyway.isVisible()
    assert dialog.close_button.hasFocus()


def test_looking_writes_nothing(dialog: ListsDialog, kept: Kept) -> None:
    dialog.close_button.click()
    assert not kept.folder.exists()


def test_nobody_is_asked_before_a_yes(dialog: ListsDialog, hosts: Hosts, desk: Desk, kept: Kept) -> None:
    dialog.update_button.click()
    question = confirm(dialog)
    said = "\n".join(one.text() for one in question.findChildren(QLabel))
    assert "raw.githubusercontent.com" in said
    assert str(kept.folder) in said
    question.no.click()
    assert (hosts.asked, desk.sent) == ([], 0)


def test_after_a_yes_each_list_is_asked_for_once(
    qtbot: QtBot, dialog: ListsDialog, hosts: Hosts, desk: Desk, kept: Kept
) -> None:
    hosts.answer = lambda feed: (
        a_list(feed.id, 10) if feed.id == "echap-watchware" else Refused(why=Why.WEB_PAGE)
    )
    dialog.update_button.click()
    confirm(dialog).yes.click()
    wait(qtbot, dialog)
    assert [one for one, _ in hosts.asked] == ["echap-stalkerware", "echap-watchware"]
    assert {host for _, host in hosts.asked} == {"raw.githubusercontent.com"}
    assert desk.sent == 2
    assert kept.ids() == ("echap-watchware",)
    assert "List echap-watchware" in words(dialog)
    assert desk.texts.say("lists.why.web_page") in dialog.said.text()


def test_a_list_that_lost_much_waits_for_a_second_yes(
    qtbot: QtBot, dialog: ListsDialog, hosts: Hosts, kept: Kept
) -> None:
    kept.take(a_list("echap-watchware", 10))
    hosts.answer = lambda feed: a_list(feed.id, 5) if feed.id == "echap-watchware" else Refused(why=Why.EMPTY)
    dialog.update_button.click()
    confirm(dialog).yes.click()
    wait(qtbot, dialog)
    assert kept.lists() == (a_list("echap-watchware", 10),)
    assert dialog.anyway.isVisible()
    dialog.anyway.click()
    assert kept.lists() == (a_list("echap-watchware", 5),)
    assert not dialog.anyway.isVisible()


def test_one_step_back_and_taking_away(dialog: ListsDialog, kept: Kept, over: QWidget, desk: Desk) -> None:
    dialog.close()
    kept.take(a_list("x", 1))
    kept.take(a_list("x", 2))
    again = open_lists(over, desk, kept)
    button_of(again, desk.texts.say("lists.window.back_to", name="List x")).click()
    assert kept.lists() == (a_list("x", 1),)
    assert "List x" in again.said.text()
    button_of(again, desk.texts.say("lists.window.remove_named", name="List x")).click()
    assert kept.ids() == ()
    assert "List x" not in words(again)


def test_a_file_is_taken(qtbot: QtBot, dialog: ListsDialog, kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("a.example\n\u202eb.example\n")
    dialog.add_button_.click()
    (choose,) = dialog.findChildren(ChooseFile)
    choose._enter(tmp_path)
    choose.name.setText("names.txt")
    choose.yes.click()
    wait(qtbot, dialog)
    assert kept.ids() == ("names-txt",)
    assert "names-txt" in dialog.said.text()
    # where it lies, and how it goes again
    qtbot.waitUntil(lambda: str(kept.folder)[-20:] in words(dialog))


def test_a_key_is_trusted_and_a_wrong_file_is_said(
    qtbot: QtBot, dialog: ListsDialog, kept: Kept, tmp_path: Path, desk: Desk
) -> None:
    signer = Signer()
    (tmp_path / "key.pub").write_text(signer.file)
    (tmp_path / "page.txt").write_text("<html>")
    for name, part in (("key.pub", signer.key.id), ("page.txt", desk.texts.say("lists.why.web_page"))):
        dialog.add_button_.click()
        choose = dialog.findChildren(ChooseFile)[-1]
        choose._enter(tmp_path)
        choose.name.setText(name)
        choose.yes.click()
        wait(qtbot, dialog)
        assert part in dialog.said.text()
    assert kept.keys() == (signer.key,)


def test_a_folder_that_cannot_be_written_is_said(
    qtbot: QtBot, dialog: ListsDialog, kept: Kept, hosts: Hosts
) -> None:
    kept.folder.write_text("")
    hosts.answer = lambda feed: a_list(feed.id, 9_000)
    dialog.update_button.click()
    confirm(dialog).yes.click()
    wait(qtbot, dialog)
    dialog.anyway.click()
    assert str(kept.folder)[-20:] in dialog.said.text()


def test_closing_while_it_asks_takes_nothing(
    qtbot: QtBot, dialog: ListsDialog, hosts: Hosts, kept: Kept, desk: Desk
) -> None:
    hosts.answer = lambda feed: a_list(feed.id, 10)
    dialog.update_button.click()
    confirm(dialog).yes.click()
    dialog.close()
    assert desk.work.close_all()
    assert kept.ids() == ()


def test_the_real_reader_is_the_default(tmp_path: Path, kept: Kept) -> None:
    assert isinstance(from_file(tmp_path, kept, now().date()), Refused)
