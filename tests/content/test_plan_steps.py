"""The rules of the plan: each fault of a file is told with its name, and no rule breaks the order."""

import pytest

from checkup.checks import ALL_CHECKS
from checkup.content.plan_steps import BrokenPlanSteps, before, load_rules
from checkup.content.questions import load_questions
from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.model.service import Outlives
from checkup.model.step import Stage

GOOD = """
[[steps]]
id = "talk"
stage = "safety"
noticed = "no"
place = "anywhere"
always = true
"""


def rule(**changes: str) -> str:
    fields = {"id": '"one"', "stage": '"prepare"', "noticed": '"no"', "place": '"phone"', "always": "true"}
    fields |= changes
    return GOOD + "\n[[steps]]\n" + "\n".join(f"{name} = {value}" for name, value in fields.items() if value)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[steps]\n", "Expected"),
        (rule(stage='"soon"'), "soon"),
        (rule(colour='"red"'), "colour"),
        (rule(id='"talk"'), "two rules"),
        (rule(after='["nothing"]'), "no rule is called nothing"),
        (rule(after='["one"]'), "before itself"),
        (rule(stage='"safety"', after='["talk"]') + rule(id='"x"', after='["one"]').replace(GOOD, ""), ""),
        (rule(stage='"safety"', after='["x"]') + rule(id='"x"').replace(GOOD, ""), "later stage"),
        (rule(always=""), "nothing puts it"),
        (rule(each="true"), "one step for each"),
        (rule(stage='"change"'), "no step for a place and people"),
        (rule(stage='"change"', always="", accounts="[{}]", after='["talk"]'), "no evidence"),
    ],
)
def test_a_fault_is_told_with_the_file(tmp_path, text, fault):
    (tmp_path / "some.toml").write_text(text, "utf-8")
    if not fault:
        assert load_rules(lambda: tmp_path)
        return

    with pytest.raises(BrokenPlanSteps) as raised:
        load_rules(lambda: tmp_path)

    assert raised.value.file == "some.toml"
    assert fault in raised.value.fault


def test_before_goes_along_the_whole_chain():
    rules = load_rules()
    password = next(one for one in rules if one.id == "new_password")

    assert {"own_place", "talk_first", "keep_device_lists", "new_mailbox"} <= before(password, rules)


def test_the_rules_name_checks_services_and_tokens_that_exist():
    checks, services = {check.id for check in ALL_CHECKS}, Services()
    for one in load_rules():
        for finding in one.findings:
            assert finding.checks <= checks, one.id
        for account in one.accounts:
            named = account.services | account.not_services
            assert all(services.knows(name) for name in named), one.id
            assert account.outlives <= set(Outlives), one.id


def test_the_rules_name_questions_and_choices_that_exist():
    options = {question.id: set(question.options) for question in load_questions()}
    for one in load_rules():
        for reply in one.replies:
            assert reply.choices <= options.get(reply.question, set()), (one.id, reply.question)


@pytest.mark.parametrize("language", Language)
def test_every_step_has_words_in_both_languages(language):
    texts = Texts(language)
    for one in load_rules():
        for part in ("title", "how"):
            own = texts._lookup(language, f"steps.{one.id}.{part}")
            assert own, (one.id, part)
            assert ("{name}" in own) <= one.each, one.id


def test_a_step_for_each_thing_names_the_thing():
    texts = Texts(Language.ENGLISH)
    for one in load_rules():
        if one.each:
            assert "NAME" in texts.say(f"steps.{one.id}.title", name="NAME"), one.id


def test_nothing_is_removed_before_evidence():
    stages = {one.id: one.stage for one in load_rules()}
    rules = load_rules()
    for one in rules:
        if one.stage is Stage.CHANGE and (one.findings or one.accounts):
            assert Stage.EVIDENCE in {stages[name] for name in before(one, rules)}, one.id


def test_no_rule_speaks_of_the_password_of_a_service_that_has_none():
    services = Services()
    by_number = {one.id for one in services.ordered(Language.ENGLISH) if one.by_number is not None}
    rules = {one.id: one for one in load_rules()}
    for rule in ("new_password", "two_step"):
        assert all(account.not_services == by_number for account in rules[rule].accounts), rule
    for rule in ("sign_out_number", "two_step_number"):
        assert rules[rule].accounts[0].services == by_number, rule
    assert not by_number & rules["two_step_own"].accounts[0].services
