"""A shortcut that takes something in and sends it is told; one that only does one of both is quiet."""

import pytest

from checkup.checks.iphone.shortcuts import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import Act, Shortcut


def test_an_automation_that_sends_where_the_phone_is_is_asked_about(found):
    [card] = found(CHECK, Shortcut(name="Về nhà", acts=(Act.MESSAGE, Act.PLACE), runs_alone=True))
    assert (card.level, card.about) == (Level.ASK, "shortcut:Về nhà")
    assert [one.sign for one in card.reasons] == [
        *("shortcut_takes_place", "shortcut_sends_message", "shortcut_runs_alone")
    ]


def test_one_that_waits_for_a_tap_is_a_setting(found):
    [card] = found(CHECK, Shortcut(name="x", acts=(Act.PICTURE, Act.WEB), hosts=("a.example",)))
    assert (card.level, card.reasons[1].where) == (Level.SETTING, "a.example")


@pytest.mark.parametrize("acts", [(), (Act.PLACE,), (Act.MESSAGE, Act.WEB)])
def test_only_taking_or_only_sending_is_quiet(found, acts):
    assert found(CHECK, Shortcut(name="x", acts=acts, runs_alone=True, hosts=("a.example",))) == []


def test_a_listed_host_is_about_its_program(found):
    [card] = found(CHECK, Shortcut(name="x", hosts=("spyren.com",)))
    assert card.about == "web:appspy"


def test_hostile_names_go_through_unharmed(found, hostile):
    [card] = found(CHECK, Shortcut(name=hostile, acts=(Act.PLACE, Act.MAIL)))
    assert card.about == f"shortcut:{hostile}"
