"""What is reached from what: the paper's example, and a slow twin on random maps."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkup.access.graph import Graph
from tests.access.maps import paper, random_map, reached

KEYS = ("device", "finger", "pin", "mail_password", "code", "mail")


def opens_shop(*held: str) -> bool:
    graph = Graph(paper())
    return graph.number["shop"] in graph.access_from({graph.number[one] for one in held})


@pytest.mark.parametrize("lock", ["finger", "pin"])
def test_finger_or_pin_with_the_mail_password_opens_the_shop(lock):
    assert opens_shop(lock, "mail_password")


def test_the_shops_own_password_opens_it_alone():
    assert opens_shop("shop_password")


@pytest.mark.parametrize("held", ["finger", "pin", "mail_password", "device", "code"])
def test_nothing_less_opens_the_shop(held):
    assert not opens_shop(held)


def test_of_what_one_can_know_or_be_only_a_lock_and_the_mail_password_open_it():
    roots = ("finger", "pin", "mail_password")
    smallest = [
        set(chosen)
        for size in range(1, 4)
        for chosen in combinations(roots, size)
        if opens_shop(*chosen) and not any(opens_shop(*less) for less in combinations(chosen, size - 1))
    ]
    assert smallest == [{"finger", "mail_password"}, {"pin", "mail_password"}]


@settings(max_examples=500)
@given(st.integers(0, 10**9))
def test_what_is_reached_is_what_a_slow_twin_finds(seed):
    access_map = random_map(seed, 300)
    graph = Graph(access_map)
    ids = [thing.id for thing in access_map.things]
    for person in access_map.people:
        found = {ids[one] for one in graph.access_from(graph.perhaps_held(person))}
        assert found == reached(access_map, (*person.holds, *person.maybe))
        sure = {ids[one] for one in graph.surely_reached(graph.surely_held(person))}
        assert sure == reached(access_map, person.holds, surely=True)
