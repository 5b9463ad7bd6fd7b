"""An added app that reads the screen is asked about; helpers from a store are quiet."""

from checkup.checks.android.accessibility import CHECK
from checkup.model.android import AccessibilityOn, InstalledApp
from checkup.model.finding import Level

APP = "com.example.notes"
FILE = "com.google.android.packageinstaller"


def app(app_id=APP, **fields):
    return InstalledApp(id=app_id, **({"installer": FILE, "is_installer_known": True} | fields))


def reads(app_id=APP):
    return AccessibilityOn(seen_in="dumpsys accessibility", app=app_id, service=f"{app_id}/.A")


def test_an_app_that_reads_the_screen_is_asked_about(found):
    [finding] = found(CHECK, app(installer="com.android.vending"), reads())
    assert (finding.level, finding.signs) == (Level.ASK, {"app_reads_screen"})
    assert finding.evidence[0].saw == "com.example.notes/.A"


def test_a_helper_from_a_store_is_quiet(found):
    name = "com.x8bit.bitwarden"
    assert found(CHECK, app(name, installer="com.android.vending"), reads(name)) == []


def test_a_helpers_name_on_a_file_is_asked_about(found):
    name = "com.x8bit.bitwarden"
    assert found(CHECK, app(name), reads(name))


def test_parts_of_the_phone_are_quiet(found):
    assert found(CHECK, app(is_system=True), reads()) == []


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, reads(hostile))
    assert finding.about == hostile
