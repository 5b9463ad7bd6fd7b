"""A shop is a lead, a host the app talks to a question, everything else quiet; one card a program."""

import pytest

from checkup.checks.iphone.web_history import CHECK
from checkup.model.finding import Level
from checkup.model.web_trace import VisitedHost


def visit(host, url=""):
    return VisitedHost(browser="Safari", host=host, url=url or f"https://{host}/", count=3)


@pytest.mark.parametrize("host", ["spyren.com", "WWW.SPYREN.com", "buy.spyren.com:443", "me@spyren.com."])
def test_a_shop_is_a_lead_however_it_is_written(found, host):
    [card] = found(CHECK, visit(host))
    assert (card.level, card.about) == (Level.LEAD, "web:appspy")
    assert card.reasons[0].count == 3


def test_a_host_the_app_talks_to_is_a_question(found):
    [card] = found(CHECK, visit("api.free-spy.com"))
    assert card.level is Level.ASK


def test_a_listed_page_of_somebody_elses_host_is_found_and_its_host_is_not(found):
    page = "https://github.com/karma9874/androrat"
    [card] = found(CHECK, visit(page, page))
    assert card.about == "web:androrat"
    assert found(CHECK, visit("github.com")) == []


@pytest.mark.parametrize("host", ["example.com", "notspyren.com", "spyren.com.example.org", ""])
def test_other_hosts_are_quiet(found, host):
    assert found(CHECK, visit(host)) == []


def test_odd_hosts_harm_nothing(found, hostile):
    assert found(CHECK, visit(hostile, hostile)) == []
