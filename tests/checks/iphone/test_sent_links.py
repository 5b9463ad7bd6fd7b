"""A link of the lists is a lead; messages and notes share a program's card."""

from checkup.checks.iphone.sent_links import CHECK
from checkup.model.finding import Level
from checkup.model.web_trace import LinkedHost, LinkPlace


def link(place, host):
    return LinkedHost(place=place, host=host, url=f"http://{host}/x", count=2)


def test_links_in_both_places_are_about_one_program(found):
    cards = found(CHECK, link(LinkPlace.MESSAGE, "spyren.com"), link(LinkPlace.NOTE, "www.spyren.com"))
    assert {(card.about, card.level) for card in cards} == {("web:appspy", Level.LEAD)}
    assert {sign for card in cards for sign in card.signs} == {
        "listed_link_in_messages",
        "listed_link_in_notes",
    }


def test_links_in_other_messengers_say_in_which(found):
    cards = found(CHECK, link(LinkPlace.WHATSAPP, "spyren.com"), link(LinkPlace.VIBER, "spyren.com"))
    assert [(card.about, card.level) for card in cards] == [("web:appspy", Level.LEAD)] * 2
    assert {(reason.sign, reason.who) for card in cards for reason in card.reasons} == {
        ("listed_link_in_app", "WhatsApp"),
        ("listed_link_in_app", "Viber"),
    }


def test_other_links_are_quiet(found):
    assert found(CHECK, link(LinkPlace.MESSAGE, "example.com"), link(LinkPlace.NOTE, "bit.ly")) == []


def test_odd_links_harm_nothing(found, hostile):
    assert found(CHECK, link(LinkPlace.NOTE, hostile)) == []
