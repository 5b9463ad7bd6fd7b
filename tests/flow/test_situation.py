"""Your situation without a window: every path comes to its end and nothing said is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from checkup.content.questions import load_questions
from checkup.content.texts import Language, Texts
from checkup.flow.situation import (
    LONGEST,
    answered,
    asked,
    passed,
    question_view,
    reply_to,
    situation_route,
    skipped,
    worded,
)
from checkup.model.question import Question, QuestionKind
from checkup.model.reply import Reply
from checkup.model.situation import Company
from checkup.model.visit import Visit

QUESTIONS = load_questions()
BY_ID = {one.id: one for one in QUESTIONS}
ROUTE = situation_route(QUESTIONS)
EMPTY = Visit(id="v", began="2026-11-24T08:00:00Z")
EN, VI = Texts(Language.ENGLISH), Texts(Language.VIETNAMESE)


def ids(visit: Visit) -> list[str]:
    return [place.item for place in ROUTE(visit)]


def told(**replies: str) -> Visit:
    visit = EMPTY
    for question, choices in replies.items():
        visit = answered(visit, BY_ID[question], tuple(choices.split()))
    return visit


def answer_of(question: Question) -> st.SearchStrategy[tuple[str, ...]]:
    if question.kind is QuestionKind.FREE:
        return st.text(max_size=20).map(lambda words: (words,))
    most = 1 if question.kind is QuestionKind.ONE else len(question.options)
    return st.lists(st.sampled_from(question.options), unique=True, max_size=most).map(tuple)


@given(st.data())
def test_every_walk_ends_and_loses_no_reply(data: st.DataObject) -> None:
    visit, seen = EMPTY, []
    while ahead := [one for one in ids(visit) if one not in seen]:
        question = BY_ID[ahead[0]]
        seen.append(question.id)
        said = data.draw(answer_of(question), label=question.id)
        if question.kind is QuestionKind.FREE:
            visit = worded(visit, question, said[0])
        else:
            visit = answered(visit, question, said)
        visit = passed(visit, question)
    assert len(seen) <= len(QUESTIONS)
    assert [reply.question for reply in visit.replies] == seen
    assert ids(visit) == [one.id for one in QUESTIONS if one.id in seen]


@given(st.lists(st.tuples(st.sampled_from(QUESTIONS), st.data()), max_size=30))
def test_changing_answers_in_any_order_keeps_every_other_reply(steps) -> None:
    visit = EMPTY
    for question, data in steps:
        before = {reply.question: reply for reply in visit.replies}
        visit = answered(visit, question, data.draw(answer_of(question)))
        after = {reply.question: reply for reply in visit.replies}
        assert all(after[name] == reply for name, reply in before.items() if name != question.id)
        assert ids(visit)
        assert set(after[question.id].choices) <= set(question.options)


def test_skipping_all_works_and_is_remembered() -> None:
    visit = EMPTY
    for place in ROUTE(EMPTY):
        visit = skipped(visit, BY_ID[place.item])
    assert ids(visit) == ids(EMPTY)
    assert all(reply == Reply(question=reply.question) for reply in visit.replies)
    assert len(visit.replies) == len(ids(EMPTY))


def test_with_nobody_in_mind_the_questions_about_them_fall_away() -> None:
    assert {"seems_to_know", "had_in_hand"} <= set(ids(EMPTY))
    assert not {"seems_to_know", "had_in_hand"} & set(ids(told(other_person="nobody")))


@pytest.mark.parametrize(
    ("question", "choice", "follows"),
    [
        ("seems_to_know", "where_i_am", "place_known_when"),
        ("image_threats", "shared", "image_age"),
        ("shared_accounts", "family_group", "family_group_led_by"),
        ("who_lives_here", "children", "children_devices"),
    ],
)
def test_an_answer_brings_its_further_question(question: str, choice: str, follows: str) -> None:
    assert follows not in ids(EMPTY)
    assert follows in ids(told(**{question: choice}))


def test_what_hangs_on_a_question_that_fell_away_falls_away_too_and_comes_back_whole() -> None:
    visit = told(seems_to_know="where_i_am", place_known_when="without_phone", other_person="nobody")
    assert "place_known_when" not in ids(visit)
    back = answered(visit, BY_ID["other_person"], ("one_person",))
    assert "place_known_when" in ids(back)
    assert reply_to(back, "place_known_when") == Reply(
        question="place_known_when", choices=("without_phone",)
    )


def test_nothing_stands_beside_a_choice_that_rules_it_out() -> None:
    visit = told(who_can_open="phone_pin mail_password")
    visit = answered(visit, BY_ID["who_can_open"], ("nobody_else", "phone_pin", "mail_password"))
    assert reply_to(visit, "who_can_open").choices == ("nobody_else",)
    visit = answered(visit, BY_ID["who_can_open"], ("nobody_else", "phone_pin"))
    assert reply_to(visit, "who_can_open").choices == ("phone_pin",)


def test_one_choice_takes_the_place_of_another() -> None:
    visit = answered(told(safe_device="yes"), BY_ID["safe_device"], ("yes", "no"))
    assert reply_to(visit, "safe_device").choices == ("no",)


def test_a_choice_nobody_offered_is_left_out() -> None:
    assert reply_to(told(safe_device="perhaps"), "safe_device") == Reply(question="safe_device")


def test_leaving_a_question_open_takes_its_answer_back() -> None:
    visit = skipped(told(safe_device="yes"), BY_ID["safe_device"])
    assert reply_to(visit, "safe_device") == Reply(question="safe_device")


def test_going_on_keeps_an_answer() -> None:
    visit = told(safe_device="yes")
    assert passed(visit, BY_ID["safe_device"]) == visit


def test_own_words_are_kept_to_a_length() -> None:
    visit = worded(EMPTY, BY_ID["anything_else"], "ă" * (LONGEST + 5))
    assert reply_to(visit, "anything_else").words == "ă" * LONGEST


def test_the_page_counts_the_questions_that_are_asked() -> None:
    view = question_view(told(other_person="nobody"), QUESTIONS, EN, "who_set_up")
    visit = told(other_person="nobody")
    assert view.progress == f"Question 4 of {len(asked(visit, QUESTIONS))}"


def test_a_page_whose_question_fell_away_can_still_be_shown() -> None:
    assert question_view(told(other_person="nobody"), QUESTIONS, EN, "had_in_hand").title


@pytest.mark.parametrize("texts", [EN, VI], ids=["en", "vi"])
@pytest.mark.parametrize("company", list(Company))
@pytest.mark.parametrize("question", [one.id for one in QUESTIONS])
def test_every_page_has_its_question_its_reason_and_words_for_all_choices(texts, company, question) -> None:
    view = question_view(structs.replace(EMPTY, company=company), QUESTIONS, texts, question)
    assert view.title.endswith("?")
    assert len(view.why) > 40
    assert all(option.label for option in view.options)
    assert bool(view.words_hint) is not bool(view.options)


def test_with_someone_the_page_speaks_of_the_person_at_the_table() -> None:
    helping = structs.replace(EMPTY, company=Company.WITH_SOMEONE)
    alone = question_view(EMPTY, QUESTIONS, EN, "who_set_up")
    other = question_view(helping, QUESTIONS, EN, "who_set_up")
    assert alone.options[0].label == "I did"
    assert other.options[0].label == "They did themselves"
    assert alone.title != other.title
