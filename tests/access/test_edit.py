"""Changing a map by hand: pure, whole afterwards, and taken back by the opposite."""

from hypothesis import given
from hypothesis import strategies as st

from checkup.access.edit import with_holding, with_thing, with_way, without_thing, without_way
from checkup.model.access_map import Thing, ThingKind, Way
from checkup.parse.access_map import faults
from tests.access.maps import paper, random_map


def test_a_thing_taken_out_takes_its_ways_and_holdings_along():
    found = without_thing(paper(), "device")
    assert "device" not in {one.id for one in found.things}
    assert not any("device" in (one.to, *one.needs) for one in found.ways)
    assert "device" not in found.me.holds


def test_a_way_between_things_that_are_not_there_changes_nothing():
    assert with_way(paper(), Way(to="shop", needs=("nothing",))) == paper()
    assert with_way(paper(), Way(to="shop", needs=("shop",))) == paper()
    assert with_way(paper(), Way(to="shop", needs=())) == paper()


def test_a_way_added_and_taken_out_leaves_the_map_as_it_was():
    way = Way(to="shop", needs=("device",))
    assert without_way(with_way(paper(), way), way) == paper()


def test_a_holding_for_a_thing_that_is_not_there_changes_nothing():
    assert with_holding(paper(), "me", "nothing", has=True) == paper()


@given(st.integers(0, 10**6), st.integers(0, 8))
def test_a_map_stays_whole_whatever_is_taken_out(seed, number):
    access_map = random_map(seed, 9)
    name = access_map.things[number % len(access_map.things)].id
    found = without_thing(access_map, name)
    assert list(faults(found)) == []
    added = with_thing(found, Thing(id=name, kind=ThingKind.PIN))
    assert list(faults(with_holding(added, "me", name, has=True))) == []


def test_a_second_step_taken_out_of_the_map_leaves_the_way_as_it_was():
    way = Way(
        to="shop", needs=("shop_password",), two_step="code", two_step_maybe=True, two_step_or=("mail",)
    )
    guarded = with_way(paper(), way)
    assert way in guarded.ways
    for name, expected in (("code", ("", False, ())), ("mail", ("code", True, ()))):
        found = without_thing(guarded, name)
        (kept,) = [one for one in found.ways if one.to == "shop" and one.needs == way.needs]
        assert (kept.two_step, kept.two_step_maybe, kept.two_step_or) == expected
        assert list(faults(found)) == []
