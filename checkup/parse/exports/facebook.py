"""Facebook: the files of security_and_login_information, with and without the suffix `_v2`.

What was changed, and which programs may use the account, stands in `facebook_changes`,
browsers known by their cookie alone in `facebook_browsers`.
References: RLEAPP, facebookArchive.py; UDX, test/data/json/facebook; D4.
"""

from collections.abc import Callable

from checkup.model.sign_in import SignInKind
from checkup.parse.exports.facebook_browsers import BROWSERS
from checkup.parse.exports.facebook_changes import CHANGES
from checkup.parse.exports.facebook_row import record, text
from checkup.parse.exports.reader import FromItem, JsonReader, Rows
from checkup.parse.exports.shape import address, cut
from checkup.parse.tree import Node

OUT = frozenset({"log out", "logout", "session terminated", "đăng xuất"})
CHANGE = ("password", "mật khẩu", "email", "phone", "số điện thoại", "name", "recovery")
FAILED = ("fail", "thất bại", "incorrect", "không thành công", "blocked")


def _kind(action: str, otherwise: SignInKind) -> SignInKind:
    word = action.casefold()
    if word in OUT:
        return SignInKind.LOGOUT
    if any(part in word for part in FAILED):
        return SignInKind.FAILED
    return SignInKind.RECOVERY_CHANGE if any(part in word for part in CHANGE) else otherwise


def _session(path: str, item: Node) -> Rows:
    del path
    when = item.at("updated_timestamp").value or item.at("created_timestamp").value
    app = ", ".join(filter(None, (text(item, "app"), text(item, "session_type"))))
    yield from record(
        item,
        SignInKind.SESSION,
        when,
        device=text(item, "device"),
        place=text(item, "location"),
        app=cut(app),
        active=True,
    )


def _activity(path: str, item: Node) -> Rows:
    del path
    place = ", ".join(filter(None, (text(item, part) for part in ("city", "region"))))
    country = text(item, "country")
    yield from record(
        item,
        _kind(text(item, "action"), SignInKind.LOGIN),
        item.at("timestamp").value,
        place=cut(place),
        country=country if len(country) == 2 else "",
        app=text(item, "site_name") or text(item, "site"),
    )


def _address(path: str, item: Node) -> Rows:
    del path
    yield from record(item, _kind(text(item, "action"), SignInKind.USE), item.at("timestamp").value)


def _known(path: str, item: Node) -> Rows:
    del path
    when = item.at("updated_timestamp").value or item.at("created_timestamp").value
    yield from record(item, SignInKind.DEVICE, when, device=text(item, "name"))


def _phone(path: str, item: Node) -> Rows:
    del path
    yield from record(
        item,
        SignInKind.DEVICE,
        item.at("update_time").value,
        device=text(item, "type"),
        os=text(item, "os"),
    )


def _protection(path: str, item: Node) -> Rows:
    del path
    session = item.at("session")
    when = session.at("updated_timestamp").value or session.at("created_timestamp").value
    name = text(item, "name")
    ip = address(session.at("ip_address").text) or address(name.rpartition(":")[2])
    yield from record(session, SignInKind.USE, when, ip=ip, app="" if ip else name)


READERS_OF: dict[str, Callable[[str, Node], Rows]] = {
    "active_sessions": _session,
    "account_activity": _activity,
    "account_accesses": _activity,
    "used_ip_address": _address,
    "recognized_devices": _known,
    "devices": _phone,
    "login_protection_data": _protection,
    **CHANGES,
}
PATHS: dict[str, FromItem] = {
    **{f"{name}{suffix}.item": reads for name, reads in READERS_OF.items() for suffix in ("", "_v2")},
    **BROWSERS,
}

DEVICES = b'"devices"'
MARKS = tuple(f'"{path.rpartition(".")[0]}"' for path in PATHS)


def _fits(head: bytes) -> bool:
    """Whether more than the plain word "devices" says that a file is Facebook's: many have such a list."""
    others = (mark for mark in map(str.encode, MARKS) if mark != DEVICES)
    return b'"update_time"' in head or any(mark in head for mark in others)


READER = JsonReader(
    service="facebook",
    marks=MARKS,
    paths=PATHS,
    fits=_fits,
)
