"""The window: places, foot, languages, sizes, closing."""

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from checkup.content.texts import Language, Texts
from checkup.flow.place import Place, StepId
from checkup.flow.walk import Route, Walk
from checkup.model.clock import now
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.ui.app import Program
from checkup.ui.conductor import Conductor, Foot, FootButton
from checkup.ui.desk import Desk
from checkup.ui.page import Page
from checkup.ui.theme import Theme, wear
from checkup.ui.widgets.choices import Choice, Choices
from checkup.ui.window import Window

VISIT = Visit(id="v", began="2026-11-24T08:00:00Z", device=DeviceSafety.SAFE)


class OnePage(Page):
    def __init__(self) -> None:
        super().__init__()
        self.choices = Choices(tall=True)
        self.add(self.choices)
        self.finish()

    def show_view(self, view: object) -> None:
        language, item = str(view).split(":")
        self.head(f"Page {item} {language}", "What it is about.")
        self.choices.show_choices((Choice(id="a", label="One"), Choice(id="b", label="Two")), "Which")


class Following(Conductor):
    """Shows one page for all places and writes down what happened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shown = OnePage()
        self.told: list[str] = []
        self.may_go_on = True

    def page(self, place: Place) -> Page:
        return self.shown

    def show(self, place: Place) -> None:
        self.shown.show_view(f"{self.desk.texts.language}:{place.step}.{place.page}")

    def foot(self, place: Place) -> Foot:
        return Foot(main="Go on", hint=f"hint {place.page}", others=(FootButton(id="print", label="Print"),))

    def main_pressed(self, place: Place) -> bool:
        self.told.append(f"main {place.page}")
        return self.may_go_on

    def pressed(self, place: Place, button: str) -> None:
        self.told.append(f"{button} {place.page}")

    def left(self, place: Place) -> None:
        self.told.append(f"left {place.page}")

    def end(self) -> None:
        self.told.append("end")


def two_pages(step: StepId) -> Route:
    return lambda _: (Place(step=step, page="first"), Place(step=step, page="second"))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    routes = {step: two_pages(step) for step in (StepId.START, StepId.PLAN)}
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    wear(application, Theme())  # whatever a test before wore
    desk = Desk(VISIT, now, Texts)
    made = Window(desk, Walk(routes, VISIT), dict.fromkeys(routes, Following), Theme())
    made.open()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def title(window: Window) -> str:
    page = window.stack.currentWidget()
    assert isinstance(page, Page)
    return page.title.text()


def test_the_main_button_leads_from_page_to_page_and_step_to_step(window: Window, qtbot: QtBot) -> None:
    seen = [title(window)]
    for _ in range(3):
        qtbot.mouseClick(window.foot.main_button, Qt.MouseButton.LeftButton)
        seen.append(title(window))
    assert seen == [
        "Page start.first en",
        "Page start.second en",
        "Page plan.first en",
        "Page plan.second en",
    ]


def test_a_step_that_says_no_keeps_the_person_on_its_page(window: Window, qtbot: QtBot) -> None:
    conductor = window.conductor(StepId.START)
    assert isinstance(conductor, Following)
    conductor.may_go_on = False
    qtbot.mouseClick(window.foot.main_button, Qt.MouseButton.LeftButton)
    assert title(window) == "Page start.first en"
    assert conductor.told == ["main first"]


def test_back_is_there_only_when_there_is_a_way_back(window: Window, qtbot: QtBot) -> None:
    assert not window.foot.back_button.isVisible()
    window.go_on()
    assert window.foot.back_button.isVisible()
    qtbot.mouseClick(window.foot.back_button, Qt.MouseButton.LeftButton)
    assert title(window) == "Page start.first en"


def test_a_page_is_told_when_it_is_left(window: Window) -> None:
    window.go_on()
    conductor = window.conductor(StepId.START)
    assert isinstance(conductor, Following)
    assert conductor.told == ["left first"]


def test_the_language_changes_on_the_same_page(window: Window) -> None:
    window.go_on()
    window.rail.language_asked.emit(Language.VIETNAMESE)
    assert title(window) == "Page start.second vi"
    assert window.foot.back_button.text() == "Quay lại"
    assert window.top.leave.text().startswith("Thoát nhanh")


def test_showing_a_page_again_keeps_the_focus_where_it_was(window: Window, qtbot: QtBot) -> None:
    page = window.stack.currentWidget()
    assert isinstance(page, OnePage)
    second = page.choices.buttons()[1]
    second.setFocus()
    window.desk.speak(Language.VIETNAMESE)
    assert page.choices.buttons()[1] is second
    assert second.hasFocus()


def test_the_heading_has_the_focus_when_a_page_opens(window: Window) -> None:
    window.go_on()
    page = window.stack.currentWidget()
    assert isinstance(page, Page)
    assert page.title.hasFocus()


def test_every_button_can_be_reached_with_the_tab_key_alone(window: Window, qtbot: QtBot) -> None:
    page = window.stack.currentWidget()
    assert isinstance(page, Page)
    page.title.setFocus()
    reached = set()
    for _ in range(40):
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton):
            reached.add(focus)
        qtbot.keyClick(focus or window, Qt.Key.Key_Tab)
    can_be_pressed = {
        made for made in window.findChildren(QPushButton) if made.isVisible() and made.isEnabled()
    }
    # Of choices that exclude each other Tab reaches one; the arrow keys reach the others.
    others = {
        made for made in can_be_pressed if made.group() and reached.intersection(made.group().buttons())
    }
    assert can_be_pressed - others <= reached


def test_the_arrow_keys_choose_among_choices(window: Window, qtbot: QtBot) -> None:
    page = window.stack.currentWidget()
    assert isinstance(page, OnePage)
    first, second = page.choices.buttons()
    told: list[object] = []
    page.choices.chosen.connect(told.append)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert told == []
    qtbot.keyClick(second, Qt.Key.Key_Space)
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()
    assert told == [("b",), ("a",)]


def test_every_control_has_a_name_for_the_screen_reader(window: Window) -> None:
    nameless = [
        made.objectName() or made.text()
        for made in window.findChildren(QPushButton)
        if made.isVisible() and not (made.accessibleName() or made.text())
    ]
    assert nameless == []


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("language", Language)
def test_the_fixed_buttons_stay_in_sight_at_800_by_600(
    window: Window, qtbot: QtBot, percent: int, language: Language
) -> None:
    window.desk.speak(language)
    window.theme_asked.connect(window.wear)
    window.resize(800, 600)
    window.wear(Theme(percent=percent))
    qtbot.waitUntil(lambda: window.width() == 800)
    for made in (window.top.leave, window.foot.main_button):
        corner = made.mapTo(window, made.rect().bottomRight())
        assert window.rect().contains(corner)
        assert made.width() >= made.minimumSizeHint().width()


def test_the_text_size_keys_ask_for_a_larger_theme(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.theme_asked) as asked:
        window.rail.size_asked.emit(1)
    assert asked.args == [Theme(percent=125)]


def test_leaving_is_asked_when_the_button_goes_down_not_when_it_comes_up(
    window: Window, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.leave_asked):
        qtbot.mousePress(window.top.leave, Qt.MouseButton.LeftButton)


def test_what_was_sent_is_told_from_then_on(window: Window) -> None:
    assert "Nothing has left" in window.top.status.text()
    window.desk.note_sent()
    assert "1 question was sent" in window.top.status.text()


def test_a_held_window_stays_open_and_a_closing_one_ends_all_work(window: Window) -> None:
    conductor = window.conductor(StepId.START)
    assert isinstance(conductor, Following)
    window.closing.connect(window.hold)
    assert not window.close()
    assert "end" not in conductor.told
    window.closing.disconnect(window.hold)
    assert window.close()
    assert "end" in conductor.told


def test_a_closed_step_cannot_be_entered_from_the_rail(window: Window) -> None:
    window.desk.replace(structs.replace(VISIT, device=None))
    window.rail.step_asked.emit(StepId.PLAN)
    assert title(window) == "Page start.first en"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [800, 1280])
def test_the_leave_button_always_names_its_keys_and_is_not_cut(
    program: Program, qtbot: QtBot, language: Language, percent: int, width: int
) -> None:
    program.desk.speak(language)
    program.change_theme(Theme(percent=percent))
    program.window.resize(width, 600)
    leave = program.window.top.leave
    qtbot.waitUntil(lambda: "Shift ×3" in leave.text())
    qtbot.waitUntil(lambda: leave.width() >= leave.sizeHint().width())
    qtbot.waitUntil(lambda: leave.height() >= leave.sizeHint().height())
    assert program.window.width() == width
