"""From what was told to the map: people, devices with their locks, the number, the family group, accounts.

What was not told is unknown: it counts as there when it is asked what others reach, and not when it is
asked what the person surely reaches. What a service does by its nature (a PIN opens its phone, a
password its account) cannot be closed; the recovery facts of resources/services say where a code by
text message lets in and which services have family groups.
"""

from collections.abc import Iterable

from checkup.access.built_accounts import draw_accounts
from checkup.access.draft import Draft, Known, chosen, told
from checkup.access.edit import edited, settled
from checkup.model.access_map import AccessMap, How, ThingKind
from checkup.model.inventory import ME, DeviceKind, OwnDevice
from checkup.model.service import Service
from checkup.model.visit import Visit

OTHER = "other"
"""The other person of "Your situation", who has no nickname."""

SIM, SIM_HOLDER, STORE, FAMILY = "sim", "sim_holder", "store", "family"
_LOCKED = frozenset({DeviceKind.PHONE, DeviceKind.TABLET, DeviceKind.COMPUTER})


def map_of(visit: Visit, services: Iterable[Service]) -> AccessMap:
    """Return the map that follows from a visit, with its answers and what was changed by hand."""
    draft = Draft()
    draft.person(ME)
    if "nobody" not in chosen(visit, "other_person"):
        draft.person(OTHER)
    for person in visit.people:
        draft.person(person.id, person.nickname)
    _draw_number(draft, visit)
    for device in devices_of(visit):
        _draw_device(draft, visit, device)
    _draw_family(draft, visit)
    draw_accounts(draft, visit, tuple(services), unlocked_of(visit), _draw_codes(draft, visit))
    return edited(settled(draft.finished(), visit.access_told), visit.map_edits)


def devices_of(visit: Visit) -> tuple[OwnDevice, ...]:
    """Return the person's devices; where none was told, the phone nearly everybody has."""
    return visit.devices or (OwnDevice(id="phone", kind=DeviceKind.PHONE),)


def unlocked_of(visit: Visit) -> tuple[tuple[str, DeviceKind], ...]:
    """Return the ids of the opened devices on which accounts can be open."""
    return tuple((f"open:{one.id}", one.kind) for one in devices_of(visit) if one.kind in _LOCKED)


def _draw_device(draft: Draft, visit: Visit, device: OwnDevice) -> None:
    base = draft.thing(
        f"device:{device.id}", ThingKind.DEVICE, of=f"device:{device.id}", called=device.nickname
    )
    unlocked = draft.thing(f"open:{device.id}", ThingKind.UNLOCKED, of=base)
    draft.holds(ME, base)
    draft.holds(OTHER, base, told(visit, "had_in_hand", ("often", "sometimes")))
    for person in device.shared_with:
        draft.holds(person, base)
        draft.holds(person, unlocked)
    if device.kind not in _LOCKED:
        draft.way(unlocked, (base,), How.OPENS, fixed=True)
        return
    _draw_lock(draft, visit, device)
    if device.kind is DeviceKind.PHONE:
        draft.way(SIM, (unlocked,), How.IN_THE_PHONE, fixed=True)
    if device.kind is not DeviceKind.TABLET:
        draft.way(STORE, (unlocked,), How.SAVED, Known.PERHAPS)


def _draw_lock(draft: Draft, visit: Visit, device: OwnDevice) -> None:
    base, unlocked = f"device:{device.id}", f"open:{device.id}"
    pin = draft.thing(f"pin:{device.id}", ThingKind.PIN, of=base)
    draft.way(unlocked, (base, pin), How.PIN, fixed=True)
    draft.holds(ME, pin)
    for person in device.pin_known_by:
        draft.holds(person, pin)
    if device.set_up_by not in ("", ME) and not device.pin_asked:
        draft.holds(device.set_up_by, pin, Known.PERHAPS)
    word = "computer_password" if device.kind is DeviceKind.COMPUTER else "phone_pin"
    if not device.pin_asked:
        draft.holds(OTHER, pin, told(visit, "who_can_open", (word,)))
    if device.kind is not DeviceKind.COMPUTER:
        finger = draft.thing(f"finger:{device.id}", ThingKind.BIOMETRIC, of=base)
        draft.way(unlocked, (base, finger), How.BIOMETRIC, fixed=True)
        draft.holds(ME, finger, Known.PERHAPS)
        draft.holds(OTHER, finger, told(visit, "who_can_open", ("finger_or_face",)))


def _draw_number(draft: Draft, visit: Visit) -> None:
    draft.thing(SIM, ThingKind.SIM)
    draft.thing(SIM_HOLDER, ThingKind.SIM_HOLDER)
    draft.thing(STORE, ThingKind.PASSWORD_STORE)
    draft.way(SIM, (SIM_HOLDER,), How.NEW_SIM, fixed=True)
    unsure = ("family_plan", "work", "not_sure")
    draft.holds(OTHER, SIM_HOLDER, told(visit, "who_pays_sim", ("other_person",), unsure))
    draft.holds(ME, SIM_HOLDER, told(visit, "who_pays_sim", ("me",), unsure))


def codes_device(visit: Visit) -> OwnDevice | None:
    """Return the device an app for codes is best on: a phone before others, one nobody else uses first."""
    kinds = (DeviceKind.PHONE, DeviceKind.TABLET, DeviceKind.COMPUTER)
    locked = [one for one in devices_of(visit) if one.kind in _LOCKED]
    ranked = sorted(
        locked, key=lambda one: (bool(one.shared_with or one.pin_known_by), kinds.index(one.kind))
    )
    return ranked[0] if ranked else None


def _draw_codes(draft: Draft, visit: Visit) -> str:
    """Put an app for codes in, which an account can need once that is switched on; returns its id."""
    device = codes_device(visit)
    if device is None or not visit.accounts:
        return ""
    codes = draft.thing(f"codes:{device.id}", ThingKind.SECOND_FACTOR, of=f"device:{device.id}")
    draft.way(codes, (f"open:{device.id}",), How.CODES_APP, fixed=True)
    return codes


def _draw_family(draft: Draft, visit: Visit) -> None:
    if "family_group" not in chosen(visit, "shared_accounts"):
        return
    draft.thing(FAMILY, ThingKind.FAMILY)
    unsure = ("family_member", "not_sure")
    draft.holds(OTHER, FAMILY, told(visit, "family_group_led_by", ("other_person",), unsure))
    draft.holds(ME, FAMILY, told(visit, "family_group_led_by", ("me",), unsure))
