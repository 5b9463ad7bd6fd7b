"""The phone's step in the window: what is chosen, looked at, stopped, wrong, and kept."""

import contextlib
import threading
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from checkup.content.guided_looks import load_looks
from checkup.content.texts import Texts
from checkup.flow.guided_looks import LOOKS
from checkup.flow.phone import GUIDE, LOOK, OTHER, SOURCE, WHICH, phone_route
from checkup.flow.phone_look import TAKES_FILE, TAKES_FOLDER, CannotLook, Source, look_at
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Walk
from checkup.model.answer import Answer
from checkup.model.clock import now
from checkup.model.finding import Level
from checkup.model.looked import Cause
from checkup.model.phone import PhoneKind, WhosePhone
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.scan import Started
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile
from checkup.ui.dialogs.lists import ListsDialog
from checkup.ui.pages.computer import ComputerPage
from checkup.ui.pages.guided_looks import GuidedLooksPage
from checkup.ui.pages.phone_guide import PhoneGuidePage
from checkup.ui.pages.phone_source import PhoneSourcePage
from checkup.ui.pages.phone_which import PhoneWhichPage
from checkup.ui.steps.phone import PhoneConductor
from checkup.ui.theme import Theme
from checkup.ui.window import Window
from tests.android_phone import Phone, ordinary, watcher, write_backup
from tests.collect.android.fake_phone import FakePhone
from tests.networks.capture_file import PHONE, dns, ethernet, pcap, udp
from tests.phones.iphone_backup import Backup, Keys
from tests.ui.shelf import Shelf

PASSWORD = "chỉ mình tôi biết"
WAIT = 60_000
VISIT = Visit(id="v", began="2026-11-24T08:00:00Z", device=DeviceSafety.SAFE)


class Looked:
    """The window with this one step, and the hands that use it."""

    def __init__(self, qtbot: QtBot, look=look_at) -> None:
        self.qtbot = qtbot
        looks = load_looks()
        self.desk = Desk(VISIT, now, Texts)
        self.conductor = PhoneConductor(self.desk, looks, look)
        self.window = Window(
            self.desk,
            Walk({StepId.PHONE: phone_route(looks)}, VISIT),
            {StepId.PHONE: lambda _: self.conductor},
            Theme(),
        )
        self.desk.go_asked.connect(self.window.go)
        self.desk.on_asked.connect(self.window.go_on)
        qtbot.addWidget(self.window)
        self.window.open()
        self.window.show()

    @property
    def at(self) -> str:
        return self.window.walk.here.page

    def page(self, kind):
        shown = self.window.stack.currentWidget()
        assert isinstance(shown, kind)
        return shown

    def choose(self, kind: PhoneKind, whose: WhosePhone | None = WhosePhone.MINE) -> None:
        page = self.page(PhoneWhichPage)
        press(page.which, kind)
        if whose is not None:
            press(page.whose, whose)

    def go_to_source(self, kind: PhoneKind) -> PhoneSourcePage:
        self.choose(kind)
        for place in (GUIDE, SOURCE):
            self.main()
            assert self.at == place
        return self.page(PhoneSourcePage)

    def main(self) -> None:
        assert self.window.foot.main_button.isEnabled()
        self.window.foot.main_button.click()

    def other(self, words: str) -> None:
        next(one for one in self.window.foot._other_buttons if one.text() == words).click()

    def bring(self, source: Source, path: Path, password: str = "") -> None:
        page = self.page(PhoneSourcePage)
        if self.conductor.bringing.brought.source is not source:
            press(page.sources, source)
        drop(page, path)
        if password:
            page.brought.password.first.setText(password)

    def look(self) -> None:
        """Press the main button and wait until the look is over."""
        with self.qtbot.waitSignal(self.conductor.running.ended, timeout=WAIT):
            self.main()

    def say(self, key: str, **fields: str) -> str:
        return self.desk.texts.say(key, **fields)


def press(choices, which: str) -> None:
    next(one for one in choices.buttons() if one.property("choice") == which).click()


def drop(page: PhoneSourcePage, *paths: Path) -> bool:
    """Drag these over the card and drop them; return whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    entered.ignore()
    page.brought.dragEnterEvent(entered)
    page.brought.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    return entered.isAccepted()


@pytest.fixture
def made(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("checkup.indicators.kept.lists_folder", lambda: tmp_path / "lists")
    looked = Looked(qtbot)
    yield looked
    looked.window.end()
    assert looked.desk.work.close_all(5000)


def sources(folder: Path):
    """Return one small input for each source, with its kind and password."""
    phone = Phone([*ordinary(), watcher()])
    report = phone.write_report(folder / "report.zip")
    collection = phone.write_androidqf(folder / "collection")
    dump = folder / "dump.txt"
    dump.write_text("DUMP OF SERVICE package:\n" + phone.package_dump(), "utf-8")
    backup = write_backup(
        folder / "x.ab", {"apps/com.androidlost/_manifest": b"1\ncom.androidlost\n7\n34\n\n0\n0\n"}
    )
    iphone = Backup(keys=Keys(PASSWORD), info={"Applications": {"com.life360.safetymap": {}}})
    capture = folder / "home.pcap"
    capture.write_bytes(pcap([ethernet(udp(PHONE, "192.168.1.1", (4, 53), dns("api.free-spy.com")))]))
    return {
        Source.BUG_REPORT: (PhoneKind.ANDROID, report, ""),
        Source.ANDROIDQF: (PhoneKind.ANDROID, collection, ""),
        Source.DUMPSYS: (PhoneKind.ANDROID, dump, ""),
        Source.ADB_BACKUP: (PhoneKind.ANDROID, backup, ""),
        Source.IPHONE_BACKUP: (PhoneKind.IPHONE, iphone.write(folder / "b"), PASSWORD),
        Source.CAPTURE: (PhoneKind.NETWORK, capture, ""),
    }


@pytest.mark.parametrize("source", sorted(TAKES_FILE | TAKES_FOLDER))
def test_each_source_ends_in_cards_and_is_kept(made, tmp_path, source):
    kind, path, password = sources(tmp_path)[source]
    made.go_to_source(kind)
    made.bring(source, path, password)
    made.look()

    assert made.at == LOOK
    [result] = made.desk.visit.phones
    assert result.subject.kind == kind
    page = made.page(ComputerPage)
    shown = [card.about for section in made.conductor._view(LOOK).result.sections for card in section.cards]
    assert sorted(shown) == sorted(result.key_of(one) for one in result.findings)
    assert len(shown) == len(set(shown)) > 0
    assert page.reminder_card.isVisible()
    assert page.reminder.text() == made.say(f"phone.kinds.{kind}.after")
    assert made.window.foot.main_button.isEnabled()


def test_an_app_is_one_card_and_its_answer_is_kept(made, tmp_path):
    kind, path, _ = sources(tmp_path)[Source.BUG_REPORT]
    made.go_to_source(kind)
    made.bring(Source.BUG_REPORT, path)
    made.look()
    [result] = made.desk.visit.phones
    [finding] = result.at(Level.STRONG)
    assert len(finding.reasons) > 3
    key = result.key_of(finding)
    card = made.page(ComputerPage)._cards[key]
    card.answers.buttons()[2].click()
    assert [(one.about, one.answer) for one in made.desk.visit.cards] == [(key, Answer.NOT_MINE)]
    assert card.answers.buttons()[2].isChecked()


def test_with_an_open_record_the_page_says_what_came_since_last_time(made, tmp_path):
    """The phone's app counts as new only on the phone the record holds, not on another one."""
    kind, path, _ = sources(tmp_path)[Source.BUG_REPORT]
    made.go_to_source(kind)
    made.bring(Source.BUG_REPORT, path)
    made.look()
    page = made.page(ComputerPage)
    assert not page.since_card.isVisible()

    [result] = made.desk.visit.phones
    watched = result.at(Level.STRONG)
    rest = tuple(one for one in result.findings if one not in watched)
    before = structs.replace(result, when="2026-11-02T08:30:00Z", findings=rest)
    made.desk.keep(Shelf(structs.replace(VISIT, id="before", phones=(before,)), made.desk.visit))
    made.conductor.show(made.window.walk.here)
    assert page.since_card.isVisible()
    assert watched[0].name in page.since.text()

    other = structs.replace(before, subject=structs.replace(before.subject, mark="f" * 16, name="Pixel"))
    made.desk.keep(Shelf(structs.replace(VISIT, id="before", phones=(other,)), made.desk.visit))
    made.conductor.show(made.window.walk.here)
    assert not page.since_card.isVisible()
    made.desk.keep(None)


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (Source.BUG_REPORT, "android_no_report"),
        (Source.ANDROIDQF, "android_damaged"),
        (Source.DUMPSYS, "android_no_dump"),
        (Source.ADB_BACKUP, "android_no_backup"),
        (Source.IPHONE_BACKUP, "backup_no_folder"),
        (Source.CAPTURE, "capture_unknown"),
    ],
)
def test_a_wrong_file_is_one_sentence_and_another_can_be_chosen(made, tmp_path, source, key):
    kind, path, password = sources(tmp_path)[source]
    wrong = tmp_path / "note.txt"
    wrong.write_bytes(b"\xff\x00 noise\n")
    page = made.go_to_source(kind)
    made.bring(source, wrong)
    made.look()

    assert made.at == SOURCE
    assert page.trouble.text() == made.say(f"cli.errors.{key}", path="note.txt")
    assert page.trouble_card.isVisible()
    assert made.desk.visit.phones == ()
    made.bring(source, path, password)
    assert not page.trouble_card.isVisible()
    made.look()
    assert len(made.desk.visit.phones) == 1


def test_a_wrong_password_can_be_typed_again_and_no_password_stays(made, tmp_path):
    kind, path, _ = sources(tmp_path)[Source.IPHONE_BACKUP]
    page = made.go_to_source(kind)
    field = page.brought.password.first
    made.bring(Source.IPHONE_BACKUP, path)
    for typed, key in (("", "phone.errors.backup_needs_password"), ("x", "cli.errors.backup_wrong_password")):
        field.setText(typed)
        made.look()
        assert made.at == SOURCE
        assert page.trouble.text() == made.say(key, path=path.name)
        assert field.text() == ""
    field.setText(PASSWORD)
    made.look()
    assert made.at == LOOK
    assert field.text() == ""
    assert PASSWORD not in repr(made.desk.visit)
    assert PASSWORD not in repr(vars(made.conductor))


def test_the_password_is_forgotten_when_the_page_is_left(made):
    page = made.go_to_source(PhoneKind.IPHONE)
    page.brought.password.first.setText(PASSWORD)
    made.window.go_back()
    assert page.brought.password.first.text() == ""


def test_stopped_in_the_middle_what_was_seen_stays_and_the_rest_is_a_gap(qtbot, tmp_path):
    _, path, _ = sources(tmp_path)[Source.BUG_REPORT]
    goes_on = threading.Event()

    def slowly(wanted, ask_password, stop, clock):
        for event in look_at(wanted, ask_password, stop, clock):
            yield event
            if isinstance(event, Started) and event.number == 12:
                goes_on.wait(60)

    made = Looked(qtbot, slowly)
    made.go_to_source(PhoneKind.ANDROID)
    made.bring(Source.BUG_REPORT, path)
    try:
        made.main()
        qtbot.waitUntil(lambda: made.conductor.running.progress.number == 12, timeout=WAIT)
        page = made.page(ComputerPage)
        assert not made.window.foot.main_button.isEnabled()
        with qtbot.waitSignal(made.conductor.running.ended, timeout=WAIT):
            page.running.stop.click()
            assert not page.running.stop.isEnabled()
            goes_on.set()
    finally:
        goes_on.set()
        assert made.desk.work.close_all(5000)
    [result] = made.desk.visit.phones
    assert result.stopped
    assert result.findings
    assert Cause.STOPPED in {gap.reason for gap in result.gaps}
    assert page.note.text() == made.say("computer.stopped")


def test_what_nobody_expected_is_said_calmly_and_can_be_repeated(qtbot, tmp_path):
    def breaks(*_):
        raise RuntimeError("private")
        yield

    made = Looked(qtbot, breaks)
    page = made.go_to_source(PhoneKind.NETWORK)
    made.bring(Source.CAPTURE, tmp_path / "x")
    made.look()
    assert made.at == SOURCE
    assert page.trouble.text() == made.say("phone.source.trouble")
    assert made.window.foot.main_button.isEnabled()


def test_who_went_elsewhere_meanwhile_is_not_called_back(qtbot, tmp_path):
    goes_on = threading.Event()

    def breaks(*_):
        goes_on.wait(60)
        raise RuntimeError
        yield

    made = Looked(qtbot, breaks)
    page = made.go_to_source(PhoneKind.NETWORK)
    made.bring(Source.CAPTURE, tmp_path / "x")
    made.main()
    made.window.go(Place(step=StepId.PHONE, page=GUIDE))
    with qtbot.waitSignal(made.conductor.running.ended, timeout=WAIT):
        goes_on.set()
    assert made.at == GUIDE
    made.main()
    assert page.trouble_card.isVisible()


@pytest.mark.parametrize("kind", [PhoneKind.ANDROID, PhoneKind.IPHONE, PhoneKind.NETWORK])
def test_another_persons_phone_stops_before_anything(made, kind):
    made.choose(kind, WhosePhone.OTHER)
    made.main()

    assert made.at == OTHER
    page = made.page(PhoneGuidePage)
    assert page.title.text() == made.say("phone.other.title")
    assert made.window.walk.next(made.desk.visit) is None
    for place in (GUIDE, SOURCE, LOOK, LOOKS):
        assert Place(step=StepId.PHONE, page=place) not in phone_route(load_looks())(made.desk.visit)


def test_nothing_goes_on_before_both_were_chosen(made):
    foot = made.window.foot.main_button
    assert not foot.isEnabled()
    made.choose(PhoneKind.ANDROID, None)
    assert not foot.isEnabled()
    assert made.page(PhoneWhichPage).whose.isVisible()
    made.choose(PhoneKind.NONE, None)
    assert foot.isEnabled()
    assert not made.page(PhoneWhichPage).whose.isVisible()


@pytest.mark.parametrize(("kind", "on"), [(PhoneKind.ANDROID, "android_"), (PhoneKind.IPHONE, "iphone_")])
def test_guided_looks_need_neither_cable_nor_file_and_are_kept(made, kind, on):
    made.choose(kind)
    made.main()
    made.other(made.say("phone.own"))

    assert made.at == LOOKS
    cards = made.page(GuidedLooksPage).cards
    assert len(cards) > 5
    assert all(look.startswith(on) for look in cards)
    first = next(iter(cards))
    cards[first].choices.buttons()[0].click()
    assert [(one.look, one.answer) for one in made.desk.visit.looks] == [(first, Answer.MINE)]
    assert cards[first].choices.buttons()[0].isChecked()


def test_the_guide_says_what_is_kept_before_what_to_do_and_has_words_beside_each_picture(made):
    made.choose(PhoneKind.ANDROID)
    made.main()
    view = made.conductor._view(GUIDE)
    assert view.cards[0].title == made.say("phone.guide.keeps")
    pictured = [card for card in view.cards if card.drawing]
    assert len(pictured) == 4
    assert all(card.title and card.lines for card in pictured)


def test_another_kind_has_its_own_sources_and_forgets_the_file(made, tmp_path):
    made.go_to_source(PhoneKind.ANDROID)
    made.bring(Source.DUMPSYS, tmp_path / "x")
    made.window.go(Place(step=StepId.PHONE, page=WHICH))
    page = made.go_to_source(PhoneKind.IPHONE)
    assert [one.property("choice") for one in page.sources.buttons()] == [Source.IPHONE_BACKUP]
    assert not page.brought.chosen.isVisible()
    assert not made.window.foot.main_button.isEnabled()


def test_several_things_or_an_address_cannot_be_dropped(made, tmp_path):
    page = made.go_to_source(PhoneKind.NETWORK)
    assert not drop(page, tmp_path / "a", tmp_path / "b")
    assert made.conductor.bringing.brought.path is None
    assert drop(page, tmp_path / "a")
    assert made.conductor.bringing.brought.path == tmp_path / "a"


def test_a_folder_is_chosen_in_our_own_dialog(made, tmp_path):
    page = made.go_to_source(PhoneKind.IPHONE)
    assert not page.brought.file.isVisible()
    page.brought.folder.click()
    dialog = made.conductor.dialog
    assert isinstance(dialog, ChooseFile)
    dialog._enter(tmp_path)
    dialog.yes.click()
    assert made.conductor.bringing.brought.path == tmp_path
    assert str(tmp_path) in page.brought.chosen.text()


def test_the_lists_open_from_the_first_page(made):
    made.page(PhoneWhichPage).lists.click()
    assert isinstance(made.conductor.dialog, ListsDialog)
    made.conductor.dialog.reject()


ON_CABLE = Phone([*ordinary(), watcher()])


def answers(command: str) -> bytes:
    if command.startswith("dumpsys "):
        return ON_CABLE.services()[command.removeprefix("dumpsys ")].encode()
    return ON_CABLE.properties().encode() if command == "getprop" else b""


@pytest.fixture
def plugged_in(monkeypatch, loopback):
    """Plug a made-up phone in where the program looks for one."""
    from adb_shell.adb_device import AdbDeviceTcp

    from checkup.collect.android.cable.own_adb import OwnShell

    with contextlib.ExitStack() as plugged:

        def plug(**how) -> FakePhone:
            phone = plugged.enter_context(FakePhone(answers, **how))

            def connected(serial, stop):
                device = AdbDeviceTcp("127.0.0.1", phone.port, default_transport_timeout_s=2.0)
                shell = OwnShell(device, stop, 2.0)
                shell.connect(2.0)
                return shell

            monkeypatch.setattr("checkup.collect.android.cable.connected", connected)
            return phone

        yield plug


def test_a_phone_on_the_cable_is_asked_live_and_ends_in_cards(made, plugged_in):
    phone = plugged_in()
    page = made.go_to_source(PhoneKind.ANDROID)
    press(page.sources, Source.CABLE)
    assert page.cable_card.isVisible()
    assert not page.brought.isVisible()
    asked = []
    made.conductor.running.changed.connect(lambda: asked.append(made.conductor.running.progress.asks))
    made.look()

    assert "package" in asked
    assert "getprop" in phone.asked
    [result] = made.desk.visit.phones
    assert result.subject.name == "SM-A536E"
    assert [one.about for one in result.at(Level.STRONG)] == ["com.wifi.systemservice"]
    assert not made.page(ComputerPage).note_card.isVisible()


def test_a_cable_that_is_pulled_is_said_and_the_look_can_be_repeated(made, plugged_in):
    plugged_in(unplug_after=4)
    page = made.go_to_source(PhoneKind.ANDROID)
    press(page.sources, Source.CABLE)
    made.look()
    assert made.page(ComputerPage).note.text() == made.say("phone.disconnected")
    assert Cause.DISCONNECTED in {gap.reason for gap in made.desk.visit.phones[0].gaps}

    plugged_in()
    made.other(made.say("phone.again"))
    made.look()
    [result] = made.desk.visit.phones
    assert not made.page(ComputerPage).note_card.isVisible()
    assert len(result.at(Level.STRONG)) == 1


@pytest.mark.parametrize("state", ["no_phone", "unauthorised", "offline", "no_access"])
def test_each_way_a_phone_does_not_answer_is_one_sentence(qtbot, state):
    def closed(*_):
        raise CannotLook(f"android_{state}")
        yield

    made = Looked(qtbot, closed)
    page = made.go_to_source(PhoneKind.ANDROID)
    press(page.sources, Source.CABLE)
    made.look()
    assert made.at == SOURCE
    own = f"phone.errors.android_{state}"
    assert page.trouble.text() == made.say(own if made.desk.texts.has(own) else f"cli.errors.android_{state}")
    assert made.window.foot.main_button.isEnabled()


def test_of_several_phones_one_is_chosen(qtbot):
    wanted_by = []

    def several(wanted, *_):
        wanted_by.append(wanted.serial)
        raise CannotLook("android_several", serials=("R58N1", "R58N2"))
        yield

    made = Looked(qtbot, several)
    page = made.go_to_source(PhoneKind.ANDROID)
    press(page.sources, Source.CABLE)
    made.look()
    assert page.trouble.text() == made.say("phone.errors.android_several")
    assert not made.window.foot.main_button.isEnabled()
    press(page.phones, "R58N2")
    made.look()
    assert wanted_by == ["", "R58N2"]


@pytest.mark.parametrize("source", [Source.CABLE, Source.ADB_BACKUP])
def test_in_a_small_window_what_belongs_to_the_source_comes_into_sight(made, source):
    made.window.resize(640, 480)
    page = made.go_to_source(PhoneKind.ANDROID)
    press(page.sources, source)
    card = page.cable_card if source is Source.CABLE else page.brought
    high = page.viewport().height()
    made.qtbot.waitUntil(lambda: 0 < card.mapTo(page.viewport(), card.rect().bottomLeft()).y() <= high)
