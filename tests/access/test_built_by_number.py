"""Messengers without a password: the number is the key, and only what the number cannot outlast guards it."""

import pytest
from msgspec import structs

from checkup.access.answer import who_gets_in
from checkup.access.built import map_of
from checkup.access.built_by_number import code_id
from checkup.access.change import Changes
from checkup.access.graph import Graph
from checkup.content.services import Services
from checkup.content.texts import Language, Texts
from checkup.flow.access_names import words_of_map
from checkup.flow.finding_words import FindingWords
from checkup.flow.plan_words import PlanWords
from checkup.model.access_change import Do
from checkup.model.access_map import How, ThingKind
from checkup.model.access_told import AccessTold, Holding, MapEdits
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.inventory import OwnDevice
from checkup.model.reply import Reply
from checkup.model.step import Noticed, Place, Stage, Step
from checkup.model.visit import Visit
from checkup.plan.access_steps import RULE, step_id

SERVICES = Services()
ORDERED = SERVICES.ordered(Language.ENGLISH)
THEIRS = (
    Reply(question="who_pays_sim", choices=("other_person",)),
    Reply(question="had_in_hand", choices=("never",)),
    Reply(question="who_can_open", choices=("nobody_else",)),
)


def visit_of(*services: str, told: tuple[AccessTold, ...] = ()) -> Visit:
    return Visit(
        id="v",
        began="",
        accounts=tuple(AccountReview(service=one, answer=Answer.MINE) for one in services),
        devices=(OwnDevice(id="d1", nickname="Phone"),),
        replies=THEIRS,
        access_told=told,
    )


def asked(is_so: bool | None) -> AccessTold:
    return AccessTold(thing="account:telegram", needs=(code_id("telegram"),), two_step=True, is_so=is_so)


@pytest.mark.parametrize("service", ["whatsapp", "telegram", "signal", "viber"])
def test_no_password_is_drawn_or_changed(service):
    visit = visit_of(service, "google")
    found = map_of(visit, ORDERED)
    assert f"password:{service}" not in {thing.id for thing in found.things}
    assert all(How.PASSWORD is not way.how for way in found.ways if way.to == f"account:{service}")
    changes = [one.step.change for one in who_gets_in(found).changes]
    assert all(one.on != f"password:{service}" for one in changes)


@pytest.mark.parametrize("service", ["whatsapp", "signal", "viber"])
def test_a_pin_that_gives_way_to_the_number_guards_nothing_in_the_map(service):
    found = map_of(visit_of(service), ORDERED)
    assert all(not way.two_step for way in found.ways if way.to == f"account:{service}")
    (reached,) = next(one for one in who_gets_in(found).people if one.who == "other").reaches
    assert reached.is_sure
    assert [way.how for way in reached.ways] == [How.NEW_SIM, How.NUMBER]


@pytest.mark.parametrize(("is_so", "sure"), [(None, [False]), (False, [True]), (True, [])])
def test_the_password_of_telegram_keeps_out_who_holds_the_number(is_so, sure):
    said = who_gets_in(map_of(visit_of("telegram", told=(asked(is_so),)), ORDERED))
    other = next(one for one in said.people if one.who == "other")
    assert [one.is_sure for one in other.reaches] == sure


def test_a_password_that_is_on_already_may_be_known_where_other_passwords_are():
    known = structs.replace(
        visit_of("telegram", told=(asked(is_so=True),)),
        replies=(*THEIRS[:2], Reply(question="who_can_open", choices=("other_passwords",))),
    )
    said = who_gets_in(map_of(known, ORDERED))
    other = next(one for one in said.people if one.who == "other")
    assert [one.is_sure for one in other.reaches] == [False]


def test_a_mailbox_gets_back_into_telegram_only_together_with_the_number():
    ways = [
        way for way in map_of(visit_of("telegram", "google"), ORDERED).ways if way.how is How.OWN_RECOVERY
    ]
    assert [way.needs for way in ways if way.to == "account:telegram"] == [("sim", "account:google")]
    ways = [
        way for way in map_of(visit_of("whatsapp", "google"), ORDERED).ways if way.how is How.OWN_RECOVERY
    ]
    assert [way.needs for way in ways if way.to == "account:whatsapp"] == [("account:google",)]


@pytest.mark.parametrize(
    ("language", "change", "question"),
    [
        (Language.ENGLISH, "the password Telegram asks for", "a password of its own"),
        (Language.VIETNAMESE, "mật khẩu mà Telegram hỏi", "mật khẩu riêng"),
    ],
)
def test_its_second_step_is_said_as_a_password_and_not_as_an_app(language, change, question):
    closed = Holding(person="other", thing="sim_holder")
    visit = structs.replace(visit_of("telegram"), map_edits=MapEdits(holdings=(closed,)))
    found, texts = map_of(visit, ORDERED), Texts(language)
    words = words_of_map(visit, found, SERVICES, texts)
    said = who_gets_in(found)
    asks = [words.question(one) for one in said.ask_next if one.two_step]
    assert [question in one for one in asks] == [True]
    many = [words.question_of_many(one) for one in said.ask_next if one.two_step]
    assert [question in one for one in many] == [True]
    two_step = next(one for one in changes_of(found) if one.do is Do.TWO_STEP)
    assert change in words.change(two_step)
    step = Step(
        id=step_id(two_step),
        rule=RULE,
        stage=Stage.CHANGE,
        noticed=Noticed.MAYBE,
        place=Place.SAFE_DEVICE,
    )
    plan = PlanWords(texts, visit, FindingWords(texts), SERVICES)
    assert plan.how(step) == texts.say("access.how.two_step_own")
    assert plan.how(structs.replace(step, id=f"{RULE}:two_step:account:google:codes:d1")) == texts.say(
        "access.how.two_step"
    )


def changes_of(found):
    return [one.change for one in Changes(Graph(found)).all]


def test_the_map_of_all_messengers_is_whole_and_locks_nobody_out():
    said = who_gets_in(map_of(visit_of("whatsapp", "telegram", "signal", "viber", "zalo"), ORDERED))
    assert {one.thing.partition(":")[0] for one in said.lockouts} <= {"account"}
    me = next(one for one in said.people if one.who == "me")
    assert {one.account for one in me.reaches if one.is_sure} >= {"account:telegram", "account:whatsapp"}


def test_the_second_step_belongs_to_its_account():
    (code,) = (one for one in map_of(visit_of("telegram"), ORDERED).things if one.id == code_id("telegram"))
    assert (code.kind, code.of) == (ThingKind.SECOND_FACTOR, "account:telegram")
