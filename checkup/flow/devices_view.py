"""The page "Your devices" as prepared values: people, devices, and what is asked about each."""

from checkup.content.texts import Texts
from checkup.flow.access import NOBODY, people_around
from checkup.model.inventory import ME, DeviceKind, OwnDevice, Person
from checkup.model.value import Value
from checkup.model.visit import Visit


class Option(Value, frozen=True, kw_only=True):
    """One choice with its words."""

    id: str
    label: str
    chosen: bool = False


class DeviceView(Value, frozen=True, kw_only=True):
    """One device: the words of each question with its choices."""

    id: str
    title: str
    nickname: str
    nickname_hint: str
    shared_title: str
    shared: tuple[Option, ...]
    pin_title: str
    pin: tuple[Option, ...]
    set_up_title: str
    set_up: tuple[Option, ...]
    remove: str


class DevicesView(Value, frozen=True, kw_only=True):
    """The page; `people` are those a nickname was given for, each with the words that take them out."""

    title: str
    lead: str
    people_title: str
    people_about: str
    people: tuple[Option, ...]
    person_hint: str
    person_add: str
    devices: tuple[DeviceView, ...]
    add_title: str
    add: tuple[Option, ...]


_WITHOUT_LOCK = frozenset({DeviceKind.TELEVISION, DeviceKind.OTHER})


def devices_view(visit: Visit, texts: Texts) -> DevicesView:
    """Return the page for a visit."""
    say = texts.say
    return DevicesView(
        title=say("devices.title"),
        lead=say("devices.lead"),
        people_title=say("devices.people"),
        people_about=say("devices.people_about"),
        people=tuple(
            Option(id=one.id, label=say("devices.take_out", name=one.nickname)) for one in visit.people
        ),
        person_hint=say("devices.person_hint"),
        person_add=say("devices.person_add"),
        devices=tuple(_device(one, visit, texts) for one in visit.devices),
        add_title=say("devices.add"),
        add=tuple(Option(id=kind.value, label=say(f"devices.kinds.{kind}")) for kind in DeviceKind),
    )


def told_change(before: Visit, after: Visit, texts: Texts) -> str:
    """Return what came or went, to be said aloud: nothing that has the keyboard changes by it. Else empty."""
    old, new = _names(before, texts), _names(after, texts)
    if added := [name for thing, name in new.items() if thing not in old]:
        return texts.say("devices.said_added", name=added[0])
    if gone := [name for thing, name in old.items() if thing not in new]:
        return texts.say("devices.said_taken_out", name=gone[0])
    return ""


def _names(visit: Visit, texts: Texts) -> dict[str, str]:
    """Return what each device and person of the page is called, by its id."""
    devices = {one.id: _name(one, texts) for one in visit.devices}
    return devices | {one.id: one.nickname for one in visit.people}


def _name(device: OwnDevice, texts: Texts) -> str:
    return device.nickname.strip() or texts.say(f"devices.kinds.{device.kind}")


def _device(device: OwnDevice, visit: Visit, texts: Texts) -> DeviceView:
    say = texts.say
    kind = say(f"devices.kinds.{device.kind}")
    name = _name(device, texts)
    around = people_around(visit)
    has_lock = device.kind not in _WITHOUT_LOCK
    me = Option(id=ME, label=say("devices.me"), chosen=device.set_up_by == ME)
    return DeviceView(
        id=device.id,
        title=say("devices.called", kind=kind, name=device.nickname) if device.nickname.strip() else kind,
        nickname=device.nickname,
        nickname_hint=say("devices.nickname"),
        shared_title=say("devices.shared", name=name),
        shared=_who(around, device.shared_with, texts, asked=device.sharing_asked),
        pin_title=say("devices.pin", name=name),
        pin=_who(around, device.pin_known_by, texts, asked=device.pin_asked) if has_lock else (),
        set_up_title=say("devices.set_up", name=name),
        set_up=(
            me,
            *(
                Option(id=one.id, label=_called(one, texts), chosen=one.id == device.set_up_by)
                for one in around
            ),
        ),
        remove=say("devices.take_out", name=name),
    )


def _who(
    around: tuple[Person, ...], chosen: tuple[str, ...], texts: Texts, *, asked: bool
) -> tuple[Option, ...]:
    nobody = Option(id=NOBODY, label=texts.say("devices.nobody"), chosen=asked and not chosen)
    people = (Option(id=one.id, label=_called(one, texts), chosen=one.id in chosen) for one in around)
    return (nobody, *people)


def _called(person: Person, texts: Texts) -> str:
    if person.nickname:
        return texts.say("devices.person", name=person.nickname)
    return texts.say("access.other")
