"""Networks without a password are one setting; the others, and those not told, are quiet."""

from checkup.checks.iphone.wifi import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import JoinedNetwork


def test_open_networks_are_one_setting(found):
    [card] = found(
        CHECK, JoinedNetwork(name="Highlands", is_open=True), JoinedNetwork(name="Cafe", is_open=True)
    )
    assert card.level is Level.SETTING
    assert len(card.reasons) == 2


def test_networks_with_a_password_and_those_not_told_are_quiet(found):
    assert found(CHECK, JoinedNetwork(name="Nhà", is_open=False), JoinedNetwork(name="?")) == []


def test_an_odd_name_harms_nothing(found, hostile):
    assert len(found(CHECK, JoinedNetwork(name=hostile, is_open=True))) == 1
