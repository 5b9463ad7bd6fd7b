"""The plan's page and sheet as values: words, counts, reasons, marks."""

import pytest

from checkup.content.plan_steps import load_rules
from checkup.content.questions import load_questions
from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.finding_words import FindingWords
from checkup.flow.plan import LONGEST_NOTE, PLAN, done, postponed, route, steps_of, written
from checkup.flow.plan_sheet import TakeAlong, sheet_of
from checkup.flow.plan_view import MOST_REASONS, plan_view
from checkup.flow.plan_words import PlanWords
from checkup.model.account import AccountReview
from checkup.model.answer import Answer, CardAnswer
from checkup.model.finding import Finding, Level, Reason
from checkup.model.looked import Cause, Gap
from checkup.model.reply import Reply
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.situation import DeviceSafety
from checkup.model.step import Stage
from checkup.model.visit import Visit

RULES = load_rules()


def finding(number=0, level=Level.STRONG, name="AnyDesk"):
    return Finding(
        check="computer.known_programs",
        level=level,
        about=f"thing{number}",
        name=name,
        reasons=(Reason(sign="runs_now", what="/usr/bin/x"),),
    )


def visit(*findings, **changes):
    result = Result(
        subject=Subject(kind=SubjectKind.COMPUTER),
        when="",
        findings=findings,
        gaps=(Gap(check="computer.sudo_rights", reason=Cause.NOT_PERMITTED),),
    )
    return Visit(id="v", began="2026-11-24T08:00:00Z", computer=result, **changes)


def words_of(texts, one):
    return PlanWords(texts, one, FindingWords(texts), Services())


def shown(one, language=Language.ENGLISH):
    texts = Texts(language)
    return plan_view(one, steps_of(one, RULES), texts, words_of(texts, one))


def step(view, step_id):
    return next(each for stage in view.stages for each in stage.steps if each.id == step_id)


def test_the_step_has_one_page():
    assert [place.page for place in route(visit())] == [PLAN]


def test_a_step_is_called_by_the_name_of_its_thing():
    assert "AnyDesk" in step(shown(visit(finding())), "end_known_program:thing0").title


def test_a_name_from_outside_is_shown_with_its_controls_visible():
    view = step(shown(visit(finding(name="a\u202eb\n"))), "end_known_program:thing0")

    assert "⟨U+202E⟩" in view.title
    assert "\u202e" not in view.title + "".join(view.reasons)


def test_a_reason_tells_what_was_seen_and_what_the_person_said():
    one = visit(finding(), cards=(CardAnswer(about="thing0", answer=Answer.NOT_MINE),))

    reasons = step(shown(one), "end_known_program:thing0").reasons

    assert reasons == ("Seen on this computer: AnyDesk. You said: I don't recognise it.",)


def test_a_reason_tells_that_nothing_was_said_yet():
    assert "not said yet" in step(shown(visit(finding())), "end_known_program:thing0").reasons[0]


def test_a_gap_is_told_with_its_cause():
    texts = Texts(Language.ENGLISH)
    reasons = step(shown(visit()), "look_with_rights").reasons

    assert texts.say("causes.not_permitted") in reasons[0]


@pytest.mark.parametrize("language", Language)
def test_every_reply_that_leads_to_a_step_is_told_in_words(language):
    for rule in RULES:
        for condition in rule.replies:
            for choice in condition.choices:
                one = Visit(
                    id="v", began="", replies=(Reply(question=condition.question, choices=(choice,)),)
                )
                texts = Texts(language)
                reasons = [words_of(texts, one).why(why) for each in steps_of(one, RULES) for why in each.why]
                told = texts.say(f"situation.questions.{condition.question}.options.{choice}")
                assert any(told in reason for reason in reasons), (condition.question, choice)


def test_an_answer_to_an_unknown_question_is_told_by_its_name():
    one = Visit(id="v", began="", device=DeviceSafety.NOT_SURE)

    assert "not sure" in step(shown(one), "treat_as_seen").reasons[0]


def test_an_unknown_service_is_called_by_its_id():
    one = Visit(id="v", began="", accounts=(AccountReview(service="some-new", answer=Answer.NOT_MINE),))

    assert "some-new" in step(shown(one), "new_password:some-new").title


def test_what_outlives_the_password_is_the_reason():
    review = AccountReview(service="google", answer=Answer.MINE, outlives=("mail_forwarding",))
    view = step(shown(Visit(id="v", began="", accounts=(review,))), "end_forwarding:google")

    assert view.reasons == (
        "Google (Gmail, Android, YouTube): you found: Mail passed on to another address.",
    )
    assert "Google," in view.title


def test_more_reasons_than_fit_are_counted():
    one = visit(*(finding(number, name=f"Thing {number}") for number in range(MOST_REASONS + 3)))

    reasons = step(shown(one), "keep_pictures").reasons

    assert len(reasons) == MOST_REASONS + 1
    assert reasons[-1] == "and 3 more reasons"


def test_done_and_put_off_are_counted():
    one = postponed(done(visit(), "own_place", is_done=True), "look_again")

    assert shown(one).count.startswith("1 of ")
    assert shown(one).count.endswith("1 put off")


def test_a_step_put_off_can_be_taken_up_again():
    one = postponed(visit(), "own_place")

    assert step(shown(one), "own_place").is_postponed
    assert not step(shown(postponed(one, "own_place")), "own_place").is_postponed


def test_a_change_names_what_comes_before_it_until_that_is_done():
    one = Visit(id="v", began="", accounts=(AccountReview(service="zalo", answer=Answer.NOT_MINE),))
    before = step(shown(one), "new_password:zalo").waits
    for each in steps_of(one, RULES):
        if each.id != "new_password:zalo":
            one = done(one, each.id, is_done=True)

    assert before
    assert step(shown(one), "new_password:zalo").waits == ""


def test_an_empty_plan_says_so():
    short, full = shown(Visit(id="v", began="")), shown(visit(finding()))

    assert short.lead != full.lead
    assert [stage.stage for stage in short.stages] == [Stage.SAFETY, Stage.PREPARE, Stage.LATER]


def test_a_note_has_an_end():
    one = written(visit(), "own_place", "x" * (LONGEST_NOTE + 5))

    assert len(one.notes[0].note) == LONGEST_NOTE


def test_the_sheet_holds_reasons_and_notes_only_where_asked_for():
    one = written(visit(finding()), "own_place", "my own words")
    texts = Texts(Language.ENGLISH)

    def sheet(take):
        return str(sheet_of(one, steps_of(one, RULES), texts, words_of(texts, one), "today", take))

    plain, whole = sheet(None), sheet(TakeAlong(with_reasons=True, with_notes=True))
    assert "my own words" not in plain
    assert "Seen on this computer" not in plain
    assert "my own words" in whole
    assert "Seen on this computer" in whole


def test_a_long_note_is_not_cut_on_the_sheet():
    one = written(visit(), "own_place", "word " * 300)
    texts = Texts(Language.VIETNAMESE)
    sheet = sheet_of(
        one, steps_of(one, RULES), texts, words_of(texts, one), "nay", TakeAlong(with_notes=True)
    )

    assert sheet.stages[0].steps[0].note.count("word") == 300


def test_what_lies_in_an_earlier_stage_is_told_once():
    reviews = tuple(AccountReview(service=name, answer=Answer.NOT_MINE) for name in ("google", "zalo"))
    view = shown(Visit(id="v", began="", accounts=reviews))
    changes = next(stage for stage in view.stages if stage.stage is Stage.CHANGE).steps

    assert [bool(each.waits) for each in changes] == [True, False, True, True]
    assert "Give Google a new password" in changes[2].waits


def test_a_reply_to_a_question_that_no_longer_appears_leads_to_no_step():
    taken_back = (
        Reply(question="image_threats", choices=("none",)),
        Reply(question="image_age", choices=("under_18",)),
    )
    one = Visit(id="v", began="", replies=taken_back)

    ids = {each.id for each in steps_of(one, RULES, load_questions())}

    assert "child_in_picture" not in ids
