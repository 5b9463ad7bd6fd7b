"""The inventory is part of the visit, and records from before it still open."""

import msgspec

from checkup.model.inventory import ME, DeviceKind, OwnDevice, Person
from checkup.model.visit import Visit

OLD = b'{"id":"v1","began":"2026-11-01T08:00:00Z","language":"vi","accounts":[{"service":"google"}]}'


def test_a_visit_from_before_the_inventory_opens_with_none() -> None:
    visit = msgspec.json.decode(OLD, type=Visit)
    assert visit.devices == ()
    assert visit.people == ()
    assert visit.accounts[0].service == "google"


def test_devices_and_people_come_back_from_the_record_as_told() -> None:
    device = OwnDevice(
        id="d1",
        kind=DeviceKind.TABLET,
        nickname="của bé",
        model_words=("SM-T290",),
        shared_with=("p1",),
        set_up_by=ME,
        pin_known_by=("p1",),
        pin_asked=True,
    )
    visit = Visit(
        id="v1", began="2026-11-01T08:00:00Z", devices=(device,), people=(Person(id="p1", nickname="T."),)
    )
    assert msgspec.json.decode(msgspec.json.encode(visit), type=Visit) == visit


def test_nobody_knows_the_pin_differs_from_not_asked() -> None:
    assert OwnDevice(id="d1", pin_asked=True) != OwnDevice(id="d1")
