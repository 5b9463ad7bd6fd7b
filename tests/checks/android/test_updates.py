"""An old patch and a switched-off updater can be made safer; without a day no age is told."""

import pytest

from checkup.checks.android.updates import CHECK
from checkup.model.android import InstalledApp, PhoneDay, PhoneProperty
from checkup.model.finding import Level

TODAY = PhoneDay(day="2026-11-24")


def patch(day):
    return PhoneProperty(name="ro.build.version.security_patch", value=day)


def test_a_patch_of_two_years_ago_can_be_made_safer(found):
    [finding] = found(CHECK, patch("2024-11-01"), TODAY)
    assert finding.level is Level.SETTING
    assert [(one.sign, one.when, one.count) for one in finding.reasons] == [
        ("protection_is_old", "2024-11-01", 24)
    ]


@pytest.mark.parametrize("day", ["2025-12-05", "2026-11-01", "2027-01-01"])
def test_a_patch_of_this_year_is_quiet(found, day):
    assert found(CHECK, patch(day), TODAY) == []


def test_an_updater_that_is_off_is_told(found):
    off = InstalledApp(id="com.wssyncmldm", is_system=True, is_off=True)
    [finding] = found(CHECK, off, InstalledApp(id="com.oppo.ota", is_system=True))
    assert finding.signs == {"updater_switched_off"}


def test_without_a_day_the_age_is_not_known(found):
    assert found(CHECK, patch("2016-01-01")) == []


def test_hostile_dates_are_no_dates(found, hostile):
    assert found(CHECK, patch(hostile), TODAY) == []
    assert found(CHECK, patch("2016-01-01"), PhoneDay(day=hostile)) == []
