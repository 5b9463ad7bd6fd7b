"""The PDF: a reader finds the exact sentences in it, composed as they were written."""

import re
import subprocess
import unicodedata

import pytest

from checkup.content.plan_steps import load_rules
from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.finding_words import FindingWords
from checkup.flow.plan import steps_of
from checkup.flow.plan_sheet import sheet_of
from checkup.flow.plan_words import PlanWords
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.service import Outlives
from checkup.model.situation import DeviceSafety
from checkup.model.visit import Visit
from checkup.ui.pdf import as_pdf

VISIT = Visit(
    id="v",
    began="",
    device=DeviceSafety.NOT_SURE,
    accounts=(
        AccountReview(
            service="google", answer=Answer.NOT_MINE, outlives=tuple(one.value for one in Outlives)
        ),
        AccountReview(service="zalo"),
    ),
)


def sheet(language):
    texts = Texts(language)
    words = PlanWords(texts, VISIT, FindingWords(texts), Services())
    return sheet_of(VISIT, steps_of(VISIT, load_rules()), texts, words, "24/11/2026")


@pytest.mark.real
@pytest.mark.parametrize("language", Language)
def test_a_reader_finds_every_sentence_as_it_was_written(qapp, tmp_path, language):
    made = sheet(language)
    path = tmp_path / "x.pdf"
    path.write_bytes(as_pdf(made))

    read = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, timeout=60).stdout

    # pages end with their number, after a blank line
    text = " ".join(re.sub(r"\n\d+\n+\f", "\n", read.decode()).split())
    assert unicodedata.is_normalized("NFC", text)
    for stage in made.stages:
        for words in (stage.title, stage.about):
            assert words in text
        for step in stage.steps:
            assert step.title in text
            assert step.how in text


def test_it_names_neither_the_program_nor_a_person(qapp):
    data = as_pdf(sheet(Language.VIETNAMESE)).lower()

    assert data.startswith(b"%pdf-1.")
    assert b"checkup" not in data
    assert b"/javascript" not in data
