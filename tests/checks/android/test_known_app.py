"""An id of a list is found whatever its case; open monitoring is a question; other ids are quiet."""

from checkup.checks.android.known_app import CHECK
from checkup.model.android import InstalledApp
from checkup.model.finding import Level


def app(app_id, **fields):
    return InstalledApp(seen_in="dumpsys package", id=app_id, **fields)


def test_an_app_of_a_list_looks_like_monitoring(found):
    [finding] = found(CHECK, app("com.androidlost"))
    assert (finding.level, finding.about, finding.name) == (Level.STRONG, "com.androidlost", "AndroidLost")
    assert finding.reasons[0].family == "androidlost"
    assert finding.reasons[0].source


def test_open_monitoring_is_a_question(found):
    [finding] = found(CHECK, app("com.accountable2you.ap1"))
    assert finding.level is Level.ASK


def test_a_part_of_the_phone_for_open_monitoring_is_quiet(found):
    assert found(CHECK, app("com.accountable2you.ap1", is_system=True)) == []


def test_other_apps_are_quiet(found):
    assert found(CHECK, app("com.zing.zalo"), app("com.androidlost.not")) == []


def test_hostile_ids_are_quiet(found, hostile):
    assert found(CHECK, app(hostile)) == []
