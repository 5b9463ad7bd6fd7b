"""What only an administrator may read: offered after a look, refused, read, and not urged."""

import threading

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from checkup.collect.computer.linux.rights import NoRights, Refusal
from checkup.content.texts import Texts
from checkup.flow.computer import computer_route
from checkup.flow.place import StepId
from checkup.flow.progress import Waits
from checkup.flow.rights import may_be_offered
from checkup.flow.walk import Walk
from checkup.model.answer import Answer
from checkup.model.clock import now
from checkup.model.finding import Finding, Level, Reason
from checkup.model.looked import Cause, Gap, Looked, Unread
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.scan import Ended, Started
from checkup.ui.desk import Desk
from checkup.ui.pages.computer import ComputerPage
from checkup.ui.pages.computer_acts import Answered
from checkup.ui.steps.computer import ComputerConductor
from checkup.ui.theme import Theme
from checkup.ui.window import Window

KEY = Finding(
    check="computer.ssh_keys",
    level=Level.ASK,
    about="ssh-key:x",
    name="x",
    reasons=(Reason(sign="ssh_key"),),
    evidence=(),
)
SUDO = Gap(check="computer.sudo_rights", reason=Cause.NOT_PERMITTED, where=("/etc/sudoers.d",))
BEFORE = Result(
    subject=Subject(kind=SubjectKind.COMPUTER, system="Debian 12"),
    when="2026-11-24T08:00:00Z",
    findings=(KEY,),
    gaps=(SUDO,),
)
AFTER = structs.replace(
    BEFORE,
    findings=(
        KEY,
        Finding(
            check="computer.sudo_rights",
            level=Level.ASK,
            about="sudo:minh",
            name="minh",
            reasons=KEY.reasons,
            evidence=(),
        ),
    ),
    gaps=(),
)
VISIT = Visit(id="v", began="2026-11-24T08:00:00Z", device=DeviceSafety.SAFE, computer=BEFORE)


class Person:
    """The window with this one step, and what the system answers when it is asked for a password."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.refusal: Refusal | None = None
        self.typing = threading.Event()
        self.desk = Desk(VISIT, now, Texts)
        self.conductor = ComputerConductor(
            self.desk, look=lambda stop: iter((Ended(result=BEFORE),)), further=self._further
        )
        steps = {StepId.COMPUTER: lambda _: self.conductor}
        self.window = Window(self.desk, Walk({StepId.COMPUTER: computer_route(())}, VISIT), steps, Theme())
        qtbot.addWidget(self.window)
        self.window.open()
        self.window.show()

    def _further(self, stop):
        yield Waits()
        self.typing.wait(60)
        if self.refusal is not None:
            raise NoRights(self.refusal)
        yield Ended(result=AFTER)

    @property
    def page(self) -> ComputerPage:
        shown = self.window.stack.currentWidget()
        assert isinstance(shown, ComputerPage)
        return shown

    def ask(self) -> None:
        assert self.page.rights.ask.isVisible()
        with self.qtbot.waitSignal(self.conductor.running.ended):
            self.page.rights.ask.click()
            self.qtbot.waitUntil(lambda: "password" in self.page.running.words.text())
            self.typing.set()


@pytest.fixture
def person(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr("checkup.indicators.kept.lists_folder", lambda: tmp_path / "lists")
    made = Person(qtbot)
    yield made
    made.typing.set()
    made.window.end()


def test_it_says_what_is_read_and_what_stays_before_anything_is_asked(person):
    card = person.page.rights
    assert card.isVisible()
    assert "log" in card.leaves.text()
    assert "timetables" in " ".join(card.reads.texts())
    assert "without" in card.lead.text()


def test_after_a_yes_the_gap_is_gone_and_the_answers_stay(person):
    person.page.acted.emit(Answered(about=KEY.about, answer=Answer.MINE))
    person.ask()
    assert person.desk.visit.computer == AFTER
    assert [card.answer for card in person.desk.visit.cards] == [Answer.MINE]
    assert not person.page.gaps.isVisible()
    assert not person.page.rights.isVisible()


@pytest.mark.parametrize("why", list(Refusal))
def test_after_a_refusal_all_stays_and_the_card_says_why(person, why):
    person.refusal = why
    person.ask()
    assert person.desk.visit.computer == BEFORE
    assert person.page.note.text() == person.desk.texts.say(f"computer.rights.refused.{why.value}")
    assert person.page.rights.ask.isVisible()
    person.conductor.begin()
    person.qtbot.waitUntil(lambda: person.conductor.running.progress is None)
    assert not person.page.note_card.isVisible()


def test_looking_again_goes_on_after_the_cards_of_the_last_look_are_gone(person):
    between = threading.Event()

    def look(stop):
        for number in range(1, 4):
            yield Started(check="computer.ssh_keys", number=number, total=3)
            between.wait(0.05)  # the window lets the cards go meanwhile
        yield Ended(result=AFTER)

    person.conductor._look = look
    with person.qtbot.waitSignal(person.conductor.running.ended):
        person.conductor.begin()
    assert person.desk.visit.computer == AFTER


def test_beside_a_strong_sign_no_password_is_asked_for(person):
    strong = structs.replace(KEY, level=Level.STRONG)
    person.desk.replace(structs.replace(VISIT, computer=structs.replace(BEFORE, findings=(strong,))))
    person.conductor._show()
    assert not person.page.rights.ask.isVisible()
    assert "recorded" in person.page.rights.lead.text()


@pytest.mark.parametrize(
    ("result", "offered"),
    [
        (BEFORE, True),
        (
            structs.replace(
                BEFORE, gaps=(), unread=(Unread(where="/proc/*/exe", reason=Cause.NOT_PERMITTED),)
            ),
            True,
        ),
        (structs.replace(BEFORE, gaps=(structs.replace(SUDO, where=("/home/minh",)),)), False),
        (structs.replace(BEFORE, gaps=(structs.replace(SUDO, reason=Cause.FAILED),)), False),
        (structs.replace(BEFORE, gaps=(), looked=(Looked(check="computer.sudo_rights", saw=1),)), False),
        (structs.replace(BEFORE, stopped=True), False),
        (structs.replace(BEFORE, subject=Subject(kind=SubjectKind.DISK, system="Debian 12")), False),
        (structs.replace(BEFORE, subject=Subject(kind=SubjectKind.COMPUTER, system="Windows 11")), False),
        (structs.replace(BEFORE, subject=Subject(kind=SubjectKind.COMPUTER, system="macOS 14")), False),
    ],
)
def test_it_is_offered_where_it_would_open_something(result, offered):
    assert may_be_offered(result) is offered
