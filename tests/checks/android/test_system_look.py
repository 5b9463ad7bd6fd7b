"""A name like a part of the phone is asked about where the app came past the stores."""

import pytest

from checkup.checks.android.system_look import CHECK
from checkup.model.android import InstalledApp
from checkup.model.finding import Level

APP = "com.example.notes"
FILE = "com.google.android.packageinstaller"


def app(app_id=APP, **fields):
    return InstalledApp(id=app_id, **({"installer": FILE, "is_installer_known": True} | fields))


@pytest.mark.parametrize(
    "name", ["com.android.settings.sync", "com.helper.SystemService", "com.samsung.helper", "net.x.update"]
)
def test_a_name_like_the_systems_is_asked_about(found, name):
    [finding] = found(CHECK, app(name))
    assert (finding.level, finding.signs) == (Level.ASK, {"app_looks_like_system"})


def test_googles_own_app_from_the_store_is_quiet(found):
    assert found(CHECK, app("com.google.android.apps.maps", installer="com.android.vending")) == []


def test_parts_of_the_phone_and_other_names_are_quiet(found):
    assert found(CHECK, app("com.android.phone", is_system=True), app("com.example.systematic")) == []


def test_hostile_ids_are_no_trouble(found, hostile):
    assert found(CHECK, app(hostile)) == []
