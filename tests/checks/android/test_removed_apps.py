"""An app taken off is a trace, one of a list a question; one that is there again is quiet."""

from checkup.checks.android.removed_apps import CHECK
from checkup.model.android import ChangedApp, InstalledApp, LeftTrace
from checkup.model.finding import Level


def gone(app, *, is_removed=True):
    return ChangedApp(app=app, when="2026-11-20", version=0, is_removed=is_removed)


def test_an_app_of_a_list_that_was_taken_off_is_asked_about(found):
    [finding] = found(CHECK, gone("com.androidlost"))
    assert (finding.level, finding.name) == (Level.ASK, "AndroidLost")


def test_another_app_is_a_trace(found):
    [finding] = found(CHECK, gone("com.example.game"))
    assert (finding.level, finding.signs) == (Level.LEAD, {"app_was_removed"})


def test_an_app_set_back_is_a_trace(found):
    [finding] = found(CHECK, gone("com.example.game", is_removed=False))
    assert finding.signs == {"app_was_set_back"}


def test_a_note_of_a_listed_app_that_is_gone_is_asked_about(found):
    [finding] = found(CHECK, LeftTrace(app="com.androidlost"))
    assert (finding.level, finding.about, finding.signs) == (
        Level.ASK,
        "removed:com.androidlost",
        {"app_left_a_note"},
    )


def test_notes_of_other_apps_and_of_apps_that_are_there_are_quiet(found):
    there = InstalledApp(id="com.androidlost")
    assert found(CHECK, LeftTrace(app="com.androidlost"), LeftTrace(app="com.game"), there) == []


def test_an_app_that_is_there_again_is_quiet(found):
    assert found(CHECK, gone("com.example.game"), InstalledApp(id="com.example.game")) == []


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, gone(hostile))
    assert finding.name == hostile
