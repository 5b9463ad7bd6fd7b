"""The plan takes its account steps from the map: the mail before Facebook, the proof as its why."""

import pytest
from msgspec import structs

from checkup.content.plan_steps import load_rules
from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.finding_words import FindingWords
from checkup.flow.plan import map_in_plan, steps_of, with_map
from checkup.flow.plan_sheet import TakeAlong, sheet_of
from checkup.flow.plan_words import PlanWords
from checkup.model.access_map import How, Thing, ThingKind, Way
from checkup.model.access_told import AccessTold, Holding, MapEdits
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.inventory import OwnDevice, Person
from checkup.model.reply import Reply
from checkup.model.step import Stage, Step, WhyKind
from checkup.model.visit import Visit

SERVICES = Services()
VISIT = Visit(
    id="v",
    began="",
    accounts=(
        AccountReview(service="google", answer=Answer.NOT_MINE),
        AccountReview(service="facebook", answer=Answer.MINE),
    ),
    devices=(OwnDevice(id="d1", nickname="Phone", pin_asked=True),),
    people=(Person(id="p1", nickname="T.\u202e"),),
    replies=(Reply(question="other_person", choices=("nobody",)),),
    access_told=(AccessTold(thing="account:facebook", needs=("account:google",), is_so=True),),
    map_edits=MapEdits(
        holdings=(
            Holding(person="p1", thing="password:google"),
            Holding(person="p1", thing="password:facebook"),
        )
    ),
)


def planned(visit: Visit, language: Language = Language.ENGLISH) -> tuple[tuple[Step, ...], PlanWords]:
    texts = Texts(language)
    access_map = map_in_plan(visit, SERVICES.ordered(language))
    steps, access = with_map(steps_of(visit, load_rules()), access_map)
    return steps, PlanWords(texts, visit, FindingWords(texts), SERVICES).with_access(access_map, access)


def test_the_mail_is_changed_before_facebook():
    steps, words = planned(VISIT)
    titles = [words.title(step) for step in steps if step.rule == "access_change"]
    assert titles == [
        "Give a new password: the password of Google",
        "Give a new password: the password of Facebook",
    ]


def test_each_change_waits_for_the_one_before_and_for_people_and_evidence():
    steps, _ = planned(VISIT)
    own = [step for step in steps if step.rule == "access_change" and step.stage is Stage.CHANGE]
    assert own[0].id in own[1].needs
    assert {"talk_first", "keep_device_lists"} <= set(own[0].needs)


def test_the_proof_is_the_why():
    steps, words = planned(VISIT)
    step = next(one for one in steps if one.id.startswith("access_change:new_password:password:facebook"))
    assert {why.kind for why in step.why} == {WhyKind.ACCESS}
    said = words.why(step.why[0])
    assert said.startswith("T.⟨U+202E⟩ can get into Facebook.")
    assert "With the password of Facebook one signs in to Facebook." in said


def test_the_rules_own_new_password_gives_way_and_nothing_waits_for_what_is_gone():
    steps, _ = planned(VISIT)
    ids = {step.id for step in steps}
    assert "new_password:google" not in ids
    assert all(set(step.needs) <= ids for step in steps)


def test_a_step_stands_after_all_it_needs():
    steps, _ = planned(VISIT)
    ids = [step.id for step in steps]
    assert all(ids.index(need) < ids.index(step.id) for step in steps for need in step.needs)


def test_without_anything_told_for_the_map_the_plan_is_as_before():
    bare = structs.replace(VISIT, devices=(), access_told=(), map_edits=MapEdits())
    assert planned(bare)[0] == steps_of(bare, load_rules())


@pytest.mark.parametrize("language", Language)
def test_names_stay_out_of_the_sheet_unless_chosen(language):
    steps, words = planned(VISIT, language)
    texts = Texts(language)
    for with_names in (False, True):
        take = TakeAlong(with_reasons=True, with_names=with_names)
        assert ("T." in str(sheet_of(VISIT, steps, texts, words, "", take))) is with_names


def test_a_way_of_ones_own_comes_before_the_last_one_is_closed():
    edits = structs.replace(
        VISIT.map_edits,
        ways=(Way(to="account:facebook", needs=("sim",), fixed=True),),
        holdings=(Holding(person="p1", thing="sim"),),
    )
    steps, _ = planned(structs.replace(VISIT, map_edits=edits))
    assert all(step.stage in (Stage.PREPARE, Stage.CHANGE) for step in steps if step.rule == "access_change")


def test_two_step_verification_has_its_codes_before_it_and_its_rule_gives_way():
    # The password is known, and an old mailbox that does not matter resets it.
    old_mail = Way(to="account:google", needs=("mine:1",), how=How.MAIL_RESET, two_step="codes:d1")
    edits = MapEdits(
        things=(Thing(id="mine:1", kind=ThingKind.EMAIL, name="Old mail"),),
        ways=(old_mail,),
        holdings=tuple(Holding(person="p1", thing=one) for one in ("password:google", "mine:1")),
    )
    visit = structs.replace(VISIT, map_edits=edits)
    for language in Language:
        steps, words = planned(visit, language)
        ids = [step.id for step in steps]
        codes, two_step = (
            "access_change:keep_codes:account:google",
            "access_change:two_step:account:google:codes:d1",
        )
        assert ids.index(codes) + 1 == ids.index(two_step)
        assert codes in steps[ids.index(two_step)].needs
        assert not {"two_step:google", "two_step_own:google"} & set(ids)
        assert "Phone" in words.title(steps[ids.index(two_step)])
        hows = {words.how(steps[ids.index(one)]) for one in (codes, two_step)}
        assert len(hows) == 2
        assert words.why(steps[ids.index(codes)].why[0])
