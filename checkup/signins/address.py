"""What can be said of an address without asking anybody: which country registered it, who shares it.

The country is the one the address is registered in, not where a person sits: mobile networks and VPNs
answer from elsewhere. References: the regional registries' delegation files, by way of iptocc; RFC 6598
(shared), 1918 and 4193 (private), 5737 and 3849 (documentation), 6890 (all others set apart); RFC 6177: a
home has at least one /64 of IPv6 to itself, and its devices change their addresses inside it.
"""

import ipaddress
import re
from collections.abc import Iterable

from checkup.model.sign_in import AddressKind, SignInRecord

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_SET_APART = {
    AddressKind.EXAMPLE: ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
    AddressKind.SHARED: ("100.64.0.0/10",),
    AddressKind.PRIVATE: ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10"),
    AddressKind.LOCAL: ("127.0.0.0/8", "169.254.0.0/16", "::1/128", "fe80::/10"),
    AddressKind.NONE: (
        *(
            "0.0.0.0/8",
            "192.0.0.0/24",
            "198.18.0.0/15",
            "224.0.0.0/3",
            "::/128",
            "64:ff9b:1::/48",
            "100::/64",
        ),
        "ff00::/8",
    ),
}
# As numbers: a history has tens of thousands of addresses, and asking networks takes five times as long.
_RANGES = tuple(
    (network.version, int(network.network_address), int(network.broadcast_address), kind)
    for kind, networks in _SET_APART.items()
    for network in map(ipaddress.ip_network, networks)
)
_MOBILE = re.compile(r"\b(?:[2345]G|LTE|UMTS|EDGE|GPRS|cellular|mobile data|mạng di động)\b", re.IGNORECASE)
CONNECTION = 64  # bits of an IPv6 address that name a connection


def address_kind(ip: str, said: str = "") -> AddressKind:
    """Return the sort of an address; `said` is what the row tells of the network, such as "Viettel, 4G"."""
    return _kind(_read(ip), said)


def connection_of(ip: str) -> str:
    """Return what is the same for one connection: an IPv4 address, or the first half of an IPv6 one."""
    address = _read(ip)
    if address is None:
        return ""
    if address.version == 4:
        return str(address)
    return f"{ipaddress.IPv6Address(_connection(address))}/{CONNECTION}"


def kinds_of(rows: Iterable[SignInRecord]) -> tuple[tuple[AddressKind, ...], int]:
    """Return which sorts of address some rows have, and from how many connections they come."""
    kinds: set[AddressKind] = set()
    connections: set[int] = set()
    for ip, said in dict.fromkeys((row.ip, row.place) for row in rows if row.ip):
        address = _read(ip)
        kind = _kind(address, said)
        kinds.add(kind)
        if address is not None and kind in (AddressKind.PUBLIC, AddressKind.SHARED):
            connections.add(_connection(address))
    return tuple(kind for kind in AddressKind if kind in kinds), len(connections)


def country_of(ip: str) -> str:
    """Return the two-letter country the address is registered in, or ""; offline."""
    from iptocc import country_code

    return country_code(ip) or "" if ip and ip.isascii() else ""


def registered_in(ip: str) -> str:
    """Return the country of an address that can be registered at all; an example has none."""
    return country_of(ip) if address_kind(ip) is AddressKind.PUBLIC else ""


def _kind(address: Address | None, said: str) -> AddressKind:
    if address is None:
        return AddressKind.NONE
    version, number = address.version, int(address)
    for of, first, last, kind in _RANGES:
        if of == version and first <= number <= last:
            return kind
    return AddressKind.SHARED if said and _MOBILE.search(said) else AddressKind.PUBLIC


def _connection(address: Address) -> int:
    """Return the number of a connection: an address of IPv4, or the first half of one of IPv6."""
    number = int(address)
    return number if address.version == 4 else number >> CONNECTION << CONNECTION


def _read(ip: str) -> Address | None:
    """Return an address; one of IPv4 written as IPv6 is what it stands for."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
