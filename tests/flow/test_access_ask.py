"""The questions about the map: few, those alike at once, likely answers that count only once said."""

import pytest
from msgspec import structs

from checkup.access.answer import who_gets_in
from checkup.access.built import map_of
from checkup.content.services import Services
from checkup.content.texts import Language
from checkup.flow.access_ask import MOST_ASKED, Asking, last_taken_back, next_asking, replied
from checkup.model.access_map import How
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.inventory import DeviceKind, OwnDevice, Person
from checkup.model.reply import Reply
from checkup.model.visit import Visit

SERVICES = Services().ordered(Language.ENGLISH)
EVERY = tuple(one.id for one in SERVICES)


def visit_with(*services: str, people: int = 1) -> Visit:
    return Visit(
        id="v",
        began="",
        accounts=tuple(AccountReview(service=one, answer=Answer.MINE) for one in services),
        people=tuple(Person(id=f"p{number}") for number in range(people)),
        devices=(
            OwnDevice(id="d1", pin_known_by=("p0",), pin_asked=True),
            OwnDevice(id="d2", kind=DeviceKind.COMPUTER, shared_with=("p0",)),
        ),
        replies=(Reply(question="who_can_open", choices=("mail_password",)),),
    )


def asking_of(visit: Visit) -> Asking | None:
    access_map = map_of(visit, SERVICES)
    return next_asking(visit, access_map, who_gets_in(access_map))


def all_asked(visit: Visit, so) -> list[Asking]:
    """Answer until nothing is asked; `so` gives the answer to each."""
    asked = []
    while (asking := asking_of(visit)) is not None:
        asked.append(asking)
        visit = replied(visit, asking, so(asking))
    return asked


@pytest.mark.parametrize("so", [lambda one: one.things, lambda _: (), lambda _: None])
def test_forty_eight_accounts_and_six_people_are_few_questions(so):
    asked = all_asked(visit_with(*EVERY, people=6), so)
    assert 1 < len(asked) <= MOST_ASKED
    assert max(len(one.questions) for one in asked) > 20


def test_what_settles_most_is_asked_before_what_settles_less():
    (first, *_) = all_asked(visit_with(*EVERY), lambda _: None)
    assert {one.needs for one in first.questions} == {("open:d2",)}


def test_one_mailbox_is_likely_for_all_and_two_are_for_none():
    for mails, expected in ((("google",), True), (("google", "yahoo"), False)):
        asked = all_asked(visit_with(*mails, "facebook", "instagram", "tiktok"), lambda _: ())
        ways = {
            (way.to, way.needs): way.how
            for way in map_of(visit_with(*mails, "facebook", "instagram", "tiktok"), SERVICES).ways
        }
        about_mail = [
            one
            for one in asked
            if ways.get((one.questions[0].thing, one.questions[0].needs)) is How.MAIL_RESET
            and not one.questions[0].two_step
        ]
        assert about_mail
        assert all(bool(one.likely) is expected for one in about_mail)
        others = [one for one in asked if one not in about_mail]
        assert not any(one.likely for one in others)


def test_not_sure_leaves_everything_as_it_was_and_is_not_asked_again():
    visit = visit_with("google", "facebook", "instagram")
    asking = asking_of(visit)
    after = replied(visit, asking, None)
    assert map_of(after, SERVICES) == map_of(visit, SERVICES)
    assert asking_of(after) != asking


def test_a_choice_for_some_says_no_for_the_others():
    visit = visit_with(*EVERY[:8])
    asking = asking_of(visit)
    chosen = asking.things[:1]
    after = replied(visit, asking, chosen)
    told = {one.thing: one.is_so for one in after.access_told}
    assert told == {one: one in chosen for one in asking.things}
    open_ways = {way.to for way in map_of(after, SERVICES).ways if way.needs == asking.questions[0].needs}
    assert set(chosen) <= open_ways
    assert not open_ways & (set(asking.things) - set(chosen))


def test_the_last_answer_is_taken_back_whole():
    visit = visit_with(*EVERY[:8])
    once = replied(visit, asking_of(visit), ())
    twice = replied(once, asking_of(once), None)
    assert last_taken_back(twice, map_of(twice, SERVICES)) == once
    assert last_taken_back(once, map_of(once, SERVICES)) == structs.replace(visit, access_told=())
