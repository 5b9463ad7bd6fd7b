"""Calendars from elsewhere are one setting; holidays of the phone's maker are quiet."""

import pytest

from checkup.checks.iphone.calendars import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import OpenCalendar, SubscribedCalendar


def test_a_calendar_from_elsewhere_is_a_setting(found):
    [card] = found(CHECK, SubscribedCalendar(name="Lịch lớp", address="webcal://school.example/a.ics"))
    assert (card.level, card.reasons[0].where) == (Level.SETTING, "school.example")


def test_a_calendar_of_a_listed_host_is_about_its_program(found):
    [card] = found(CHECK, SubscribedCalendar(name="x", address="webcal://spyren.com/a.ics"))
    assert card.about == "web:appspy"


def test_a_published_calendar_and_one_of_somebody_else_are_a_setting(found):
    [mine] = found(CHECK, OpenCalendar(name="Của tôi", is_published=True))
    [theirs] = found(CHECK, OpenCalendar(name="Chung", owner="Khoa"))
    assert (mine.level, mine.signs) == (Level.SETTING, {"calendar_is_published"})
    assert [(one.sign, one.who) for one in theirs.reasons] == [("calendar_of_other", "Khoa")]


def test_a_calendar_of_ones_own_is_quiet(found):
    assert found(CHECK, OpenCalendar(name="Nhà")) == []


@pytest.mark.parametrize(
    "address", ["webcal://calendars.icloud.com/holidays/vn", "https://apple.com/x", "https://www.google.com/"]
)
def test_holidays_of_the_maker_are_quiet(found, address):
    assert found(CHECK, SubscribedCalendar(name="Ngày lễ", address=address)) == []


def test_a_lookalike_host_is_not_the_maker(found):
    assert len(found(CHECK, SubscribedCalendar(name="x", address="https://badapple.com/"))) == 1


def test_odd_addresses_harm_nothing(found, hostile):
    assert len(found(CHECK, SubscribedCalendar(name=hostile, address=f"http://[{hostile}"))) == 1
