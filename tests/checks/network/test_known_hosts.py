"""Hosts and addresses of the lists, one card a program; others are quiet."""

import pytest

from checkup.checks.network.known_hosts import CHECK
from checkup.model.finding import Level
from checkup.model.network import AddressTalked, HostAsked, NameSeen


def host(name, how=NameSeen.TLS):
    return HostAsked(device="192.168.1.20", host=name, how=how, count=4)


def test_what_the_app_talks_to_is_a_question_and_the_shop_a_lead(found):
    cards = found(CHECK, host("api.free-spy.com"), host("api.free-spy.com", NameSeen.DNS), host("spyren.com"))
    assert [card.level for card in cards] == [Level.ASK, Level.ASK, Level.LEAD]
    assert {card.about for card in cards} == {"web:appspy"}
    assert {sign for card in cards for sign in card.signs} == {
        "asked_for_listed_host",
        "connected_to_listed_host",
    }


def test_an_address_of_the_lists_is_found_without_a_name(found):
    [card] = found(CHECK, AddressTalked(device="192.168.1.20", address="178.33.203.110", packets=7))
    assert (card.signs, card.reasons[0].count) == ({"talked_with_listed_address"}, 7)


@pytest.mark.parametrize("name", ["example.com", "free-spy.com.example.org", ""])
def test_other_hosts_are_quiet(found, name):
    assert found(CHECK, host(name), AddressTalked(device="192.168.1.20", address="203.0.113.1")) == []


def test_odd_names_harm_nothing(found, hostile):
    assert found(CHECK, host(hostile), AddressTalked(device=hostile, address=hostile)) == []
