"""One answer about a device touches every service it is in, and so the plan."""

from checkup.content.plan_steps import load_rules
from checkup.flow.sign_ins import answered_group, forgot, took
from checkup.model.account import AccountReview
from checkup.model.answer import Answer
from checkup.model.inventory import OwnDevice
from checkup.model.sign_in import SignInGroup, SignInHistory
from checkup.model.visit import Visit
from checkup.plan.plan import plan_of
from checkup.signins.reviews import reviews

GROUP = SignInGroup(
    id="device:a53",
    device="Samsung Galaxy A53 5G",
    services=("google", "tiktok"),
    first="2026-03-01T00:00:00Z",
)
SEEN = took(Visit(id="v", began=""), SignInHistory(groups=(GROUP,)))


def answers(visit):
    return {review.service: review.answer for review in reviews(visit)}


def test_a_device_that_is_not_mine_touches_every_service_it_is_in():
    visit = answered_group(SEEN, GROUP.id, Answer.NOT_MINE)
    assert answers(visit) == {"google": Answer.NOT_MINE, "tiktok": Answer.NOT_MINE}
    steps = {step.id for step in plan_of(visit, load_rules())}
    assert {"new_password:google", "new_password:tiktok", "keep_device_lists"} <= steps


def test_my_own_device_adds_nothing():
    visit = answered_group(SEEN, GROUP.id, Answer.MINE)
    assert answers(visit) == {}


def test_a_device_that_is_not_listed_among_my_own_counts_as_not_sure():
    from msgspec import structs

    assert answers(SEEN) == {}  # no device is listed: nothing can be unexpected
    listed = structs.replace(SEEN, devices=(OwnDevice(id="1", nickname="iPhone 13"),))
    assert answers(listed) == {"google": Answer.UNSURE, "tiktok": Answer.UNSURE}
    mine = structs.replace(SEEN, devices=(OwnDevice(id="1", nickname="x", model_words=("Galaxy A53",)),))
    assert answers(mine) == {}


def test_the_heavier_answer_counts():
    from msgspec import structs

    visit = structs.replace(SEEN, accounts=(AccountReview(service="google", answer=Answer.MINE),))
    assert answers(answered_group(visit, GROUP.id, Answer.KNOWN))["google"] is Answer.KNOWN
    visit = structs.replace(SEEN, accounts=(AccountReview(service="google", answer=Answer.NOT_MINE),))
    assert answers(answered_group(visit, GROUP.id, Answer.UNSURE))["google"] is Answer.NOT_MINE


def test_forgetting_the_exports_leaves_nothing_of_them():
    visit = forgot(answered_group(SEEN, GROUP.id, Answer.NOT_MINE))
    assert visit == Visit(id="v", began="")
