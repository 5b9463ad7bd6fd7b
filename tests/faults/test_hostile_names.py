"""Names from the computer steer nothing: not a terminal, not the window, not the paper (T18)."""

import io
import json

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QWidget

from checkup.cli.console import Console
from checkup.cli.json_output import write_json
from checkup.cli.scan import scan_parts
from checkup.cli.scan_text import write_scan_text
from checkup.cli.words import Words
from checkup.content.plan_steps import load_rules
from checkup.content.root import resource
from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.computer_view import computer_view
from checkup.flow.finding_words import FindingWords
from checkup.flow.plan import steps_of
from checkup.flow.plan_view import plan_view
from checkup.flow.plan_words import PlanWords
from checkup.indicators import load
from checkup.model.shown import LONGEST, shown
from checkup.model.visit import Visit
from checkup.ui.pages.computer import ComputerPage
from checkup.ui.pages.plan import PlanPage

LANGUAGES = list(Language)
PLAIN = Qt.TextFormat.PlainText


def a_console(language: Language = Language.ENGLISH) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(Words(command="scan", rest=(), language=language), out=out, err=io.StringIO()), out


def said(page: QWidget) -> list[str]:
    """Return every text of a page that is seen or read out."""
    widgets = page.findChildren(QWidget)
    texts = [one.text() for one in widgets if isinstance(one, QLabel | QAbstractButton)]
    texts += [one.toPlainText() for one in widgets if isinstance(one, QPlainTextEdit)]
    texts += [one.accessibleName() for one in widgets]
    texts += [one.accessibleDescription() for one in widgets]
    return [text for text in texts if text]


def is_plain(page, hidden):
    assert shown("<img src=https://example.org/x.png>") in " ".join(said(page))
    assert [text for text in said(page) if hidden(text)] == []
    assert [one.text() for one in page.findChildren(QLabel) if one.textFormat() is not PLAIN] == []
    # A tool tip takes markup for markup, so none may hold a name from outside.
    assert [one.toolTip() for one in page.findChildren(QWidget) if "<" in one.toolTip()] == []


def test_each_name_is_one_visible_line_that_is_cut(hostile_names, hidden):
    for name in hostile_names:
        line = shown(name)
        assert hidden(line) == "", repr(name)
        assert "\n" not in line
        assert len(line) <= LONGEST


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_scans_text_steers_no_terminal(hostile_result, hidden, language):
    console, out = a_console(language)

    write_scan_text(console, FindingWords(console.texts, load(resource("rules"))), hostile_result)

    assert hidden(out.getvalue()) == ""
    assert len(out.getvalue()) < 1_000_000
    assert "⟨U+001B⟩" in out.getvalue()


def test_the_scans_json_keeps_each_name_whole_and_steers_no_terminal(hostile_result, hidden):
    console, out = a_console()

    write_json(console, "scan", **scan_parts(hostile_result))

    assert hidden(out.getvalue()) == ""
    said = json.loads(out.getvalue())
    assert [each["name"] for each in said["findings"]] == [each.name for each in hostile_result.findings]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_shows_them_as_plain_text(qtbot, hostile_result, hidden, language):
    visit = structs.replace(Visit(id="v", began=""), computer=hostile_result)
    page = ComputerPage()
    qtbot.addWidget(page)

    page.show_view(computer_view(visit, Texts(language), load(resource("rules"))))

    is_plain(page, hidden)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_shows_them_as_plain_text(qtbot, hostile_result, hidden, language):
    texts = Texts(language)
    visit = structs.replace(Visit(id="v", began=""), computer=hostile_result)
    steps = steps_of(visit, load_rules())
    words = PlanWords(texts, visit, FindingWords(texts, load(resource("rules"))), Services())
    page = PlanPage()
    qtbot.addWidget(page)

    page.show_view(plan_view(visit, steps, texts, words))

    is_plain(page, hidden)
