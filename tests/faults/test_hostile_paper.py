"""Names from the computer and notes that were pasted in steer no sheet that is taken along (T18, T19)."""

from html.parser import HTMLParser

import pytest
from msgspec import structs

from checkup.content.plan_steps import load_rules
from checkup.content.root import resource
from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.finding_words import FindingWords
from checkup.flow.plan import steps_of
from checkup.flow.plan_sheet import TakeAlong, sheet_of
from checkup.flow.plan_words import PlanWords
from checkup.indicators import load
from checkup.model.step import StepNote
from checkup.model.visit import Visit
from checkup.report.html import as_html
from checkup.report.text import as_text

OURS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "ul", "li"}


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.fixture(params=list(Language))
def sheet(request, hostile_result, hostile_names):
    """A sheet with all that can be on one: reasons from a hostile computer, a pasted note a step."""
    texts = Texts(request.param)
    visit = structs.replace(Visit(id="v", began=""), computer=hostile_result)
    steps = steps_of(visit, load_rules())
    pasted = "\n".join(hostile_names)[:4000]
    visit = structs.replace(visit, notes=tuple(StepNote(step=step.id, note=pasted) for step in steps))
    words = PlanWords(texts, visit, FindingWords(texts, load(resource("rules"))), Services())
    return sheet_of(visit, steps, texts, words, "2026", TakeAlong(with_reasons=True, with_notes=True))


def test_the_text_steers_no_terminal(sheet, hidden):
    text = as_text(sheet)

    assert hidden(text) == ""
    assert "⟨U+001B⟩" in text


def test_the_page_has_our_own_tags_alone_and_loads_nothing(sheet, hidden):
    page = as_html(sheet)
    tags = Tags()
    tags.feed(page)

    assert hidden(page) == ""
    assert tags.tags <= OURS
    assert tags.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class"}
    assert "default-src 'none'" in page
    assert "&lt;script&gt;" in page
