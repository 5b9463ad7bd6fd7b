"""An added app that administers the phone is asked about; the phone's own are quiet."""

import pytest

from checkup.checks.android.device_admin import CHECK
from checkup.model.android import AdminApp, InstalledApp, Power
from checkup.model.finding import Level

APP = "com.example.notes"
FILE = "com.google.android.packageinstaller"


def app(app_id=APP, **fields):
    return InstalledApp(id=app_id, **({"installer": FILE, "is_installer_known": True} | fields))


@pytest.mark.parametrize(
    ("power", "sign"),
    [
        (Power.ADMIN, "app_administers"),
        (Power.DEVICE_OWNER, "app_owns_phone"),
        (Power.PROFILE_OWNER, "app_owns_profile"),
    ],
)
def test_each_right_is_asked_about(found, power, sign):
    [finding] = found(CHECK, app(installer="com.android.vending"), AdminApp(app=APP, power=power))
    assert (finding.level, finding.signs) == (Level.ASK, {sign})


def test_parts_of_the_phone_are_quiet(found):
    assert found(CHECK, app(is_system=True), AdminApp(app=APP, power=Power.ADMIN)) == []


def test_an_administrator_nobody_listed_is_asked_about(found, hostile):
    [finding] = found(CHECK, AdminApp(app=hostile, power=Power.ADMIN, service=hostile))
    assert finding.about == hostile
