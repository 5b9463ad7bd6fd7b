"""Reading notifications is said with a second sign; alone, as for a watch, it is quiet."""

from checkup.checks.android.notification_listener import CHECK
from checkup.model.android import InstalledApp, NotificationReader
from checkup.model.finding import Level

APP = "com.example.notes"
FILE = "com.google.android.packageinstaller"


def app(app_id=APP, **fields):
    return InstalledApp(id=app_id, **({"installer": FILE, "is_installer_known": True} | fields))


def hears(app_id=APP):
    return NotificationReader(app=app_id, service=f"{app_id}/.N")


def test_with_coming_from_a_file_it_is_asked_about(found):
    [finding] = found(CHECK, app(), hears())
    assert (finding.level, finding.signs) == (Level.ASK, {"app_reads_notifications"})


def test_a_watch_app_from_a_store_is_quiet(found):
    assert found(CHECK, app(installer="com.android.vending"), hears()) == []


def test_hostile_names_are_no_trouble(found, hostile):
    assert found(CHECK, hears(hostile)) == []
