"""The questions of "Your situation" as data: whole, and odd data refused with one sentence."""

from pathlib import Path

import pytest

from checkup.content.questions import BrokenQuestion, load_questions
from checkup.content.texts import Language, Texts
from checkup.model.question import Question, QuestionKind

ENGLISH = Texts(Language.ENGLISH)
BOTH = pytest.mark.parametrize("texts", [ENGLISH, Texts(Language.VIETNAMESE)], ids=["en", "vi"])

GOOD = """
[[questions]]
id = "first"
kind = "one"
options = ["yes", "no"]
why_from = "somewhere"
date = "2026-11-23"
"""


def question(**changed: str) -> str:
    lines = {"id": '"second"', "kind": '"one"', "options": '["a", "b"]', "why_from": '"x"', "date": '"2026"'}
    return (
        GOOD + "\n[[questions]]\n" + "\n".join(f"{key} = {value}" for key, value in (lines | changed).items())
    )


def test_about_a_dozen_questions_are_asked_of_everybody() -> None:
    questions = load_questions()
    assert 10 <= len([one for one in questions if not one.when]) <= 14
    assert len({one.id for one in questions}) == len(questions)


def test_every_question_says_where_it_comes_from_and_when_that_was_read() -> None:
    assert all(one.why_from and one.date for one in load_questions())


@BOTH
def test_every_question_and_option_has_words_in_both_languages(texts: Texts) -> None:
    for one in load_questions():
        keys = [f"situation.questions.{one.id}.{part}" for part in ("title", "why")]
        keys += [f"situation.questions.{one.id}.options.{option}" for option in one.options]
        only = Texts(texts.language)
        assert [key for key in keys if only._lookup(texts.language, key) is None] == []


@BOTH
def test_no_words_stand_for_an_option_that_is_not_there(texts: Texts) -> None:
    area = texts._area(texts.language, "situation")["questions"]
    for one in load_questions():
        assert set(area[one.id].get("options", {})) == set(one.options)
        assert set(area[one.id].get("with", {})) <= set(one.options)
    assert set(area) == {one.id for one in load_questions()}


def test_words_for_someone_helping_never_say_my_or_i() -> None:
    for one in load_questions():
        spoken = ENGLISH._area(Language.ENGLISH, "situation")["questions"][one.id]
        for option in one.options:
            own = spoken["options"][option].split()
            if {"my", "My", "I", "me", "mine"} & set(own):
                assert option in spoken["with"], f"{one.id}.{option}"
        if "you " in spoken["title"] or "your " in spoken["title"]:
            assert "title_with" in spoken, one.id


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("questions = 3", "Expected `array`"),
        ("not toml at all", "Expected"),
        (question(id='"first"'), "two questions have this id"),
        (question(options='["a", "a"]'), "an option stands twice"),
        (question(kind='"free"'), "options belong to questions with choices"),
        (question(options="[]"), "options belong to questions with choices"),
        (question(kind='"many"'), "Invalid enum value"),
        (question(colour='"red"'), "unknown field"),
        (question(alone='["c"]'), "what stands alone is not an option"),
        (question(when='[{ question = "later", choices = ["a"] }]'), "no earlier question is called later"),
        (question(when='[{ question = "first", choices = ["maybe"] }]'), "first has no such option"),
        (question(unless='[{ question = "first", choices = [] }]'), "first has no such option"),
    ],
)
def test_odd_data_is_refused_with_one_sentence(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "1.toml").write_text(text, "utf-8")
    with pytest.raises(BrokenQuestion, match=r"1\.toml: ") as refused:
        load_questions(lambda: tmp_path)
    assert fault in refused.value.fault
    assert "\n" not in str(refused.value)


def test_a_question_of_one_file_may_follow_from_one_of_an_earlier_file(tmp_path: Path) -> None:
    later = question(when='[{ question = "first", choices = ["yes"] }]').removeprefix(GOOD)
    (tmp_path / "1.toml").write_text(GOOD, "utf-8")
    (tmp_path / "2.toml").write_text(later, "utf-8")
    first, second = load_questions(lambda: tmp_path)
    assert isinstance(first, Question)
    assert first.kind is QuestionKind.ONE
    assert second.when[0].question == "first"
