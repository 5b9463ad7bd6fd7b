"""Management is a question; a server of the lists is named."""

from checkup.checks.iphone.management import CHECK
from checkup.model.finding import Level
from checkup.model.iphone import DeviceManagement


def test_a_managed_phone_is_a_question(found):
    one = DeviceManagement(organisation="Acme", server="mdm.acme.example", is_supervised=True, is_locked=True)
    [card] = found(CHECK, one)
    assert card.level is Level.ASK
    assert card.signs == {
        "managed_by_server", "managed_by_organisation", "phone_is_supervised", "management_is_locked"
    }  # fmt: skip


def test_a_server_of_the_lists_is_named(found):
    [card] = found(CHECK, DeviceManagement(server="api.accountable2you.com"))
    assert card.signs == {"managed_by_listed"}
    assert card.reasons[0].family == "accountable2you"


def test_no_management_is_quiet(found):
    assert found(CHECK) == []


def test_a_hostile_server_is_kept_as_it_is(found, hostile):
    for card in found(CHECK, DeviceManagement(server=hostile, organisation=hostile)):
        assert card.level is Level.ASK
