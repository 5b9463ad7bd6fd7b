"""Facebook: the files of security_and_login_information, with and without the suffix `_v2`.

Text is UTF-8 written as Latin-1 and is repaired. Times are Unix seconds.
References: RLEAPP, facebookArchive.py; UDX, test/data/json/facebook; D4.
"""

from collections.abc import Callable

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_seconds
from checkup.parse.exports.reader import FromItem, JsonReader, Rows
from checkup.parse.exports.shape import address, cut, is_agent, mended
from checkup.parse.tree import Node

OUT = frozenset({"log out", "logout", "session terminated", "đăng xuất"})
CHANGE = ("password", "mật khẩu", "email", "phone", "số điện thoại", "name", "recovery")
FAILED = ("fail", "thất bại", "incorrect", "không thành công", "blocked")
PROGRAM = frozenset({"messenger_lite", "instagram", "web", "messenger", "app"})


CHANGED_TO = ("new_email", "new_number", "new_name", "new_vanity")
"""What an address, a number or a name was changed to: one the person does not know tells much."""


def _text(item: Node, *path: str) -> str:
    return cut(mended(item.at(*path).text))


def _kind(action: str, otherwise: SignInKind) -> SignInKind:
    word = action.casefold()
    if word in OUT:
        return SignInKind.LOGOUT
    if any(part in word for part in FAILED):
        return SignInKind.FAILED
    return SignInKind.RECOVERY_CHANGE if any(part in word for part in CHANGE) else otherwise


def _record(item: Node, kind: SignInKind, when: object, **more: object) -> Rows:
    """Yield one record of an item and of the session inside it; one that says nothing is not read."""
    moment = of_seconds(when)
    found = {
        "ip": address(item.at("ip_address").text or item.at("ip").text),
        "user_agent": _text(item, "user_agent"),
        **more,
    }
    if not moment.raw and not any(found.values()):
        yield 1
        return
    yield SignInRecord(
        service="facebook",
        kind=kind,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        **found,  # type: ignore[arg-type]
    )


def _session(path: str, item: Node) -> Rows:
    del path
    when = item.at("updated_timestamp").value or item.at("created_timestamp").value
    app = ", ".join(filter(None, (_text(item, "app"), _text(item, "session_type"))))
    yield from _record(
        item,
        SignInKind.SESSION,
        when,
        device=_text(item, "device"),
        place=_text(item, "location"),
        app=cut(app),
        active=True,
    )


def _activity(path: str, item: Node) -> Rows:
    del path
    place = ", ".join(filter(None, (_text(item, part) for part in ("city", "region"))))
    country = _text(item, "country")
    yield from _record(
        item,
        _kind(_text(item, "action"), SignInKind.LOGIN),
        item.at("timestamp").value,
        place=cut(place),
        country=country if len(country) == 2 else "",
        app=_text(item, "site_name") or _text(item, "site"),
    )


def _address(path: str, item: Node) -> Rows:
    del path
    yield from _record(item, _kind(_text(item, "action"), SignInKind.USE), item.at("timestamp").value)


def _known(path: str, item: Node) -> Rows:
    del path
    when = item.at("updated_timestamp").value or item.at("created_timestamp").value
    yield from _record(item, SignInKind.DEVICE, when, device=_text(item, "name"))


def _changed(path: str, item: Node) -> Rows:
    del path
    session, event = item.at("session"), _text(item, "event")
    new = next((text for name in CHANGED_TO if (text := _text(item, "extra_info", name))), "")
    said = cut(f"{event}: {new}" if event and new else event or new)
    yield from _record(session, SignInKind.RECOVERY_CHANGE, session.at("created_timestamp").value, app=said)


def _phone(path: str, item: Node) -> Rows:
    del path
    yield from _record(
        item,
        SignInKind.DEVICE,
        item.at("update_time").value,
        device=_text(item, "type"),
        os=_text(item, "os"),
    )


def _protection(path: str, item: Node) -> Rows:
    del path
    session = item.at("session")
    when = session.at("updated_timestamp").value or session.at("created_timestamp").value
    name = _text(item, "name")
    ip = address(session.at("ip_address").text) or address(name.rpartition(":")[2])
    yield from _record(session, SignInKind.USE, when, ip=ip, app="" if ip else name)


def _contact(path: str, item: Node) -> Rows:
    del path
    yield from _record(
        item, SignInKind.RECOVERY_CHANGE, item.at("verification_time").value, app=_text(item, "contact")
    )


def _program(path: str, item: Node) -> Rows:
    del path
    yield from _record(item, SignInKind.APP_GRANT, item.at("added_timestamp").value, app=_text(item, "name"))


def _labelled(path: str, item: Node) -> Rows:
    """Take values by their shape: in the newer form labels are in the export's language."""
    del path
    values = [_text(part, "value") for part in item.at("label_values").nodes()]
    agent = next(filter(is_agent, values), "")
    rest = [value for value in values if value and value != agent and not address(value)]
    yield from _record(
        item,
        SignInKind.DEVICE,
        item.at("timestamp").value,
        ip=next(filter(None, map(address, values)), ""),
        user_agent=agent,
        device=rest[0] if rest and not agent else "",
    )


READERS_OF: dict[str, Callable[[str, Node], Rows]] = {
    "active_sessions": _session,
    "account_activity": _activity,
    "account_accesses": _activity,
    "used_ip_address": _address,
    "recognized_devices": _known,
    "admin_records": _changed,
    "devices": _phone,
    "login_protection_data": _protection,
    "contact_verifications": _contact,
    "installed_apps": _program,
}
PATHS: dict[str, FromItem] = {
    f"{name}{suffix}.item": reads for name, reads in READERS_OF.items() for suffix in ("", "_v2")
}

READER = JsonReader(
    service="facebook",
    marks=tuple(f'"{name}{suffix}"' for name in READERS_OF for suffix in ("", "_v2")),
    paths=PATHS,
)
LABELLED = JsonReader(service="facebook", marks=('"label_values"',), paths={"item": _labelled})
