"""Instagram: sign-ins, sign-outs, changes, devices and programs, whose labels are in the export's language.

So an address, an agent and a time are taken by their shape, whatever the label. Text is repaired as
for Facebook. last_known_location.json is left alone on purpose: it says where the person's own phone was,
not who signed in. References: RLEAPP, instagramLogin.py and neighbours; UDX, test/data/json/instagram; two
public viewers for the lists of programs (the name stands in the title or beside "App Name").
"""

from collections.abc import Iterator

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import Moment, of_seconds, of_text
from checkup.parse.exports.reader import FromItem, JsonReader, Rows
from checkup.parse.exports.shape import address, cut, is_agent, mended
from checkup.parse.tree import Node

SIGN_UP = "account_history_registration_info"
ENDED = "apps_and_websites_expired_apps"
KINDS = {
    "account_history_login_history": SignInKind.LOGIN,
    "account_history_logout_history": SignInKind.LOGOUT,
    "account_history_password_change_history": SignInKind.RECOVERY_CHANGE,
    "account_history_account_privacy_history": SignInKind.ACCOUNT_CHANGE,
    "account_history_profile_status_changes": SignInKind.ACCOUNT_CHANGE,
    SIGN_UP: SignInKind.LOGIN,
    "devices_devices": SignInKind.DEVICE,
    ENDED: SignInKind.APP_GRANT,
    "apps_and_websites_active_apps": SignInKind.APP_GRANT,
}
TITLED = frozenset({SignInKind.ACCOUNT_CHANGE, SignInKind.APP_GRANT})
"""Kinds whose title says what it is about; elsewhere it is only the time once more."""

DEVICE = frozenset({"device", "thiết bị"})


def _labelled(item: Node) -> Iterator[tuple[str, Node]]:
    for name, part in item.at("string_map_data").items():
        yield mended(name).strip().casefold(), part
    for part in item.at("string_list_data").nodes():
        yield "", part


def _moment(item: Node, parts: list[tuple[str, Node]]) -> Moment:
    for _, part in parts:
        if number := part.at("timestamp").number:
            return of_seconds(number)
    return of_text(item.at("title").text)


def _told(kind: SignInKind, name: str, title: str, values: list[str]) -> str:
    """Return what a row is about: the program, the change, or the way back in given at the sign-up."""
    if kind in TITLED:
        names = (value for value in values if not value.isdigit() and not is_agent(value))
        return title or next(filter(None, names), "")
    return next((value for value in values if "@" in value), "") if name == SIGN_UP else ""


def _item(path: str, item: Node) -> Rows:
    name = path.removesuffix(".item")
    kind = KINDS[name]
    parts = list(_labelled(item))
    values = [mended(part.at("value").text) for _, part in parts]
    title = mended(item.at("title").text)
    moment = _moment(item, parts)
    ip = next(filter(None, map(address, values)), "")
    agent = max(filter(is_agent, (*values, title)), key=len, default="")
    named = (mended(part.at("value").text) for label, part in parts if label in DEVICE)
    device = next(filter(None, named), "")
    app = _told(kind, name, title, values)
    if not (moment.when or ip or agent or app or device):
        yield 1
        return
    yield SignInRecord(
        service="instagram",
        kind=kind,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        ip=ip,
        device="" if is_agent(device) else cut(device),
        app=cut(app),
        user_agent=cut(agent),
        active=False if name == ENDED else None,
    )


PATHS: dict[str, FromItem] = {f"{name}.item": _item for name in KINDS}
READER = JsonReader(service="instagram", marks=tuple(f'"{name}"' for name in KINDS), paths=PATHS)
