"""What lies among the phone's own apps and did not come with them is asked about; the rest is quiet."""

import pytest

from checkup.checks.android.added_to_system import CHECK
from checkup.model.android import AccessibilityOn, AppUse, InstalledApp, NotificationReader
from checkup.model.finding import Level

APP = "com.example.core"
IMAGE = [
    InstalledApp(
        id=f"com.maker.part{number}",
        is_system=True,
        is_installer_known=True,
        path=f"/system/app/part{number}",
        installed="2009-01-01 00:00:00",
        signer="aa11",
    )
    for number in range(10)
]


def app(app_id=APP, **fields):
    given = {"is_system": True, "is_installer_known": True, "path": "/system/priv-app/Core", "signer": "aa11"}
    return InstalledApp(id=app_id, **(given | {"installed": "2026-03-07 18:05:34"} | fields))


def reads(app_id=APP):
    return AccessibilityOn(seen_in="dumpsys accessibility", app=app_id, service=f"{app_id}/.A")


def test_one_of_a_later_day_that_reads_the_screen_is_asked_about(found):
    [finding] = found(CHECK, *IMAGE, app(), reads())
    assert (finding.level, finding.about, finding.signs) == (Level.ASK, APP, {"app_came_after_system"})
    assert (finding.evidence[0].saw, finding.evidence[0].when) == (
        "/system/priv-app/Core",
        "2026-03-07 18:05:34",
    )


@pytest.mark.parametrize(
    "sign",
    [
        NotificationReader(app=APP, service=f"{APP}/.N"),
        AppUse(app=APP, operation="RECORD_AUDIO", is_allowed=True, seconds_ago=3600),
    ],
)
def test_one_of_a_later_day_needs_no_power_where_it_takes_something_in(found, sign):
    assert found(CHECK, *IMAGE, app(), sign)
    assert found(CHECK, *IMAGE, app(installed="2009-01-01 00:00:00"), sign) == []


def test_one_of_a_later_day_that_does_nothing_is_quiet(found):
    assert found(CHECK, *IMAGE, app()) == []


def test_what_an_update_of_the_system_brought_is_quiet(found):
    more = [app(f"com.maker.more{number}") for number in range(2)]
    assert found(CHECK, *IMAGE, app(), *more, reads()) == []


def test_a_system_whose_day_is_not_known_is_not_compared(found):
    assert found(CHECK, *IMAGE[:9], app(), reads()) == []
    assert found(CHECK, *IMAGE, app(installed=""), reads()) == []


def test_one_that_was_replaced_by_hand_is_asked_about_and_by_the_store_not(found):
    place = {"path": "/data/app/x", "installed": "2009-01-01 00:00:00"}
    [finding] = found(CHECK, *IMAGE, app(installer="com.google.android.packageinstaller", **place), reads())
    assert finding.signs == {"app_replaced_by_hand"}
    assert found(CHECK, *IMAGE, app(installer="com.android.vending", **place), reads()) == []


def test_one_with_a_signer_of_its_own_is_asked_about(found):
    [finding] = found(CHECK, *IMAGE, app(installed="2009-01-01 00:00:00", signer="bb22"), reads())
    assert finding.signs == {"app_has_signer_of_its_own"}


def test_added_apps_are_none_of_this_checks(found):
    assert found(CHECK, *IMAGE, app(is_system=False, path="/data/app/x"), reads()) == []


def test_hostile_ids_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, *IMAGE, app(hostile), reads(hostile))
    assert finding.about == hostile
