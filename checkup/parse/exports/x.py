"""X (Twitter): sign-in addresses, the address of the sign-up, and connected programs.

Each file is JavaScript: what follows the first "=" is JSON. No device is named, so an address alone is
weak. References: three public archive parsers and D3I, x.py.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_seconds, of_text
from checkup.parse.exports.reader import JsonReader, Rows
from checkup.parse.exports.shape import address, cut
from checkup.parse.tree import Node


def _sign_in(path: str, item: Node) -> Rows:
    del path
    moment, ip = of_text(item.at("createdAt").text), address(item.at("loginIp").text)
    if not (moment.when or ip):
        yield 1
        return
    yield SignInRecord(
        service="x",
        kind=SignInKind.LOGIN,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        ip=ip,
    )


def _sign_up(path: str, item: Node) -> Rows:
    del path
    ip = address(item.at("userCreationIp").text)
    yield SignInRecord(service="x", kind=SignInKind.USE, ip=ip) if ip else 1


def _program(path: str, item: Node) -> Rows:
    del path
    moment = of_text(item.at("approvedAt").text)
    if not moment.raw:
        moment = of_seconds(item.at("approvedAtMsec").value)
    name = cut(item.at("name").text or item.at("organization", "name").text)
    rights = ", ".join(item.at("permissions").texts())
    if not (name or moment.raw):
        yield 1
        return
    yield SignInRecord(
        service="x",
        kind=SignInKind.APP_GRANT,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        app=cut(f"{name} ({rights})" if rights else name),
    )


READER = JsonReader(
    service="x",
    marks=('"ipAudit"', '"accountCreationIp"', '"connectedApplication"'),
    paths={
        "item.ipAudit": _sign_in,
        "item.accountCreationIp": _sign_up,
        "item.connectedApplication": _program,
    },
)
