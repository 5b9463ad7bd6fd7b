"""Discord: `session_start` lines of Activity/reporting; files can be gigabytes, other lines are not parsed.

The time is a quoted string inside the string. References: D4, Discord/getters/getConnections.ts.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_text
from checkup.parse.exports.reader import LinesReader
from checkup.parse.exports.shape import address, country_code, cut
from checkup.parse.tree import Node


def _line(item: Node) -> SignInRecord | int | None:
    if item.at("event_type").text != "session_start":
        return None
    moment = of_text(item.at("timestamp").text.strip().strip('"'))
    ip = address(item.at("ip").text)
    if not (moment.when or ip):
        return 1
    return SignInRecord(
        service="discord",
        kind=SignInKind.LOGIN,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        ip=ip,
        country=country_code(item.at("country_code").text),
        place=cut(item.at("city").text),
        device=cut(item.at("device").text),
        os=cut(item.at("os").text),
        app=cut(item.at("browser").text),
    )


READER = LinesReader(service="discord", wanted=b"session_start", from_line=_line)
