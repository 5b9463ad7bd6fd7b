"""Passwords in the window: nothing is asked before a yes, nothing typed outlives the page."""

import threading
from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from checkup.content.texts import Language, Texts
from checkup.credentials.breach import Asked, asked
from checkup.flow.computer import looked
from checkup.flow.passwords import CONSENT, PASSWORDS, route
from checkup.flow.place import Place, StepId
from checkup.flow.plan import PLAN
from checkup.flow.walk import Walk
from checkup.model.clock import now
from checkup.model.finding import Finding, Level
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.network import Consent, CouldNotAsk, NetworkTrouble
from checkup.ui.conductor import Conductor
from checkup.ui.desk import Desk
from checkup.ui.dialogs.confirm import Confirm
from checkup.ui.page import Page
from checkup.ui.pages.passwords import PasswordsPage
from checkup.ui.steps import passwords
from checkup.ui.steps.passwords import PasswordsConductor
from checkup.ui.theme import Theme
from checkup.ui.window import Window

HERE, ELSEWHERE = Place(step=StepId.PASSWORDS, page=PASSWORDS), Place(step=StepId.PLAN, page=PLAN)
SIGN = Finding(check="computer.known_programs", level=Level.STRONG, about="x", reasons=())
STRONG = Result(subject=Subject(kind=SubjectKind.COMPUTER), when="", findings=(SIGN,))


class Service:
    """Stands for the network; answers when `may_answer` is set."""

    def __init__(self) -> None:
        self.asked: list[tuple[Asked, Consent]] = []
        self.answer: int | Exception = 0
        self.may_answer = threading.Event()
        self.may_answer.set()

    def __call__(self, about: Asked, consent: Consent, _asks: object) -> int:
        self.asked.append((about, consent))
        self.may_answer.wait(60)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Blank(Conductor):
    """Another step to go to."""

    step = StepId.PLAN

    def page(self, place: Place) -> Page:
        self.blank = getattr(self, "blank", None) or Page()
        return self.blank

    def show(self, place: Place) -> None: ...

    def foot(self, place: Place) -> object:
        from checkup.ui.conductor import Foot

        return Foot()


@pytest.fixture
def service() -> Iterator[Service]:
    made = Service()
    yield made
    made.may_answer.set()


@pytest.fixture
def window(qtbot: QtBot, service: Service) -> Iterator[Window]:
    QGuiApplication.clipboard().clear()
    visit = Visit(id="v", began="2026-11-24T08:00:00Z", device=DeviceSafety.SAFE)
    desk = Desk(visit, now, Texts)
    routes = {StepId.PASSWORDS: route, StepId.PLAN: lambda _: (ELSEWHERE,)}
    makers = {
        StepId.PASSWORDS: lambda desk: PasswordsConductor(desk, looks_up=service),
        StepId.PLAN: Blank,
    }
    made = Window(desk, Walk(routes, visit), makers, Theme())
    qtbot.addWidget(made)
    made.open()
    made.show()
    yield made
    service.may_answer.set()
    made.end()
    assert desk.work.close_all(5000)


@pytest.fixture
def page(window: Window) -> PasswordsPage:
    shown = window.stack.currentWidget()
    assert isinstance(shown, PasswordsPage)
    return shown


def typed(page: PasswordsPage, qtbot: QtBot, words: str) -> None:
    page.field.setFocus()
    page.field.selectAll()
    qtbot.keyClicks(page.field, words)


def test_a_passphrase_is_made_when_asked_for_and_shown_with_its_worth(page: PasswordsPage) -> None:
    assert page.words.text() == ""
    assert not page.copy.isVisible()
    page.new.click()
    first = page.words.text()
    assert len(first.split("-")) == 5
    assert "bits" in page.worth.text()
    page.new.click()
    assert page.words.text() != first


def test_more_words_and_the_other_language_can_be_chosen(page: PasswordsPage) -> None:
    page.new.click()
    page.counts.buttons()[4].click()
    assert len(page.words.text().split("-")) == 8
    page.languages.buttons()[1].click()
    assert page.words.text() == ""
    page.new.click()
    assert len(page.words.text().split("-")) == 12  # six words of two syllables


def test_the_words_can_be_copied_by_the_button_alone(page: PasswordsPage) -> None:
    page.new.click()
    selecting = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not page.words.textInteractionFlags() & selecting
    page.copy.click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == page.words.text()
    assert data.hasFormat("x-kde-passwordManagerHint")
    assert "20" in page.copied.text()


def test_closing_takes_the_copy_back(window: Window, page: PasswordsPage) -> None:
    page.new.click()
    page.copy.click()
    window.close()
    assert QGuiApplication.clipboard().text() == ""


def test_going_to_the_next_page_leaves_it_to_be_pasted(window: Window, page: PasswordsPage) -> None:
    page.new.click()
    made = page.words.text()
    page.copy.click()
    window.go(ELSEWHERE)
    assert QGuiApplication.clipboard().text() == made


def test_what_is_typed_is_judged_as_it_is_typed(page: PasswordsPage, qtbot: QtBot) -> None:
    assert not page.badge.isVisible()
    typed(page, qtbot, "anhyeuem")
    assert page.badge.isVisible()
    assert "many people" in page.reasons.text()
    typed(page, qtbot, "x9#Kd!w02mQz")
    assert not page.reasons.isVisible()


def test_what_is_typed_is_hidden_until_asked(page: PasswordsPage, qtbot: QtBot) -> None:
    typed(page, qtbot, "zubrowka")
    assert page.field.echoMode() is QLineEdit.EchoMode.Password
    page.eye.click()
    assert page.field.echoMode() is QLineEdit.EchoMode.Normal


def test_nothing_typed_or_made_outlives_the_page(window: Window, page: PasswordsPage, qtbot: QtBot) -> None:
    typed(page, qtbot, "zubrowka")
    page.eye.click()
    page.new.click()
    window.go(ELSEWHERE)
    window.go(HERE)
    assert (page.field.text(), page.words.text()) == ("", "")
    assert page.field.echoMode() is QLineEdit.EchoMode.Password
    assert not page.badge.isVisible()
    assert not page.ask.isEnabled()
    page.eye.click()
    page.field.undo()
    assert page.field.text() == ""
    assert "zubrowka" not in repr(window.desk.visit)


def test_nothing_is_asked_before_the_yes(window: Window, page: PasswordsPage, qtbot: QtBot, service) -> None:
    typed(page, qtbot, "zubrowka")
    page.ask.click()
    dialog = window.findChild(Confirm)
    assert dialog.no.isDefault()
    assert service.asked == []
    dialog.no.click()
    assert service.asked == []
    assert window.desk.sent == 0


def asks(window: Window, page: PasswordsPage, qtbot: QtBot, words: str = "zubrowka") -> None:
    typed(page, qtbot, words)
    page.ask.click()
    window.findChild(Confirm).yes.click()


def test_after_the_yes_it_is_asked_once_and_the_top_line_says_so(window, page, qtbot, service) -> None:
    service.answer = 42
    asks(window, page, qtbot)
    qtbot.waitUntil(lambda: "42" in page.leaks.text())
    assert service.asked == [(asked("zubrowka"), CONSENT)]
    assert window.desk.sent == 1
    assert page.ask.isEnabled()


@pytest.mark.parametrize("trouble", NetworkTrouble)
def test_no_answer_is_told_as_no_answer(window, page, qtbot, service, trouble) -> None:
    service.answer = CouldNotAsk(trouble)
    asks(window, page, qtbot)
    qtbot.waitUntil(lambda: "nothing about the password" in page.leaks.text())


def test_an_error_nobody_expected_is_told_and_the_page_goes_on(window, page, qtbot, service) -> None:
    service.answer = ValueError("zubrowka")
    with qtbot.waitSignal(window.desk.trouble):
        asks(window, page, qtbot)
    assert page.leaks.text() == ""
    assert page.ask.isEnabled()


@pytest.mark.parametrize("how", ["typing on", "going elsewhere"])
def test_an_answer_about_something_else_is_not_shown(window, page, qtbot, service, how) -> None:
    service.may_answer.clear()
    service.answer = 42
    asks(window, page, qtbot)
    qtbot.waitUntil(lambda: len(service.asked) == 1)
    assert not page.ask.isEnabled()
    if how == "typing on":
        typed(page, qtbot, "another one")
    else:
        window.go(ELSEWHERE)
        window.go(HERE)
    [job] = window.desk.work._jobs
    with qtbot.waitSignal(job.ended):
        service.may_answer.set()
    assert page.leaks.text() == ""


def test_a_strong_sign_hides_the_fields_and_says_why(window: Window, page: PasswordsPage) -> None:
    window.desk.replace(looked(window.desk.visit, STRONG))  # a look that still went on has ended
    assert page.waiting.isVisible()
    assert not page.make.isVisible()
    assert not page.check.isVisible()
    assert "could read what is typed" in page.reason.text()


def test_who_knows_can_go_on(window: Window, page: PasswordsPage) -> None:
    window.desk.replace(looked(window.desk.visit, STRONG))
    page.go_on.click()
    assert page.make.isVisible()
    assert page.check.isVisible()
    assert not page.waiting.isVisible()
    assert window.desk.visit.went_on_knowingly


def test_another_language_keeps_what_was_typed_and_made(window, page, qtbot) -> None:
    page.new.click()
    typed(page, qtbot, "anhyeuem")
    made = page.words.text()
    window.desk.speak(Language.VIETNAMESE)
    assert (page.field.text(), page.words.text()) == ("anhyeuem", made)
    assert page.title.text() == "Mật khẩu"
    assert "Telex" in page.reasons.text()


def test_it_can_be_walked_with_the_keyboard_alone(window, page, qtbot) -> None:
    reached = []
    page.title.setFocus()
    for _ in range(30):
        qtbot.keyClick((QGuiApplication.focusWindow() and window.focusWidget()) or window, Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    assert {page.new, page.field, page.eye} <= set(reached)


def test_nothing_of_the_visit_changes_by_making_or_judging(window, page, qtbot) -> None:
    before = window.desk.visit
    page.new.click()
    typed(page, qtbot, "anhyeuem")
    assert window.desk.visit == before == structs.replace(before)


def test_that_there_is_one_and_what_one_is_worth_are_said_aloud_but_never_the_words(
    page: PasswordsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(passwords, "announce", lambda _, words: said.append(words))
    page.new.click()
    assert said == [page.worth.text()]
    assert page.words.text() not in said[0]

    said.clear()
    typed(page, qtbot, "zubrowka")
    assert 1 <= len(said) < len("zubrowka"), "where the word changes, not at every key"
    assert said[-1] == page.badge.accessibleName()
    assert "zubrowka" not in " ".join(said)
