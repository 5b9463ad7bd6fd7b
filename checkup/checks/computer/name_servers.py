"""Name servers that are neither the router's nor a well-known public one.

Whoever runs a name server sees which names are asked for, and can answer wrongly. Public ones are
often chosen on purpose in Viet Nam.
References: the makers' own pages on their public addresses (Cloudflare, Google, Quad9, OpenDNS,
AdGuard, NextDNS), and the addresses published by VNPT, Viettel and FPT Telecom.
"""

import ipaddress
from collections.abc import Iterator

from checkup.checks.check import Check
from checkup.indicators.known import Known
from checkup.model.finding import Evidence, Finding, Level, Reason
from checkup.model.nameservice import NameServer
from checkup.model.sources import Sources

CHECK_ID = "computer.name_servers"

_PUBLIC = (
    *("1.1.1.0/29", "1.0.0.0/29", "2606:4700:4700::/48"),  # Cloudflare
    *("8.8.8.8/32", "8.8.4.4/32", "2001:4860:4860::/48"),  # Google
    *("9.9.9.0/24", "149.112.112.0/24", "2620:fe::/48"),  # Quad9
    *("208.67.220.0/24", "208.67.222.0/24", "2620:119::/32"),  # OpenDNS
    *("94.140.14.0/23", "2a10:50c0::/32"),  # AdGuard
    *("45.90.28.0/22", "2a07:a8c0::/31"),  # NextDNS
    *("203.162.4.190/31", "203.162.57.105/32", "203.162.57.107/32"),  # VNPT
    *("203.113.131.0/29", "203.113.188.0/29"),  # Viettel
    *("210.245.24.0/24", "210.245.31.0/24"),  # FPT Telecom
)


def look(sources: Sources, _known: Known) -> Iterator[Finding]:
    for server in sources.read(NameServer):
        if _is_usual(server.address):
            continue
        sign = "name_server_fixed" if server.is_fixed else "name_server"
        yield Finding(
            check=CHECK_ID,
            level=Level.SETTING,
            about=f"name-server:{server.address}",
            name=server.address,
            reasons=(Reason(sign=sign, what=server.address, where=server.seen_in, when=server.when),),
            evidence=(Evidence(where=server.seen_in, saw=server.address, when=server.when),),
        )


def _is_usual(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return not parsed.is_global or any(parsed in ipaddress.ip_network(network) for network in _PUBLIC)


CHECK = Check(id=CHECK_ID, needs=(NameServer,), look=look)
