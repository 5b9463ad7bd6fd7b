"""Special access is told on the card of an app that has one; alone it is quiet."""

from checkup.checks.android.special_access import CHECK
from checkup.model.android import AccessibilityOn, AppUse, ChosenApp, InstalledApp, Power
from checkup.model.finding import Level

APP = "com.example.notes"
FILE = "com.google.android.packageinstaller"


def app(app_id=APP, **fields):
    return InstalledApp(id=app_id, **({"installer": FILE, "is_installer_known": True} | fields))


def reads(app_id=APP):
    return AccessibilityOn(app=app_id, service="x")


def may(operation, *, is_allowed=True):
    return AppUse(app=APP, operation=operation, is_allowed=is_allowed)


def test_a_keyboard_from_a_file_is_asked_about(found):
    [finding] = found(CHECK, app(), ChosenApp(app=APP, power=Power.KEYBOARD))
    assert (finding.level, finding.signs) == (Level.ASK, {"is_keyboard"})


def test_with_a_power_the_rest_is_told(found):
    facts = [may("GET_USAGE_STATS"), may("SYSTEM_ALERT_WINDOW", is_allowed=False)]
    [finding] = found(CHECK, app(), *facts, ChosenApp(app=APP, power=Power.BATTERY), reads())
    assert finding.signs == {"may_see_use", "never_sleeps"}


def test_alone_it_is_quiet(found):
    store = app(installer="com.android.vending")
    assert found(CHECK, store, may("SYSTEM_ALERT_WINDOW"), ChosenApp(app=APP, power=Power.KEYBOARD)) == []


def test_hostile_names_are_no_trouble(found, hostile):
    assert found(CHECK, ChosenApp(app=hostile, power=Power.VPN)) == []
