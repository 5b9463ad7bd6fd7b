"""Unencrypted pages are one setting; what systems ask for themselves is quiet."""

from checkup.checks.network.unencrypted_pages import CHECK
from checkup.model.finding import Level
from checkup.model.network import HostAsked, NameSeen


def asked(host, how=NameSeen.HTTP, count=1):
    return HostAsked(device="192.168.1.20", host=host, how=how, count=count)


def test_pages_are_one_setting_most_first(found):
    [card] = found(CHECK, asked("a.example"), asked("b.example:8080", count=9))
    assert (card.level, [one.what for one in card.reasons]) == (
        Level.SETTING,
        ["b.example:8080", "a.example"],
    )


def test_encrypted_ones_and_what_systems_ask_are_quiet(found):
    quiet = (asked("captive.apple.com"), asked("ocsp.apple.com:80"), asked("a.example", NameSeen.TLS))
    assert found(CHECK, *quiet, asked("b.example", NameSeen.DNS)) == []


def test_odd_names_harm_nothing(found, hostile):
    assert len(found(CHECK, asked(hostile))) == 1
