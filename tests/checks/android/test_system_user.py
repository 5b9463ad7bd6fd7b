"""An added app that runs as the system is asked about; the maker's own apps there are quiet."""

from checkup.checks.android.system_user import CHECK
from checkup.model.android import InstalledApp
from checkup.model.finding import Level

SYSTEM = InstalledApp(id="android", is_system=True, shared_user="android.uid.system", signer="aa11")


def app(app_id="com.example.x", **fields):
    return InstalledApp(id=app_id, **({"shared_user": "android.uid.system", "signer": "aa11"} | fields))


def test_an_added_app_with_the_systems_rights_is_asked_about(found):
    [finding] = found(CHECK, SYSTEM, app())
    assert (finding.level, finding.about, finding.signs) == (
        Level.ASK,
        "com.example.x",
        {"app_runs_as_system"},
    )


def test_a_foreign_signer_is_told_even_of_an_app_that_came_with_the_phone(found):
    [finding] = found(CHECK, SYSTEM, app(is_system=True, signer="bb22"))
    assert finding.signs == {"system_user_of_other_signer"}


def test_the_makers_apps_and_shared_users_of_others_are_quiet(found):
    assert found(CHECK, SYSTEM, app(is_system=True), app("com.b", shared_user="com.vng.shared")) == []


def test_signers_that_are_not_known_are_not_compared(found):
    assert found(CHECK, SYSTEM, app(is_system=True, signer="")) == []


def test_hostile_ids_go_through_unharmed(found, hostile):
    assert [finding.about for finding in found(CHECK, SYSTEM, app(hostile))] == [hostile]
