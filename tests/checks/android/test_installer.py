"""Coming past the stores is said with a second sign; alone it is quiet."""

import pytest

from checkup.checks.android.installer import CHECK
from checkup.model.android import AccessibilityOn, InstalledApp
from checkup.model.finding import Level

APP = "com.example.notes"
FILE = "com.google.android.packageinstaller"


def app(app_id=APP, **fields):
    return InstalledApp(id=app_id, **({"installer": FILE, "is_installer_known": True} | fields))


def reads(app_id=APP):
    return AccessibilityOn(app=app_id, service=f"{app_id}/.A")


@pytest.mark.parametrize(
    ("fields", "sign"),
    [
        ({"installer": FILE}, "app_from_file"),
        ({"installer": FILE, "originator": "com.android.chrome"}, "app_from_browser"),
        ({"installer": "com.android.vending", "initiator": "com.android.shell"}, "app_from_cable"),
        ({"installer": "com.android.vending", "initiator": FILE}, "app_from_file"),
        ({"installer": "com.example.loader", "is_from_file": True}, "app_from_file"),
        ({"installer": ""}, "app_from_nobody"),
        ({"installer": "com.example.loader"}, "app_from_other_app"),
    ],
)
def test_each_way_past_the_stores_is_told(found, fields, sign):
    [finding] = found(CHECK, app(**fields), reads())
    assert (finding.level, finding.signs) == (Level.ASK, {sign})


def test_alone_it_is_quiet(found):
    assert found(CHECK, app()) == []


@pytest.mark.parametrize(
    "store", ["com.android.vending", "com.sec.android.app.samsungapps", "org.fdroid.fdroid"]
)
def test_stores_are_quiet(found, store):
    assert found(CHECK, app(installer=store), reads()) == []


def test_a_stores_own_note_of_a_file_is_quiet(found):
    store = {"installer": "com.android.vending", "initiator": "com.android.vending"}
    assert found(CHECK, app(**store, is_from_file=True), reads()) == []


def test_parts_of_the_phone_and_unknown_installers_are_quiet(found):
    assert found(CHECK, app(is_system=True, installer=""), reads()) == []
    assert found(CHECK, app(is_installer_known=False, installer=""), reads()) == []


def test_hostile_installers_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, app(installer=hostile or "x"), reads())
    assert finding.about == APP
