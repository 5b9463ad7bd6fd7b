"""A question's choices with the keyboard: each is reached, again and again, whatever was shown before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkup.ui.tab_order import move_focus
from checkup.ui.theme import Theme, wear
from checkup.ui.widgets.choices import Choice, Choices
from tests.ui.hands import press


class Form(QWidget):
    """Choices between two fields."""

    def __init__(self, *, several: bool) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.choices = Choices(tall=True, several=several)
        column = QVBoxLayout(self)
        for part in (self.before, self.choices, self.after):
            column.addWidget(part)
        self.chosen: list[tuple[str, ...]] = []
        self.choices.chosen.connect(self.chosen.append)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's own
        return move_focus(self, forward=forward)

    def show_ids(self, *ids: str, chosen: str = "") -> None:
        rows = tuple(Choice(id=one, label=one, chosen=one == chosen) for one in ids)
        self.choices.show_choices(rows, "question")
        QApplication.processEvents()  # what is new is seen a moment later

    def by_tab(self) -> list[str]:
        """Return the choices that Tab comes to between the two fields."""
        self.before.setFocus()
        found: list[str] = []
        while True:
            press(Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            assert focused is not None
            if focused is self.after:
                return found
            found.append(str(focused.property("choice")))


@pytest.fixture(params=[False, True], ids=["one", "several"])
def form(request: pytest.FixtureRequest, qtbot: QtBot) -> Form:
    made = Form(several=request.param)
    qtbot.addWidget(made)
    made.show_ids("a", "b", "c")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    return made


def stops(form: Form, one: str) -> list[str]:
    """Return where Tab should come: to each of several, else to this one."""
    return ["a", "b", "c"] if form.choices.is_several else [one]


def test_tab_comes_to_the_choices_before_any_is_made(form: Form) -> None:
    assert form.by_tab() == stops(form, "a")


def test_tab_comes_to_the_one_that_is_chosen(form: Form) -> None:
    form.show_ids("a", "b", "c", chosen="b")
    assert form.by_tab() == stops(form, "b")


def test_after_a_click_tab_comes_to_what_was_clicked(form: Form) -> None:
    form.choices.buttons()[2].click()
    assert form.by_tab() == stops(form, "c")


def test_another_question_s_choices_are_reached_as_well(form: Form) -> None:
    form.choices.buttons()[1].click()
    form.show_ids("x", "y")
    assert form.by_tab() == (["x", "y"] if form.choices.is_several else ["x"])
    form.show_ids("a", "b", "c")
    assert form.by_tab() == stops(form, "a")


def test_shown_without_a_choice_again_they_are_reached(form: Form) -> None:
    form.choices.buttons()[1].click()
    form.show_ids("a", "b", "c")
    assert form.by_tab() == stops(form, "a")


def test_arrows_lead_to_the_others(form: Form) -> None:
    form.by_tab()
    form.before.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.property("choice") == "b"


def test_space_makes_the_choice(form: Form) -> None:
    form.before.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert form.chosen == [("a",)]


def test_long_words_beside_others_are_broken_but_said_as_one(qtbot: QtBot) -> None:
    choices = Choices()
    qtbot.addWidget(choices)
    words = "Mạng xã hội có tên rất dài (Facebook, Messenger, Instagram)\nđang đăng nhập ở đây"
    choices.show_choices((Choice(id="a", label=words),), "Bạn dùng gì?")

    (button,) = choices.buttons()
    lines = button.text().splitlines()
    assert len(lines) == 3
    assert max(map(len, lines)) <= 36
    assert button.accessibleName() == words.replace("\n", ", ")


def test_a_press_that_only_toggles_as_a_screen_reader_s_does_is_a_choice_told_once(form: Form) -> None:
    form.choices.buttons()[1].toggle()

    assert form.chosen == [("b",)]


def test_what_is_shown_as_chosen_is_not_told_as_a_choice_of_the_person(form: Form) -> None:
    form.show_ids("a", "b", "c", chosen="b")
    form.show_ids("a", "b", "c")

    assert form.chosen == []


def test_a_screen_reader_is_told_a_group_with_the_question_and_what_it_has_to_choose(form: Form) -> None:
    form.show_ids("a", "b", "c", chosen="b")

    group = QAccessible.queryAccessibleInterface(form.choices)
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "question")
    several = form.choices.is_several
    role = QAccessible.Role.CheckBox if several else QAccessible.Role.RadioButton
    assert told(group) == [(role, "a", False), (role, "b", True), (role, "c", False)], "in order: 1 of 3"


def told(group: QAccessibleInterface) -> list[tuple[QAccessible.Role, str, bool]]:
    children = [group.child(at) for at in range(group.childCount())]
    return [
        (one.role(), one.text(QAccessible.Text.Name), bool(one.state().checked))  # type: ignore[attr-defined]
        for one in children
    ]


def test_an_arrow_takes_the_next_of_one_choice_and_tab_leaves_it(qtbot: QtBot) -> None:
    form = Form(several=False)
    qtbot.addWidget(form)
    form.show_ids("a", "b", "c", chosen="a")
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    form.before.setFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    assert form.chosen == [("b",)]
    press(Qt.Key.Key_Tab)
    assert form.after.hasFocus()


@pytest.mark.parametrize(
    ("key", "round_to"),
    [(Qt.Key.Key_Down, "bca"), (Qt.Key.Key_Right, "bca"), (Qt.Key.Key_Up, "cba"), (Qt.Key.Key_Left, "cba")],
)
@pytest.mark.parametrize("tall", [True, False])
def test_every_arrow_leads_through_one_choice_and_round(
    qtbot: QtBot, key: Qt.Key, round_to: str, *, tall: bool
) -> None:
    choices = Choices(tall=tall)
    qtbot.addWidget(choices)
    choices.show_choices(tuple(Choice(id=one, label=one, chosen=one == "a") for one in "abc"), "question")
    choices.resize(600, 200)
    choices.show()
    choices.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is choices)
    choices.buttons()[0].setFocus()
    chosen: list[str] = []
    choices.chosen.connect(chosen.extend)
    for _ in range(3):
        press(key)

    assert "".join(chosen) == round_to
    assert choices.buttons()[0].hasFocus()


@pytest.mark.parametrize("tall", [True, False])
def test_the_group_takes_no_room_of_its_own(qtbot: QtBot, tall: bool) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    wear(application, Theme())
    choices = Choices(tall=tall)
    qtbot.addWidget(choices)
    choices.show_choices((Choice(id="a", label="a"),), "question")
    choices.resize(300, 60)
    choices.show()

    assert choices.contentsRect() == choices.rect()
    assert choices.minimumSizeHint() == choices.layout().totalMinimumSize()
