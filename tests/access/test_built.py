"""From a visit to its map: the phone's PIN opens the mail, the mail Facebook; what is not told is unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from checkup.access.answer import who_gets_in
from checkup.access.built import map_of
from checkup.content.questions import load_questions
from checkup.content.services import Services
from checkup.content.texts import Language
from checkup.model.access_map import How, Thing, ThingKind, Way
from checkup.model.access_told import AccessTold, Holding, MapEdits
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.inventory import DeviceKind, OwnDevice, Person
from checkup.model.reply import Reply
from checkup.model.service import Outlives
from checkup.model.visit import Visit
from checkup.parse.access_map import faults

SERVICES = Services().ordered(Language.ENGLISH)
VISIT = Visit(
    id="v",
    began="",
    accounts=(AccountReview(service="google", answer=Answer.MINE), AccountReview(service="facebook")),
    devices=(OwnDevice(id="d1", nickname="Phone", pin_known_by=("p1",), pin_asked=True),),
    people=(Person(id="p1", nickname="T."),),
    replies=(
        Reply(question="other_person", choices=("nobody",)),
        Reply(question="who_can_open", choices=("nobody_else",)),
    ),
)


def reaches(visit: Visit, who: str) -> dict[str, bool]:
    """Return the accounts somebody reaches, with whether that is sure."""
    people = {one.who: one for one in who_gets_in(map_of(visit, SERVICES)).people}
    return {one.account: one.is_sure for one in people[who].reaches}


def test_who_knows_the_pin_and_has_the_phone_in_hand_is_in_the_mail_and_in_facebook():
    shared = structs.replace(VISIT.devices[0], shared_with=("p1",))
    found = reaches(structs.replace(VISIT, devices=(shared,)), "p1")
    assert found == {"account:google": True, "account:facebook": True}


def test_the_pin_without_the_phone_reaches_nothing():
    assert reaches(VISIT, "p1") == {}


def test_nobody_else_leaves_only_the_person():
    people = [one.who for one in who_gets_in(map_of(VISIT, SERVICES)).people]
    assert people == ["me", "p1"]


def test_what_was_not_answered_is_unknown_and_asked():
    visit = structs.replace(VISIT, replies=(), people=(), devices=())
    said = who_gets_in(map_of(visit, SERVICES))
    assert {one.account: one.is_sure for one in said.people[1].reaches} == {
        "account:google": False,
        "account:facebook": False,
    }
    assert said.ask_next[0].leans > 0


OFF = AccessTold(thing="account:google", needs=("codes:d1",), two_step=True, is_so=False)


@pytest.mark.parametrize(
    ("choice", "told", "expected"),
    [("mail_password", (OFF,), True), ("mail_password", (), False), ("computer_password", (OFF,), None)],
)
def test_a_reply_about_passwords_counts_for_the_mail_where_no_code_is_asked_too(choice, told, expected):
    replies = (
        Reply(question="who_can_open", choices=(choice,)),
        Reply(question="had_in_hand", choices=("never",)),
        Reply(question="who_pays_sim", choices=("me",)),
    )
    found = reaches(structs.replace(VISIT, replies=replies, access_told=told), "other")
    assert found.get("account:google") is expected


@pytest.mark.parametrize(
    ("pays", "by_text", "expected"),
    [
        # The number is in the other person's name: a code by text message reaches them too.
        ("other_person", None, {"account:google": False}),
        ("other_person", True, {"account:google": True}),
        ("other_person", False, {}),
        ("me", None, {}),
    ],
)
def test_two_step_verification_by_text_message_keeps_nobody_out_who_holds_the_number(pays, by_text, expected):
    replies = (
        Reply(question="who_can_open", choices=("mail_password",)),
        Reply(question="had_in_hand", choices=("never",)),
        Reply(question="who_pays_sim", choices=(pays,)),
    )
    told = (
        structs.replace(OFF, is_so=True),
        AccessTold(thing="account:google", needs=("password:google", "sim"), is_so=by_text),
        AccessTold(thing="account:google", needs=("sim",), is_so=False),
    )
    accounts = (AccountReview(service="google", answer=Answer.MINE),)
    visit = structs.replace(VISIT, replies=replies, accounts=accounts, access_told=told)
    assert reaches(visit, "other") == expected


def test_who_holds_the_number_gets_the_messengers_by_code():
    replies = (Reply(question="who_pays_sim", choices=("other_person",)),)
    visit = structs.replace(VISIT, replies=replies, accounts=(AccountReview(service="zalo"),))
    said = who_gets_in(map_of(visit, SERVICES))
    (zalo,) = said.people[1].reaches
    assert zalo.is_sure
    assert [way.how for way in zalo.ways] == [How.NEW_SIM, How.SMS_RESET]


def test_a_no_closes_an_unknown_way_and_a_yes_makes_it_known():
    asked = AccessTold(thing="account:facebook", needs=("account:google",))
    for answer in (True, False):
        visit = structs.replace(VISIT, access_told=(structs.replace(asked, is_so=answer),))
        ways = [one for one in map_of(visit, SERVICES).ways if one.how is How.MAIL_RESET]
        assert [one.maybe for one in ways] == ([False] if answer else [])


def test_what_is_done_by_hand_stands_over_what_was_told():
    edits = MapEdits(
        things=(Thing(id="mine:1", kind=ThingKind.SECOND_FACTOR, name="Key"),),
        ways=(Way(to="account:google", needs=("mine:1",)), Way(to="account:google", needs=("none",))),
        holdings=(Holding(person="p1", thing="mine:1"), Holding(person="p1", thing="pin:d1", has=False)),
        without_things=("account:facebook",),
    )
    found = map_of(structs.replace(VISIT, map_edits=edits), SERVICES)
    person = next(one for one in found.people if one.id == "p1")
    assert person.holds == ("mine:1",)
    assert "account:facebook" not in {one.id for one in found.things}
    assert reaches(structs.replace(VISIT, map_edits=edits), "p1") == {"account:google": True}


QUESTIONS = [one for one in load_questions() if one.options]
replies = st.tuples(
    *(
        st.lists(st.sampled_from(one.options), max_size=2, unique=True).map(
            lambda choices, name=one.id: Reply(question=name, choices=tuple(choices))
        )
        for one in QUESTIONS
    )
)
reviews = st.lists(
    st.builds(
        AccountReview,
        service=st.sampled_from([one.id for one in SERVICES] + ["unknown"]),
        answer=st.sampled_from([None, *Answer]),
        outlives=st.lists(st.sampled_from([one.value for one in Outlives]), max_size=3).map(tuple),
    ),
    max_size=8,
    unique_by=lambda one: one.service,
).map(tuple)
someone = st.sampled_from(["me", "p1", "p9"])
devices = st.lists(
    st.builds(
        OwnDevice,
        id=st.sampled_from(["d1", "d2", "d3"]),
        kind=st.sampled_from(DeviceKind),
        shared_with=st.lists(someone, max_size=2).map(tuple),
        set_up_by=st.sampled_from(["", "me", "p1", "p9"]),
        pin_known_by=st.lists(someone, max_size=2).map(tuple),
        pin_asked=st.booleans(),
    ),
    max_size=3,
    unique_by=lambda one: one.id,
).map(tuple)


@given(replies, reviews, devices)
def test_any_visit_makes_a_whole_map_that_can_be_answered(told, accounts, own):
    visit = Visit(id="v", began="", replies=told, accounts=accounts, devices=own, people=(Person(id="p1"),))
    found = map_of(visit, SERVICES)
    assert list(faults(found)) == []
    who_gets_in(found)
