"""The order of steps with rules made up for it: needs beat the files, and know what they are about."""

from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.step import Noticed, Place, Stage
from checkup.model.step_rule import OnAccount, StepRule
from checkup.model.visit import Visit
from checkup.plan.plan import plan_of

VISIT = Visit(
    id="v",
    began="",
    accounts=tuple(AccountReview(service=name, answer=Answer.NOT_MINE) for name in ("google", "zalo")),
)


def rule(name, *after, each=False, stage=Stage.PREPARE):
    return StepRule(
        id=name,
        stage=stage,
        noticed=Noticed.NO,
        place=Place.ANYWHERE,
        each=each,
        accounts=(OnAccount(),),
        after=after,
    )


def ids(*rules):
    return [step.id for step in plan_of(VISIT, rules)]


def test_a_step_stands_after_what_it_needs_although_its_rule_comes_first():
    assert ids(rule("late", "early"), rule("early")) == ["early", "late"]


def test_without_needs_the_order_of_the_rules_stays():
    assert ids(rule("b"), rule("a"), rule("c")) == ["b", "a", "c"]


def test_a_stage_beats_the_order_of_the_rules():
    assert ids(rule("later", stage=Stage.LATER), rule("first", stage=Stage.SAFETY)) == ["first", "later"]


def test_a_step_about_one_thing_waits_for_the_same_thing_only():
    steps = {
        step.id: step.needs for step in plan_of(VISIT, (rule("a", each=True), rule("b", "a", each=True)))
    }

    assert steps["b:zalo"] == ("a:zalo",)


def test_a_step_about_nothing_in_particular_waits_for_all():
    steps = {step.id: step.needs for step in plan_of(VISIT, (rule("b", "a"), rule("a", each=True)))}

    assert steps["b"] == ("a:google", "a:zalo")


def test_a_step_about_one_thing_waits_for_one_about_none():
    steps = {step.id: step.needs for step in plan_of(VISIT, (rule("a"), rule("b", "a", each=True)))}

    assert steps["b:zalo"] == ("a",)
