"""Telegram Desktop's result.json: the sessions at the time of the export. Messages behind them are not read.

`*_unixtime` is UTC; the plain time is in the exporting computer's own zone and stays as it was written.
References: telegramdesktop/tdesktop, export_output_json.cpp, writeSessions and SerializeDate.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import Moment, of_seconds
from checkup.parse.exports.reader import JsonReader, Rows
from checkup.parse.exports.shape import address, cut
from checkup.parse.tree import Node


def _moment(item: Node, name: str) -> Moment:
    known = of_seconds(item.at(f"{name}_unixtime").value)
    return known if known.when else Moment(raw=cut(item.at(name).text))


def _session(path: str, item: Node) -> Rows:
    moment = _moment(item, "last_active")
    if not moment.raw:
        moment = _moment(item, "created")
    ip = address(item.at("last_ip").text)
    is_web = path.startswith("web_sessions")
    device = "" if is_web else item.at("device_model").text
    if not (moment.raw or ip or device):
        yield 1
        return
    names = (
        ("browser", "domain_name", "bot_username") if is_web else ("application_name", "application_version")
    )
    place = (item.at(name).text for name in ("last_region", "last_country"))
    yield SignInRecord(
        service="telegram",
        kind=SignInKind.APP_GRANT if is_web else SignInKind.SESSION,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        ip=ip,
        place=cut(", ".join(filter(None, place))),
        device=cut(device),
        os=cut(item.at("system_version").text or item.at("platform").text),
        app=cut(" ".join(filter(None, (item.at(name).text for name in names)))),
        active=True,
    )


READER = JsonReader(
    service="telegram",
    marks=('"sessions"', '"web_sessions"', '"personal_information"', '"application_name"'),
    paths={"sessions.list.item": _session, "web_sessions.list.item": _session},
    ends_at=frozenset({"chats", "left_chats"}),
)
