"""The step "Who can get in": its pages, and how what is told changes the visit."""

from msgspec import structs

from checkup.access.built import OTHER
from checkup.access.draft import chosen
from checkup.flow.place import Place, StepId
from checkup.model.access_told import MapEdits
from checkup.model.inventory import (
    LONGEST_NICKNAME,
    MOST_DEVICES,
    DeviceKind,
    OwnDevice,
    Person,
)
from checkup.model.visit import Visit

DEVICES, ASK, MAP = "devices", "ask", "map"
NOBODY = "nobody"
MOST_PEOPLE = 20


def route(visit: Visit) -> tuple[Place, ...]:  # noqa: ARG001 - every visit has the same pages here
    """Return the step's pages: the devices, the questions, the map."""
    return tuple(Place(step=StepId.ACCESS, page=page) for page in (DEVICES, ASK, MAP))


def people_around(visit: Visit) -> tuple[Person, ...]:
    """Return the people a device can be shared with; the other person of the questions has no nickname."""
    other = () if NOBODY in chosen(visit, "other_person") else (Person(id=OTHER),)
    return (*other, *visit.people)


def person_added(visit: Visit, nickname: str) -> Visit:
    """Return the visit with somebody more; a nickname that is there already adds nobody."""
    words = nickname.strip()[:LONGEST_NICKNAME]
    names = {one.nickname for one in visit.people}
    if not words or words in names or len(visit.people) >= MOST_PEOPLE:
        return visit
    made = Person(id=_unused("p", {one.id for one in visit.people}), nickname=words)
    return structs.replace(visit, people=(*visit.people, made))


def person_removed(visit: Visit, person: str) -> Visit:
    """Return the visit without somebody, and without what was said of them about devices."""
    devices = tuple(
        structs.replace(
            one,
            shared_with=tuple(each for each in one.shared_with if each != person),
            pin_known_by=tuple(each for each in one.pin_known_by if each != person),
            set_up_by="" if one.set_up_by == person else one.set_up_by,
        )
        for one in visit.devices
    )
    people = tuple(one for one in visit.people if one.id != person)
    return structs.replace(visit, people=people, devices=devices)


def device_added(visit: Visit, kind: DeviceKind) -> Visit:
    """Return the visit with a device more."""
    if len(visit.devices) >= MOST_DEVICES:
        return visit
    made = OwnDevice(id=_unused("d", {one.id for one in visit.devices}), kind=kind)
    return structs.replace(visit, devices=(*visit.devices, made))


def device_removed(visit: Visit, device: str) -> Visit:
    """Return the visit without a device."""
    return structs.replace(visit, devices=tuple(one for one in visit.devices if one.id != device))


def named(visit: Visit, device: str, nickname: str) -> Visit:
    """Return the visit with a device called so."""
    return _changed(visit, device, nickname=nickname[:LONGEST_NICKNAME])


def shared(visit: Visit, device: str, people: tuple[str, ...]) -> Visit:
    """Return the visit after who else uses a device was told; `NOBODY` alone says that nobody does."""
    told = _alone(people, _before(visit, device).shared_with)
    return _changed(visit, device, shared_with=told, sharing_asked=bool(people))


def pin_known(visit: Visit, device: str, people: tuple[str, ...]) -> Visit:
    """Return the visit after who knows the PIN of a device was told; `NOBODY` says that nobody else does."""
    told = _alone(people, _before(visit, device).pin_known_by)
    return _changed(visit, device, pin_known_by=told, pin_asked=bool(people))


def set_up(visit: Visit, device: str, person: str) -> Visit:
    """Return the visit after who set a device up was told."""
    return _changed(visit, device, set_up_by=person)


def with_edits(visit: Visit, edits: MapEdits) -> Visit:
    """Return the visit with these changes by hand."""
    return structs.replace(visit, map_edits=edits)


def _alone(people: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the people told; "nobody" chosen anew rules them out, chosen before it gives way."""
    others = tuple(one for one in people if one != NOBODY)
    was_nobody = NOBODY in people and not before and len(others) > 0
    return others if was_nobody or NOBODY not in people else ()


def _before(visit: Visit, device: str) -> OwnDevice:
    return next(one for one in visit.devices if one.id == device)


def _changed(visit: Visit, device: str, **changes: object) -> Visit:
    devices = tuple(structs.replace(one, **changes) if one.id == device else one for one in visit.devices)
    return structs.replace(visit, devices=devices)


def _unused(letter: str, taken: set[str]) -> str:
    return next(name for number in range(1, len(taken) + 2) if (name := f"{letter}{number}") not in taken)
