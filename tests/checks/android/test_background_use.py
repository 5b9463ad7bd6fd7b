"""Recent use out of sight is told with a second sign; old or allowed use alone is quiet."""

from checkup.checks.android.background_use import CHECK
from checkup.model.android import AppUse, InstalledApp
from checkup.model.finding import Level

APP = "com.example.notes"
FILE = "com.google.android.packageinstaller"


def app(app_id=APP, **fields):
    return InstalledApp(id=app_id, **({"installer": FILE, "is_installer_known": True} | fields))


def used(seconds_ago=3600, operation="RECORD_AUDIO", app_id=APP):
    return AppUse(
        app=app_id, operation=operation, is_allowed=True, seconds_ago=seconds_ago, when="2026-11-23"
    )


def test_listening_unseen_from_a_file_is_asked_about(found):
    [finding] = found(CHECK, app(), used())
    assert (finding.level, finding.signs) == (Level.ASK, {"unseen_microphone"})


def test_a_chat_app_from_a_store_is_quiet(found):
    assert found(CHECK, app(installer="com.android.vending"), used()) == []


def test_long_ago_or_never_is_quiet(found):
    assert found(CHECK, app(), used(90 * 86400), used(None)) == []


def test_a_use_that_may_have_been_in_sight_counts_only_for_an_app_without_an_icon(found):
    last = AppUse(app=APP, operation="RECORD_AUDIO", is_allowed=True, last_seconds_ago=3600)
    [finding] = found(CHECK, app(has_icon=False), last)
    assert finding.signs == {"used_without_icon"}
    assert found(CHECK, app(has_icon=True), last) == found(CHECK, app(has_icon=None), last) == []
    old = AppUse(app=APP, operation="RECORD_AUDIO", is_allowed=True, last_seconds_ago=90 * 86400)
    assert found(CHECK, app(has_icon=False), old) == []


def test_hostile_names_are_no_trouble(found, hostile):
    assert found(CHECK, used(app_id=hostile)) == []
