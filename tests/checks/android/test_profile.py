"""Several independent signs raise an unknown app; powers of ordinary and family apps do not."""

from checkup.checks.android.profile import CHECK
from checkup.model.android import (
    AccessibilityOn,
    AdminApp,
    AppUse,
    InstalledApp,
    NotificationReader,
    Power,
)
from checkup.model.finding import Level
from checkup.parse.android.permissions import PERMISSIONS

FILE = "com.google.android.packageinstaller"
STORE = "com.android.vending"
APP = "com.example.notes"


def app(app_id=APP, **fields):
    given = {"installer": FILE, "is_installer_known": True, "has_icon": True, "starts_at_boot": True} | fields
    return InstalledApp(id=app_id, **given)


def reads(app_id=APP):
    return AccessibilityOn(app=app_id, service=f"{app_id}/.A")


def administers(app_id=APP):
    return AdminApp(app=app_id, power=Power.ADMIN)


def hears(app_id=APP):
    return NotificationReader(app=app_id, service=f"{app_id}/.N")


def listened(app_id=APP, seconds_ago=60):
    return AppUse(app=app_id, operation="RECORD_AUDIO", is_allowed=True, seconds_ago=seconds_ago)


def test_hidden_and_reading_the_screen_from_a_file_looks_like_monitoring(found):
    [finding] = found(CHECK, app(has_icon=False), reads())
    assert (finding.level, finding.about) == (Level.STRONG, APP)
    assert finding.reasons[0].count == 3


def test_called_like_the_system_and_administering_from_a_file_looks_like_monitoring(found):
    name = "com.helper.systemservice"
    assert found(CHECK, app(name), administers(name))


def test_hidden_with_two_powers_looks_like_monitoring_even_from_a_store(found):
    assert found(CHECK, app(installer=STORE, has_icon=False), reads(), administers())


def test_hidden_twice_and_listening_unseen_looks_like_monitoring(found):
    name = "com.helper.systemservice"
    assert found(CHECK, app(name, has_icon=False), listened(name))


def test_two_powers_and_all_of_the_rest_looks_like_monitoring(found):
    assert found(CHECK, app(), reads(), administers(), hears(), listened())


def test_one_sign_alone_never_does(found):
    assert found(CHECK, app(has_icon=False)) == []
    assert found(CHECK, app(), reads()) == []
    assert found(CHECK, app(), administers()) == []
    assert found(CHECK, app(), hears(), listened()) == []
    assert found(CHECK, app(), reads(), administers(), hears(), listened(seconds_ago=365 * 86400)) == []


def test_permissions_alone_never_do(found):
    assert found(CHECK, app(granted=PERMISSIONS)) == []


def test_a_family_app_from_a_store_stays_a_question(found):
    name = "com.google.android.apps.kids.familylinkhelper"
    assert found(CHECK, app(name, installer=STORE, has_icon=False), reads(name), administers(name)) == []


def test_a_family_apps_name_on_a_file_does_not_hide_anything(found):
    name = "com.google.android.apps.kids.familylinkhelper"
    assert found(CHECK, app(name, has_icon=False), reads(name), administers(name))


def test_parts_of_the_phone_are_quiet(found):
    assert found(CHECK, app(is_system=True, has_icon=False), reads(), administers()) == []


def test_hostile_ids_go_through_unharmed(found, hostile):
    findings = found(CHECK, app(hostile, has_icon=False), reads(hostile))
    assert [finding.about for finding in findings] == [hostile]
