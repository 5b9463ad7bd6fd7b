"""Ways put in by hand that make no sense are told from circles that do."""

import pytest

from checkup.access.sense import NoSense, no_sense_in
from checkup.model.access_map import AccessMap, Thing, ThingKind, Way
from tests.access.maps import paper, person, thing, way

MAP = AccessMap(
    people=(person("me", "first_password"),),
    things=(
        thing("first", ThingKind.EMAIL),
        thing("second", ThingKind.EMAIL),
        thing("first_password", ThingKind.PASSWORD),
        thing("inside", ThingKind.SECOND_FACTOR),
    ),
    ways=(way("first", "first_password"), way("second", "first"), way("inside", "second")),
)


@pytest.mark.parametrize(
    ("needs", "to", "expected"),
    [
        (("first",), "first", NoSense.ITSELF),
        # The code is seen in the mailbox alone: nobody opens the mailbox with it first.
        (("inside",), "second", NoSense.CIRCLE),
        (("first_password", "inside"), "second", NoSense.CIRCLE),
        # Two mailboxes that reset each other are common.
        (("second",), "first", NoSense.CIRCLE),
        (("first_password",), "second", None),
        (("not there",), "second", None),
    ],
)
def test_a_way_that_would_need_what_it_opens_makes_no_sense(needs, to, expected):
    assert no_sense_in(MAP, Way(to=to, needs=needs)) is expected


def test_a_circle_that_can_be_entered_elsewhere_makes_sense():
    both = AccessMap(
        people=(person("me", "first_password"), person("t", "second")), things=MAP.things, ways=MAP.ways
    )
    assert no_sense_in(both, Way(to="first", needs=("second",))) is None


def test_what_nobody_has_yet_may_open_something():
    bare = AccessMap(
        people=(person("me"),), things=(*MAP.things, Thing(id="key", kind=ThingKind.SECOND_FACTOR))
    )
    assert no_sense_in(bare, Way(to="first", needs=("key",))) is None
    assert no_sense_in(paper(), Way(to="shop", needs=("code", "mail_password"))) is None
