"""The plan for any visit: complete reasons, an order that holds, evidence and people before changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.checks import ALL_CHECKS
from checkup.content.plan_steps import load_rules
from checkup.model.account import AccountReview
from checkup.model.answer import Answer, CardAnswer
from checkup.model.finding import Finding, Level, Reason
from checkup.model.looked import Cause, Gap
from checkup.model.reply import Reply
from checkup.model.result import Result, Subject, SubjectKind
from checkup.model.service import Outlives
from checkup.model.situation import DeviceSafety
from checkup.model.step import Noticed, Stage, WhyKind
from checkup.model.visit import Visit
from checkup.plan.plan import plan_of

RULES = load_rules()
CHECKS = [check.id for check in ALL_CHECKS]
REPLIES = [
    Reply(question=one.question, choices=tuple(sorted(one.choices))) for rule in RULES for one in rule.replies
]
STAGES = tuple(Stage)

findings = st.builds(
    lambda check, level, about: Finding(
        check=check, level=level, about=about, reasons=(Reason(sign="runs_now", what="x"),)
    ),
    st.sampled_from(CHECKS),
    st.sampled_from(Level),
    st.sampled_from(["a", "b:c", "own_place", "/usr/bin/x", ""]),
)
gaps = st.builds(
    lambda check, cause: Gap(check=check, reason=cause), st.sampled_from(CHECKS), st.sampled_from(Cause)
)
accounts = st.builds(
    lambda service, answer, outlives: AccountReview(service=service, answer=answer, outlives=tuple(outlives)),
    st.sampled_from(["google", "facebook", "zalo", "unheard-of"]),
    st.none() | st.sampled_from(Answer),
    st.lists(st.sampled_from([one.value for one in Outlives] + ["new_kind"]), max_size=4, unique=True),
)
visits = st.builds(
    lambda device, looked, found, missed, cards, reviews, replies: Visit(
        id="v",
        began="2026-11-24T08:00:00Z",
        device=device,
        computer=Result(subject=Subject(kind=SubjectKind.COMPUTER), when="", findings=found, gaps=missed)
        if looked
        else None,
        cards=tuple(CardAnswer(about=about, answer=answer) for about, answer in cards.items()),
        accounts=reviews,
        replies=replies,
    ),
    st.none() | st.sampled_from(DeviceSafety),
    st.booleans(),
    st.lists(findings, max_size=6, unique_by=lambda one: one.about).map(tuple),
    st.lists(gaps, max_size=3).map(tuple),
    st.dictionaries(st.sampled_from(["a", "b:c", "own_place"]), st.sampled_from(Answer)),
    st.lists(accounts, max_size=3, unique_by=lambda one: one.service).map(tuple),
    st.lists(st.sampled_from(REPLIES), max_size=4).map(tuple) if REPLIES else st.just(()),
)


@given(visits)
def test_stages_follow_each_other_and_no_step_stands_before_one_it_needs(visit):
    steps = plan_of(visit, RULES)
    places = {step.id: number for number, step in enumerate(steps)}

    assert [STAGES.index(step.stage) for step in steps] == sorted(STAGES.index(step.stage) for step in steps)
    assert all(places[need] < places[step.id] for step in steps for need in step.needs)


@given(visits)
def test_every_step_is_there_once_and_for_a_reason(visit):
    steps = plan_of(visit, RULES)

    assert len({step.id for step in steps}) == len(steps)
    assert all(step.why for step in steps)


@given(visits)
def test_the_same_visit_gives_the_same_plan(visit):
    assert plan_of(visit, RULES) == plan_of(visit, RULES)


def chain(steps, step):
    by_id = {one.id: one for one in steps}
    found, ahead = set(), list(step.needs)
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += by_id[name].needs
    return {by_id[name].stage for name in found}


@given(visits)
def test_a_change_needs_people_first_and_evidence_of_what_is_not_theirs(visit):
    steps = plan_of(visit, RULES)
    for step in steps:
        if step.stage is not Stage.CHANGE:
            continue
        assert Stage.SAFETY in chain(steps, step), step.id
        seen = [
            why for why in step.why if why.kind in {WhyKind.FINDING, WhyKind.ACCOUNT} and why.detail != "mine"
        ]
        assert not seen or Stage.EVIDENCE in chain(steps, step), step.id


@given(visits)
def test_what_the_person_put_there_asks_for_no_step(visit):
    mine = {card.about for card in visit.cards if card.answer is Answer.MINE}

    told = {why.id for step in plan_of(visit, RULES) for why in step.why if why.kind is WhyKind.FINDING}

    assert told.isdisjoint(mine)


@given(visits)
def test_before_the_changes_nothing_will_certainly_be_noticed(visit):
    before = [step for step in plan_of(visit, RULES) if STAGES.index(step.stage) < STAGES.index(Stage.CHANGE)]

    assert Noticed.YES not in {step.noticed for step in before}


def seen(check, level, answer=None, about="thing"):
    finding = Finding(check=check, level=level, about=about, name="Thing", reasons=(Reason(sign="runs_now"),))
    cards = (CardAnswer(about=about, answer=answer),) if answer else ()
    result = Result(subject=Subject(kind=SubjectKind.COMPUTER), when="", findings=(finding,))
    return Visit(id="v", began="", computer=result, cards=cards)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("level", [Level.STRONG, Level.ASK, Level.SETTING])
def test_what_each_check_sees_has_evidence_and_a_change(check, level):
    about = {
        step.stage
        for step in plan_of(seen(check, level), RULES)
        if any(why.id == "thing" for why in step.why)
    }
    assert {Stage.EVIDENCE, Stage.CHANGE} <= about


@pytest.mark.parametrize("check", CHECKS)
def test_a_lead_is_noted_and_changed_by_nothing(check):
    about = {
        step.stage
        for step in plan_of(seen(check, Level.LEAD), RULES)
        if any(why.id == "thing" for why in step.why)
    }
    assert Stage.EVIDENCE in about
    assert Stage.CHANGE not in about


# What stands twice was read: rows alone are counted so, and no look ever ends with it.
@pytest.mark.parametrize("cause", [one for one in Cause if one is not Cause.COUNTED_ONCE])
def test_each_way_of_not_looking_has_a_step(cause):
    result = Result(
        subject=Subject(kind=SubjectKind.COMPUTER),
        when="",
        gaps=(Gap(check="computer.preload", reason=cause),),
    )
    steps = plan_of(Visit(id="v", began="", computer=result), RULES)

    assert any(why.kind is WhyKind.GAP for step in steps for why in step.why)


@pytest.mark.parametrize("outlives", Outlives)
def test_each_thing_that_outlives_a_password_has_a_change(outlives):
    review = AccountReview(service="google", answer=Answer.MINE, outlives=(outlives.value,))
    steps = plan_of(Visit(id="v", began="", accounts=(review,)), RULES)

    assert any(step.stage is Stage.CHANGE and step.why[0].detail == outlives for step in steps)


def test_the_accounts_keep_the_order_in_which_they_were_shown():
    reviews = tuple(
        AccountReview(service=name, answer=Answer.NOT_MINE) for name in ("google", "facebook", "zalo")
    )
    steps = plan_of(Visit(id="v", began="", accounts=reviews), RULES)

    assert [step.service for step in steps if step.rule == "new_password"] == ["google", "facebook", "zalo"]


def test_a_plan_for_nothing_told_and_nothing_seen_begins_with_a_place():
    steps = plan_of(Visit(id="v", began=""), RULES)

    assert [step.id for step in steps][:2] == ["own_place", "talk_first"]
    assert steps[-1].id == "look_again"


def test_every_rule_is_reached_by_some_visit():
    reached = set()
    for check in CHECKS:
        for level in Level:
            for answer in (None, *Answer):
                reached |= {step.rule for step in plan_of(seen(check, level, answer), RULES)}
    for cause in Cause:
        result = Result(
            subject=Subject(kind=SubjectKind.COMPUTER),
            when="",
            gaps=(Gap(check="computer.proxy", reason=cause),),
        )
        reached |= {step.rule for step in plan_of(Visit(id="v", began="", computer=result), RULES)}
    for answer in (None, *Answer):
        for service in ("google", "whatsapp"):
            outlives = tuple(one.value for one in Outlives)
            review = AccountReview(service=service, answer=answer, outlives=outlives)
            reached |= {step.rule for step in plan_of(Visit(id="v", began="", accounts=(review,)), RULES)}
    for reply in REPLIES:
        reached |= {step.rule for step in plan_of(Visit(id="v", began="", replies=(reply,)), RULES)}
    reached |= {step.rule for step in plan_of(Visit(id="v", began=""), RULES)}

    assert {rule.id for rule in RULES} - reached == set()


@pytest.mark.parametrize("service", ["whatsapp", "telegram", "signal", "viber"])
def test_a_messenger_without_a_password_is_given_no_new_one(service):
    review = AccountReview(service=service, answer=Answer.NOT_MINE)
    rules = [step.rule for step in plan_of(Visit(id="v", began="", accounts=(review,)), RULES)]
    assert "new_password" not in rules
    assert "two_step" not in rules
    assert rules.index("sign_out_number") < rules.index("two_step_number")
