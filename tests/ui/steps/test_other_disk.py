"""Another disk in the window: chosen, looked at, shown on its own page, stopped, refused."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from checkup.content.texts import Texts
from checkup.flow.computer import DISK, LOOK, computer_route
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Walk
from checkup.model.answer import Answer
from checkup.model.clock import now
from checkup.model.result import SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.scan import Started
from checkup.ui.desk import Desk
from checkup.ui.dialogs.choose_file import ChooseFile
from checkup.ui.pages.computer import ComputerPage
from checkup.ui.steps.computer import ComputerConductor
from checkup.ui.theme import Theme
from checkup.ui.window import Window

WAIT = 60_000  # ms; a busy machine
VISIT = Visit(id="v", began="2026-11-24T08:00:00Z", device=DeviceSafety.SAFE)


class Technician:
    """The window with this one step, and the hands that use it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.desk = Desk(VISIT, now, Texts)
        self.conductor = ComputerConductor(self.desk)
        self.window = Window(
            self.desk,
            Walk({StepId.COMPUTER: computer_route(())}, VISIT),
            {StepId.COMPUTER: lambda _: self.conductor},
            Theme(),
        )
        self.desk.go_asked.connect(self.window.go)
        qtbot.addWidget(self.window)
        self.window.open()
        self.window.show()

    @property
    def at(self) -> str:
        return self.window.walk.here.page

    @property
    def page(self) -> ComputerPage:
        shown = self.window.stack.currentWidget()
        assert isinstance(shown, ComputerPage)
        return shown

    def ask(self) -> ChooseFile:
        assert self.page.elsewhere.isVisible()
        self.page.elsewhere.click()
        dialog = self.conductor.disk.dialog
        assert isinstance(dialog, ChooseFile)
        return dialog

    def choose(self, folder: Path) -> None:
        dialog = self.ask()
        dialog._enter(folder)
        dialog.yes.click()

    def look(self, folder: Path) -> None:
        with self.qtbot.waitSignal(self.conductor.disk.running.ended, timeout=WAIT):
            self.choose(folder)


@pytest.fixture
def technician(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("checkup.indicators.kept.lists_folder", lambda: tmp_path / "lists")
    made = Technician(qtbot)
    yield made
    made.window.end()
    assert made.desk.work.close_all(5000)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A small Linux disk on which a library is loaded into every program."""
    root = tmp_path / "đĩa của Lan"
    for name, text in {
        "etc/os-release": 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n',
        "etc/passwd": "root:x:0:0::/root:/bin/sh\n",
        "etc/ld.so.preload": "/usr/local/lib/libwatch.so\n",
        "usr/local/lib/libwatch.so": "x",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_a_disk_is_chosen_looked_at_and_shown_as_another_one(technician, disk):
    technician.look(disk)

    assert technician.at == DISK
    [result] = technician.desk.visit.disks
    assert (result.subject.kind, result.subject.name) == (SubjectKind.DISK, str(disk))
    assert technician.desk.visit.computer is None
    lead = technician.page.lead.text()
    assert str(disk) in lead
    assert "Debian" in lead
    [found] = [one for one in result.findings if one.check == "computer.preload"]
    card = technician.page._cards[result.key_of(found)]
    technician.qtbot.waitUntil(card.isVisible)
    assert technician.page.gaps.isVisible()
    assert technician.window.foot.main_button.isEnabled()


def test_an_answer_is_kept_for_the_disk_alone(technician, disk):
    technician.look(disk)
    [result] = technician.desk.visit.disks
    found = next(one for one in result.findings if one.check == "computer.preload")
    card = technician.page._cards[result.key_of(found)]

    card.answers.buttons()[2].click()

    assert card.answers.buttons()[2].isChecked()
    said = technician.desk.visit.cards
    assert [(one.about, one.answer) for one in said] == [(result.key_of(found), Answer.NOT_MINE)]


def test_a_folder_without_a_system_is_one_sentence_and_another_can_be_chosen(technician, disk, tmp_path):
    (tmp_path / "ảnh").mkdir()
    technician.look(tmp_path / "ảnh")

    assert technician.at == DISK
    assert technician.desk.visit.disks == ()
    assert technician.page.note_card.isVisible()
    told = technician.desk.texts.say("computer.disk.unknown", path=str(tmp_path / "ảnh"))
    assert technician.page.note.text() == told

    technician.look(disk)
    assert not technician.page.note_card.isVisible()
    assert len(technician.desk.visit.disks) == 1


def test_a_look_that_breaks_off_says_so_and_nothing_private(technician, disk):
    def breaks(root, stop, clock):
        yield Started(check="computer.preload", number=1, total=2)
        raise RuntimeError(f"private {root}")

    technician.conductor.disk._look = breaks
    technician.look(disk)

    assert technician.page.note.text() == technician.desk.texts.say("computer.trouble")
    assert technician.desk.visit.disks == ()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A second disk, with nothing on it to mention."""
    root = tmp_path / "other"
    (root / "etc").mkdir(parents=True)
    (root / "etc/os-release").write_text('PRETTY_NAME="Fedora Linux 41"\n', "utf-8")
    return root


def test_every_disk_of_the_visit_can_be_chosen_again(technician, disk, other):
    technician.look(disk)
    assert not technician.page.disks.isVisible()
    technician.look(other)

    assert technician.page.disks.isVisible()
    assert "Fedora" in technician.page.lead.text()
    first, second = technician.page.disks.choices.buttons()
    assert second.isChecked()
    first.click()
    assert str(disk) in technician.page.lead.text()
    technician.window.go(Place(step=StepId.COMPUTER, page=LOOK))
    technician.window.go(Place(step=StepId.COMPUTER, page=DISK))
    assert str(disk) in technician.page.lead.text(), "the choice stays"


def test_a_disk_leaves_the_visit_after_a_question_and_the_page_with_the_last(technician, disk, other):
    technician.look(disk)
    technician.look(other)

    technician.page.remove.click()
    technician.conductor.disk.question.no.click()
    assert len(technician.desk.visit.disks) == 2
    technician.page.remove.click()
    technician.conductor.disk.question.yes.click()
    assert [result.subject.name for result in technician.desk.visit.disks] == [str(disk)]
    assert str(disk) in technician.page.lead.text()
    technician.page.remove.click()
    technician.conductor.disk.question.yes.click()
    assert technician.desk.visit.disks == ()
    assert technician.at == LOOK


def test_it_can_be_stopped_and_the_way_leads_back_to_it_meanwhile(technician, disk):
    look, goes_on = technician.conductor.disk._look, threading.Event()

    def slow(root, stop, clock):
        for event in look(root, stop, clock):
            yield event
            if isinstance(event, Started) and event.number == 2:
                goes_on.set()
                stop.wait(60)

    technician.conductor.disk._look = slow
    with technician.qtbot.waitSignal(technician.conductor.disk.running.ended, timeout=WAIT):
        technician.choose(disk)
        assert technician.at == DISK
        assert technician.page.running.isVisible()
        assert not technician.window.foot.main_button.isEnabled()
        technician.window.go(Place(step=StepId.COMPUTER, page=LOOK))
        technician.page.elsewhere.click()
        assert technician.at == DISK, "the look that goes on, not a second question"
        assert goes_on.wait(60)
        technician.page.running.stop.click()

    [result] = technician.desk.visit.disks
    assert result.stopped
    assert technician.page.note.text() == technician.desk.texts.say("computer.stopped")


def test_there_is_no_way_to_another_disk_while_this_computer_is_looked_at(technician):
    def slow(stop):
        yield Started(check="computer.preload", number=1, total=2)
        stop.wait(60)

    technician.conductor._look = slow
    with technician.qtbot.waitSignal(technician.conductor.running.ended, timeout=WAIT):
        technician.window.foot.main_button.click()
        assert not technician.page.elsewhere.isVisible()
        technician.page.running.stop.click()
