"""Many permissions are told of an app from a file; of one from a store they are quiet."""

from checkup.checks.android.permissions import CHECK
from checkup.model.android import InstalledApp
from checkup.model.finding import Level
from checkup.parse.android.permissions import PERMISSIONS

APP = "com.example.notes"
FILE = "com.google.android.packageinstaller"


def app(app_id=APP, **fields):
    return InstalledApp(id=app_id, **({"installer": FILE, "is_installer_known": True} | fields))


def test_many_permissions_of_an_app_from_a_file_are_asked_about(found):
    [finding] = found(CHECK, app(granted=PERMISSIONS))
    assert (finding.level, finding.reasons[0].count) == (Level.ASK, len(PERMISSIONS))


def test_a_chat_app_from_a_store_is_quiet(found):
    assert found(CHECK, app(installer="com.android.vending", granted=PERMISSIONS)) == []


def test_few_permissions_are_quiet(found):
    assert found(CHECK, app(granted=frozenset(list(PERMISSIONS)[:3]))) == []


def test_hostile_ids_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, app(hostile, granted=PERMISSIONS))
    assert finding.name == hostile
