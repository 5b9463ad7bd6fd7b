"""A link to an app's own host is a question, one to a shop a trace; others are quiet."""

from checkup.checks.android.message_links import CHECK
from checkup.model.android import MessageLink
from checkup.model.finding import Level


def link(url, **fields):
    return MessageLink(url=url, when="2026-11-20T08:00:00Z", **fields)


def test_a_host_the_app_talks_to_is_a_question(found):
    [finding] = found(CHECK, link("https://API.accountable2you.com/x"))
    assert (finding.level, finding.signs) == (Level.ASK, {"message_link_received"})


def test_a_shop_is_a_trace(found):
    [finding] = found(CHECK, link("http://www.aispyer.com/buy", is_sent=True))
    assert (finding.level, finding.signs) == (Level.LEAD, {"message_link_sent"})


def test_other_hosts_and_short_links_are_quiet(found):
    assert found(CHECK, link("https://example.org"), link("https://bit.ly/3xyz")) == []


def test_hostile_links_are_quiet(found, hostile):
    assert found(CHECK, link(hostile)) == []
