"""One list a device, most first, never more than a lead."""

from checkup.checks.network.who_talks import CHECK
from checkup.model.finding import Level
from checkup.model.network import AddressTalked


def talked(device, address, packets):
    return AddressTalked(device=device, address=address, packets=packets)


def test_each_device_has_its_list_most_first(found):
    cards = found(CHECK, talked("a", "1.1.1.1", 2), talked("a", "9.9.9.9", 5), talked("b", "1.1.1.1", 90))
    assert [card.name for card in cards] == ["b", "a"]
    assert {card.level for card in cards} == {Level.LEAD}
    assert [one.what for one in cards[1].reasons] == ["9.9.9.9", "1.1.1.1"]


def test_an_empty_capture_is_quiet(found):
    assert found(CHECK) == []


def test_many_devices_and_odd_names_stay_short(found, hostile):
    cards = found(CHECK, *(talked(f"{hostile}{n}", hostile, n) for n in range(100)))
    assert len(cards) == 20
