"""WhatsApp, "Request account info": when the number was registered, which devices there are, their activity.

The registration is the latest one: somebody who got the codes of the number may have made it. Devices are
told by number elsewhere in the export, so an activity names the number alone. The list of activities is
known by its English label; in other languages it is not read.
References: the readers of two public projects for registration_information.json, and one of them, with its
tests, for account_settings.json and user_information.json.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_seconds
from checkup.parse.exports.reader import JsonReader, Rows
from checkup.parse.exports.shape import cut
from checkup.parse.tree import Node

ACTIVITY = "Device Activity"
WHEN = ("Last Active Time", "Online Since")


def _registration(path: str, item: Node) -> Rows:
    del path
    yield from _record(SignInKind.LOGIN, item.at("registration_timestamp").value, os=item.at("platform").text)


def _device(path: str, item: Node) -> Rows:
    del path
    names = (item.at(name).text for name in ("device_manufacturer", "device_model"))
    version = item.at("app_version").text
    yield from _record(
        SignInKind.DEVICE,
        None,
        device=" ".join(filter(None, names)),
        os=item.at("operating_system_version").text,
        app=f"WhatsApp {version}" if version else "",
    )


def _activities(path: str, item: Node) -> Rows:
    del path
    for part in item.at("label_values").nodes():
        if part.at("label").text == ACTIVITY:
            for each in part.at("vec").nodes():
                yield from _activity(each)


def _activity(item: Node) -> Rows:
    parts = {part.at("label").text: part for part in item.at("dict").nodes()}
    number = parts["Device"].at("value").text if "Device" in parts else ""
    times = (parts[name].at("timestamp_value").number for name in WHEN if name in parts)
    yield from _record(
        SignInKind.SESSION, next(filter(None, times), None), app=f"WhatsApp {number}" if number else ""
    )


def _record(kind: SignInKind, when: object, **more: str) -> Rows:
    moment = of_seconds(when)
    said = {name: cut(text) for name, text in more.items()}
    if not (moment.when or any(said.values())):
        yield 1
        return
    yield SignInRecord(
        service="whatsapp",
        kind=kind,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        **said,  # type: ignore[arg-type]
    )


READER = JsonReader(
    service="whatsapp",
    marks=('"wa_registration_info"', '"wa_settings"'),
    paths={"wa_registration_info": _registration, "wa_settings.device_info.item": _device},
)
ACTIVITIES = JsonReader(service="whatsapp", marks=(f'"{ACTIVITY}"',), paths={"": _activities})
