"""Spotify's streaming history: addresses and kinds of devices; there is no list of sign-ins.

A song at an odd hour proves little. Names of songs are not kept. References: public readers of endsong files.
"""

from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.parse.exports.moment import of_text
from checkup.parse.exports.reader import JsonReader, Rows
from checkup.parse.exports.shape import address, country_code, cut
from checkup.parse.tree import Node


def _played(path: str, item: Node) -> Rows:
    del path
    moment = of_text(item.at("ts").text)
    ip = address(item.at("ip_addr").text or item.at("ip_addr_decrypted").text)
    platform = cut(item.at("platform").text)
    if not (moment.when or ip or platform):
        yield 1
        return
    yield SignInRecord(
        service="spotify",
        kind=SignInKind.USE,
        when=moment.when,
        when_raw=moment.raw,
        zone_known=moment.zone_known,
        ip=ip,
        country=country_code(item.at("conn_country").text),
        device=platform,
        user_agent=cut(item.at("user_agent_decrypted").text),
    )


READER = JsonReader(service="spotify", marks=('"ms_played"',), paths={"item": _played})
