"""Marks and notes: kept by the step's id, found again when the plan is made anew."""

from checkup.content.plan_steps import load_rules
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.step import StepMark
from checkup.model.visit import Visit
from checkup.plan.marks import marked, note_of, noted, waits_for
from checkup.plan.plan import plan_of

VISIT = Visit(id="v", began="", accounts=(AccountReview(service="zalo", answer=Answer.NOT_MINE),))


def test_a_mark_and_a_note_on_one_step_stay_together():
    visit = noted(marked(VISIT, "talk_first", StepMark.DONE), "talk_first", "  thứ ba, 9 giờ \n")

    assert note_of(visit, "talk_first").mark is StepMark.DONE
    assert note_of(visit, "talk_first").note == "thứ ba, 9 giờ"


def test_marks_outlive_a_new_plan():
    visit = marked(VISIT, "new_password:zalo", StepMark.POSTPONED)
    without = Visit(id="v", began="", notes=visit.notes)

    assert "new_password:zalo" not in {step.id for step in plan_of(without, load_rules())}
    assert note_of(without, "new_password:zalo").mark is StepMark.POSTPONED


def test_a_note_that_says_nothing_any_more_is_not_kept():
    visit = noted(noted(VISIT, "talk_first", "x"), "talk_first", " ")

    assert visit == VISIT


def test_the_order_of_notes_does_not_change_when_one_is_rewritten():
    visit = noted(noted(VISIT, "own_place", "a"), "talk_first", "b")

    assert [note.step for note in noted(visit, "own_place", "c").notes] == ["own_place", "talk_first"]


def test_a_step_waits_for_what_is_not_done_only():
    steps = plan_of(VISIT, load_rules())
    change = next(step for step in steps if step.id == "new_password:zalo")
    before = {step.id for step in waits_for(change, steps, VISIT)}

    after = {step.id for step in waits_for(change, steps, marked(VISIT, "talk_first", StepMark.DONE))}

    assert before - after == {"talk_first"}
