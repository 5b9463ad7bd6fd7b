"""The whole walk with the keyboard alone, in Vietnamese: from the first page to a plan that is there again.

Every act is a key pressed where the keyboard is: Tab until the wanted control has it, arrows within a
choice, Space, Enter, and words as a typing tool hands them over. Only the look at this computer is a
short one made up here; the record is a real file under a real key.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from checkup.content.texts import Language, Texts
from checkup.flow.keeping import KeepState
from checkup.flow.place import StepId
from checkup.model.clock import now
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.stop import Stop
from checkup.scan import Ended, Event
from checkup.ui.app import Program
from checkup.ui.dialogs.choose_file import ChooseFile
from checkup.ui.dialogs.record import RecordDialog
from checkup.ui.pages.plan import PlanPage
from checkup.ui.record_care import RecordCare
from tests.ui.hands import press, type_words

PASSPHRASE = "Chín con vịt bơi qua sông"
NOTE = "Hỏi chị Hoa ở thư viện trước"
TEXTS = Texts(Language.VIETNAMESE)
RESULT = Result(
    subject=Subject(kind=SubjectKind.COMPUTER, system="Debian 12"),
    when="2026-11-24T08:30:00Z",
    findings=(
        Finding(
            check="computer.known_programs",
            level=Level.ASK,
            about="anydesk",
            name="AnyDesk",
            reasons=(Reason(sign="runs_now", what="AnyDesk"),),
            evidence=(Evidence(where="/usr/bin/anydesk", saw="AnyDesk"),),
        ),
    ),
)

pytestmark = pytest.mark.usefixtures("cheap_keys", "short_look")


@pytest.fixture
def short_look(monkeypatch: pytest.MonkeyPatch) -> None:
    def look(stop: Stop, clock: object) -> Iterator[Event]:
        yield Ended(result=RESULT)

    monkeypatch.setattr("checkup.ui.steps.computer.look_here", look)


class Person:
    """Sits at a keyboard; knows what has the focus, and where in the walk the window is."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.window, self.qtbot = program, program.window, qtbot
        self.at(self.window)

    def at(self, window: QWidget) -> None:
        """Wait until this window or dialog has the keyboard."""
        window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    @property
    def page(self) -> str:
        here = self.window.walk.here
        return "/".join(part for part in (here.step.value, here.page, here.item) if part)

    def reach(self, wanted: Callable[[QWidget], bool]) -> QWidget:
        """Press Tab until a control that is wanted has the keyboard; once around at most."""
        QApplication.processEvents()  # what has just appeared is seen before anybody presses a key
        been: set[QWidget] = set()
        while (focused := QApplication.focusWidget()) not in been:
            assert focused is not None
            been.add(focused)
            if wanted(focused):
                assert self._is_in_sight(focused), f"{focused.accessibleName()} has the keyboard out of sight"
                return focused
            press(Qt.Key.Key_Tab)
        raise AssertionError(f"no way with Tab on {self.page}")

    def can_reach(self, wanted: Callable[[QWidget], bool]) -> bool:
        try:
            self.reach(wanted)
        except AssertionError:
            return False
        return True

    def choose(self, words: str) -> None:
        """Go to a choice with Tab and, among choices of which one is taken, with the arrows."""
        self.reach(lambda one: is_choice(one) and words in self._siblings(one))
        for _ in range(20):
            focused = QApplication.focusWidget()
            assert isinstance(focused, QAbstractButton)
            if focused.accessibleName().endswith(words):
                if not focused.isChecked():
                    press(Qt.Key.Key_Space)
                assert focused.isChecked()
                return
            press(Qt.Key.Key_Down)
        raise AssertionError(f"{words} is not reached with the arrows")

    def choose_first(self) -> None:
        """Take the first choice that Tab comes to."""
        focused = self.reach(is_choice)
        assert isinstance(focused, QAbstractButton)
        if not focused.isChecked():
            press(Qt.Key.Key_Space)

    def go_on(self) -> None:
        """Press the main button, and wait for what it starts."""
        self.reach(lambda one: one is self.window.foot.main_button)
        press(Qt.Key.Key_Space)
        self.qtbot.waitUntil(lambda: not self.window.desk.work._jobs)

    def go_on_from(self, page: str) -> None:
        """Go on; where the button first starts a look, press it again after that."""
        assert self.page == page
        self.go_on()
        if self.page == page:
            self.go_on()
        assert self.page != page

    def open_step(self, step: StepId) -> None:
        """Go to a step by the rail."""
        name = TEXTS.say(f"window.rail.{step}")
        self.reach(lambda one: one.accessibleName().startswith(name) and one in self.window.rail.children())
        press(Qt.Key.Key_Space)

    def choose_file(self, name: str = "") -> None:
        """Answer the file dialog: its name as it stands, or another; Enter."""
        dialog = self.program.application.activeModalWidget()
        assert isinstance(dialog, ChooseFile)
        self.at(dialog)
        field = self.reach(lambda one: isinstance(one, QLineEdit))
        if name:
            press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            type_words(field, name)
        press(Qt.Key.Key_Return)
        self.at(self.window)

    def type_here(self, words: str) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        type_words(focused, words)

    def _siblings(self, choice: QWidget) -> str:
        group = choice.parentWidget()
        return "\n".join(one.accessibleName() for one in group.findChildren(QAbstractButton))

    def _is_in_sight(self, widget: QWidget) -> bool:
        return widget.isVisible() and not widget.visibleRegion().isEmpty()


def is_choice(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and widget.property("choice") is not None


@pytest.fixture
def started(qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[], Person]]:
    """Start the program as often as it is asked for; each is taken apart at the end."""
    programs: list[Program] = []

    def start() -> Person:
        made = Program(qapp, Language.VIETNAMESE, now)
        programs.append(made)
        made.window.resize(800, 600)
        made.window.show()
        return Person(made, qtbot)

    yield start
    for each in programs:
        each.window.end()
        assert each.desk.work.close_all(5000)
        each.desk.put_away()
        if each.keys is not None:
            qapp.removeEventFilter(each.keys)
        if each.care is not None:
            each.care._idle.stop()
    for top in qapp.topLevelWidgets():
        top.hide()
    qapp.setStyleSheet("")


def plan_shown(person: Person) -> list[tuple[str, bool, str]]:
    """Return what the page of the plan shows: each step, whether it is done, and its note."""
    page = person.window.stack.currentWidget()
    assert isinstance(page, PlanPage)
    return [
        (row.title.text(), row.box.isChecked(), row.note.toPlainText() if row.note.isVisible() else "")
        for row in page.rows().values()
    ]


def before_the_situation(person: Person) -> None:
    """Walk to the choice what is kept: nothing may be written on the way."""
    person.go_on_from("start/welcome")
    person.choose(TEXTS.say("start.device.safe"))
    person.go_on_from("start/device")
    person.go_on_from("start/traces")
    assert person.page == "start/keeping"


def make_the_record(person: Person, home: Path) -> None:
    assert [path for path in home.rglob("*") if path.is_file()] == []
    person.choose(TEXTS.say("start.keeping.new"))
    person.go_on_from("start/keeping")
    person.type_here(PASSPHRASE)
    person.reach(lambda one: one.accessibleName() == TEXTS.say("record.again"))
    person.type_here(PASSPHRASE)
    press(Qt.Key.Key_Return)
    person.choose_file()
    person.qtbot.waitUntil(lambda: person.page.startswith("situation/"))


def answer_everything(person: Person) -> None:
    """Answer each question, look at the computer, say what is whose, until the plan is there."""
    pages = 0
    while not person.page.startswith("plan/"):
        pages += 1
        assert pages < 80, person.page
        page = person.page
        asks = page.startswith(("situation/", "accounts/")) and not page.endswith("signed_in_here")
        if asks and person.can_reach(is_choice):
            person.choose_first()
        if page.startswith("computer/"):
            person.go_on()  # it looks
            person.choose(TEXTS.say("computer.answers.not_mine"))
        if page == "phone/source":
            look_on_the_phone_alone(person)
        else:
            choose_the_phone(person)
            person.go_on_from(page)


def choose_the_phone(person: Person) -> None:
    """On the first page of the phone's step, say which it is and whose."""
    if person.page == "phone/which":
        person.choose(TEXTS.say("phone.kinds.android.label"))
        person.choose(TEXTS.say("phone.whose.mine"))


def look_on_the_phone_alone(person: Person) -> None:
    """Go on without a file, by the button beside the main one."""
    words = TEXTS.say("phone.own")
    person.reach(lambda one: isinstance(one, QAbstractButton) and one.text() == words)
    press(Qt.Key.Key_Space)
    assert person.page == "phone/looks"


def mark_and_note(person: Person) -> None:
    """Tick the first step, and write a note on the second."""
    boxes: list[QWidget] = []
    boxes.append(person.reach(lambda one: isinstance(one, QCheckBox)))
    press(Qt.Key.Key_Space)
    person.reach(lambda one: isinstance(one, QCheckBox) and one not in boxes)
    person.reach(lambda one: one.accessibleName().startswith(TEXTS.say("plan.note")))
    press(Qt.Key.Key_Space)
    person.reach(lambda one: isinstance(one, QPlainTextEdit))
    person.type_here(NOTE)


def test_from_the_first_page_to_a_plan_that_is_there_again(started: Callable[[], Person], home: Path) -> None:
    person = started()
    before_the_situation(person)
    make_the_record(person, home)
    answer_everything(person)
    mark_and_note(person)
    plan = plan_shown(person)
    visit = person.window.desk.visit
    person.go_on()  # "save and close"
    assert not person.window.isVisible()

    assert any(done for _, done, _ in plan)
    assert NOTE in [note for _, _, note in plan]
    assert any("AnyDesk" in title for title, _, _ in plan)
    assert [path.name for path in home.rglob("*") if path.is_file()] == ["ghi-chu.dat"]
    assert PASSPHRASE not in repr(visit)

    person = started()
    before_the_situation(person)
    person.choose(TEXTS.say("start.keeping.open"))
    person.go_on_from("start/keeping")
    press(Qt.Key.Key_Space)  # "choose the file" has the keyboard
    person.choose_file("ghi-chu.dat")
    person.type_here(PASSPHRASE)
    press(Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: person.page == "start/opened")
    person.open_step(StepId.PLAN)

    assert plan_shown(person) == plan
    assert person.window.desk.visit.replies == visit.replies
    lock_and_unlock(person, plan)


def lock_and_unlock(person: Person, plan: list[tuple[str, bool, str]]) -> None:
    """Lock with the keyboard, and come back to the same plan."""
    care = person.program.care
    assert isinstance(care, RecordCare)
    person.reach(lambda one: one is person.window.top.record)
    press(Qt.Key.Key_Space)
    dialog = person.program.application.activeModalWidget()
    assert isinstance(dialog, RecordDialog)
    person.at(dialog)
    person.reach(lambda one: one is dialog.lock)
    press(Qt.Key.Key_Space)
    assert care.cover is not None
    person.at(person.window)
    person.type_here(PASSPHRASE)
    press(Qt.Key.Key_Return)
    person.qtbot.waitUntil(lambda: care.cover is None)
    person.qtbot.waitUntil(lambda: plan_shown(person) == plan)  # its rows are seen a moment later
    assert person.window.desk.keeps is KeepState.RECORD


def test_not_safe_ends_calmly_with_the_keyboard_and_leaves_nothing(
    started: Callable[[], Person], home: Path
) -> None:
    person = started()
    person.go_on_from("start/welcome")
    person.choose(TEXTS.say("start.device.not_safe"))
    person.go_on_from("start/device")
    assert person.page == "start/elsewhere"
    person.go_on()

    assert not person.window.isVisible()
    assert [path for path in home.rglob("*") if path.is_file()] == []
