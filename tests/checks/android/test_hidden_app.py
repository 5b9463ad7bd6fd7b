"""No icon and starting with the phone is asked about, but for keyboards and the phone's own."""

from checkup.checks.android.hidden_app import CHECK
from checkup.model.android import InstalledApp
from checkup.model.finding import Level

APP = "com.example.notes"
FILE = "com.google.android.packageinstaller"


def app(app_id=APP, **fields):
    return InstalledApp(id=app_id, **({"installer": FILE, "is_installer_known": True} | fields))


def hidden(app_id=APP, **fields):
    return app(app_id, **({"has_icon": False, "starts_at_boot": True} | fields))


def test_no_icon_and_self_starting_from_a_file_is_asked_about(found):
    [finding] = found(CHECK, hidden())
    assert (finding.level, finding.signs) == (Level.ASK, {"app_has_no_icon"})


def test_an_add_on_from_a_store_is_quiet(found):
    assert found(CHECK, hidden(installer="com.android.vending")) == []


def test_with_an_icon_or_not_starting_it_is_quiet(found):
    assert found(CHECK, hidden(has_icon=True), hidden("b.c", starts_at_boot=False)) == []


def test_where_icons_were_not_read_it_is_quiet(found):
    assert found(CHECK, hidden(has_icon=None)) == []


def test_a_keyboard_and_the_phones_own_are_quiet(found):
    assert found(CHECK, hidden(is_system=True)) == []


def test_hostile_ids_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, hidden(hostile))
    assert finding.about == hostile
