"""Instagram: sign-ins, sign-outs, changes and devices, whose labels are in the export's language.

So an address, an agent and a time are taken by their shape, whatever the label. Text is repaired as
for Facebook. References: RLEAPP, instagramLogin.py and neighbours; UDX, test/data/json/instagram.
"""

from collections.abc import Iterator

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import Moment, of_seconds, of_text
from checkup.parse.exports.reader import FromItem, JsonReader, Rows
from checkup.parse.exports.shape import address, cut, is_agent, mended
from checkup.parse.tree import Node

KINDS = {
    "account_history_login_history": SignInKind.LOGIN,
    "account_history_logout_history": SignInKind.LOGOUT,
    "account_history_password_change_history": SignInKind.RECOVERY_CHANGE,
    "account_history_registration_info": SignInKind.LOGIN,
    "devices_devices": SignInKind.DEVICE,
    "apps_and_websites_expired_apps": SignInKind.APP_GRANT,
    "apps_and_websites_active_apps": SignInKind.APP_GRANT,
}


def _labelled(item: Node) -> Iterator[Node]:
    for name, part in item.at("string_map_data").items():
        del name
        yield part
    yield from item.at("string_list_data").nodes()


def _moment(item: Node, parts: list[Node]) -> Moment:
    for part in parts:
        if number := part.at("timestamp").number:
            return of_seconds(number)
    return of_text(item.at("title").text)


def _item(path: str, item: Node) -> Rows:
    kind = KINDS[path.removesuffix(".item")]
    parts = list(_labelled(item))
    values = [mended(part.at("value").text) for part in parts]
    moment = _moment(item, parts)
    ip = next(filter(None, map(address, values)), "")
    agent = max(filter(is_agent, values), key=len, default="")
    title = mended(item.at("title").text)
    app = title if kind is SignInKind.APP_GRANT else ""
    if not (moment.when or ip or agent or app):
        yield 1
        return
    yield SignInRecord(
        service="instagram",
        kind=kind,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        ip=ip,
        app=cut(app),
        user_agent=cut(agent),
    )


PATHS: dict[str, FromItem] = {f"{name}.item": _item for name in KINDS}
READER = JsonReader(service="instagram", marks=tuple(f'"{name}"' for name in KINDS), paths=PATHS)
