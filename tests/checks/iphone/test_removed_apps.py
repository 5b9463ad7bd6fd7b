"""Apps that are gone are one lead; installed ones, their parts and the system are quiet."""

from checkup.checks.iphone.removed_apps import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import IphoneApp, ProcessTraffic

HERE = IphoneApp(bundle_id="com.here.app")


def used(bundle_id, last=""):
    return ProcessTraffic(process="p", bundle_id=bundle_id, last=last)


def test_apps_that_are_gone_are_one_lead_latest_first(found):
    [card] = found(
        CHECK, HERE, used("com.gone.a", "2026-01-01T00:00:00Z"), used("com.gone.b", "2026-02-01T00:00:00Z")
    )
    assert card.level is Level.LEAD
    assert [reason.what for reason in card.reasons] == ["com.gone.b", "com.gone.a"]


def test_installed_apps_their_parts_and_the_system_are_quiet(found):
    seen = [used(one) for one in ("com.here.app", "com.here.app.widget", "com.apple.Safari", "")]
    assert found(CHECK, HERE, *seen) == []


def test_without_a_list_of_installed_apps_nothing_is_said_to_be_gone(found):
    assert found(CHECK, used("com.gone.a")) == []


def test_odd_ids_harm_nothing(found, hostile):
    assert len(found(CHECK, HERE, used(hostile))) == (1 if hostile else 0)
