"""What a screen reader is told: every control that the keyboard comes to has a name of its own and a role.

Goes through the pages and dialogs that `run.py shots` shows.
"""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollArea, QWidget

from checkup.content.texts import Language
from checkup.flow import start
from checkup.ui import window
from checkup.ui.app import Program
from checkup.ui.page import Page
from checkup.ui.widgets.choices import Choices
from checkup.ui.widgets.wrapping_button import WrappingButton
from tests.shots import scenes as scene_folder

NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client)
TWICE = frozenset({"Get help", "Tìm trợ giúp"})  # in the rail, and as a page's own way on
WITH_CHOICES = {"start", "situation", "passwords", "devices", "help"}
SCENES = sorted(module.name for module in pkgutil.iter_modules(scene_folder.__path__))


@pytest.fixture(autouse=True)
def _listened_to() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def reached(top: QWidget) -> list[QWidget]:
    """Return what the keyboard can come to in a window."""
    return [
        one
        for one in top.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.window() is top
    ]


def name_of(one: QWidget) -> str:
    """Return the name a screen reader says, with that of its group: of one of several choices, the question.

    Of a list that opens Qt gives what is chosen, and whose it is.
    """
    told = QAccessible.queryAccessibleInterface(one)
    name = told.text(QAccessible.Text.Name).strip()
    group = told.parent()
    if name and group.role() == QAccessible.Role.Grouping:
        question = group.text(QAccessible.Text.Name).strip()
        return f"{question}: {name}" if question else ""
    if not isinstance(one, QComboBox):
        return name
    labels = [other.text(QAccessible.Text.Name) for other, _ in told.relations()]
    return f"{labels[0]}: {name}" if labels else ""


def wrong(top: QWidget, where: str) -> list[str]:
    names: Counter[tuple[str, object]] = Counter()
    found = []
    for one in reached(top):
        told = QAccessible.queryAccessibleInterface(one)
        name, role = name_of(one), told.role()
        if not name or (role in NO_ROLE and not isinstance(one, QScrollArea)):
            found.append(f"{where}: {type(one).__name__} {one.objectName()} {name!r} {role}")
        if not isinstance(one, QLabel) and name not in TWICE:
            names[name, role] += 1
    return found + [f"{where}: twice {name!r}" for (name, _), count in names.items() if count > 1]


def told_as(top: QWidget) -> Counter[tuple[bool, QAccessible.Role]]:
    """Return how often a choice of one (or, True, of several) is told as what."""
    return Counter(
        (choices.is_several, QAccessible.queryAccessibleInterface(button).role())
        for choices in top.findChildren(Choices)
        for button in choices.buttons()
    )


@pytest.mark.parametrize("step", SCENES)
def test_of_one_choice_each_is_a_radio_button_and_of_several_a_check_box(program: Program, step: str) -> None:
    told: Counter[tuple[bool, QAccessible.Role]] = Counter()
    for _ in importlib.import_module(f"tests.shots.scenes.{step}").scenes(program):
        told += told_as(program.application.activeModalWidget() or program.window)

    assert set(told) <= {(False, QAccessible.Role.RadioButton), (True, QAccessible.Role.CheckBox)}
    assert told or step not in WITH_CHOICES, "the search itself"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("step", SCENES)
def test_every_control_has_a_name_of_its_own_and_a_role(
    program: Program, step: str, language: Language
) -> None:
    program.desk.speak(language)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    found: list[str] = []
    controls = 0
    for picture in importlib.import_module(f"tests.shots.scenes.{step}").scenes(program):
        application.processEvents()
        top = application.activeModalWidget() or program.window
        found += wrong(top, picture)
        controls += len(reached(top))

    assert controls, "the search itself"
    assert found == []


def test_of_each_page_one_comes_to_the_title_is_read_and_the_change_announced(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window, "announce", lambda _, words: said.append(words))
    program.window._is_painted = True
    for page in (start.DEVICE, start.WELCOME):
        program.window.go(start.at(page))
        shown = program.window.stack.currentWidget()
        assert isinstance(shown, Page)
        assert shown.title.hasFocus(), "so it is read"
        assert shown.title.text()
        assert said[-1] == program.desk.texts.say("window.page_opened")


def test_a_page_that_opens_at_a_field_is_announced_with_its_name(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window, "announce", lambda _, words: said.append(words))
    program.window._is_painted = True
    monkeypatch.setattr(Page, "first_focus", lambda page: page.title)
    program.window.go(start.at(start.DEVICE))

    assert said == [f"Page opened: {program.window.stack.currentWidget().title.text()}"]  # type: ignore[attr-defined]


def test_what_a_button_shows_is_not_read_beside_its_name(program: Program) -> None:
    labels = [
        label
        for button in program.window.findChildren(WrappingButton)
        for label in button.findChildren(QLabel)
    ]
    shown = [one for one in labels if one.text()]
    told = {QAccessible.queryAccessibleInterface(one.parentWidget()).childCount() for one in shown}

    assert len(shown) > len({one.parentWidget() for one in shown}), "words and a detail"
    assert told == {0}


def test_no_part_on_the_way_to_a_page_is_told_as_a_layered_pane(program: Program) -> None:
    told = QAccessible.queryAccessibleInterface(program.window.stack.currentWidget())
    roles = []
    while told is not None and told.isValid():
        roles.append(told.role())
        told = told.parent()

    assert len(roles) > 3, "page, pile, ..., window"
    assert QAccessible.Role.LayeredPane not in roles
