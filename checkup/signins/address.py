"""What can be said of an address without asking anybody: which country registered it, who shares it.

The country is the one the address is registered in, not where a person sits: mobile networks and VPNs
answer from elsewhere. References: the regional registries' delegation files, by way of iptocc; RFC 6598.
"""

import ipaddress
from enum import StrEnum

SHARED = ipaddress.ip_network("100.64.0.0/10")


class AddressKind(StrEnum):
    """What sort of address it is. The words are the texts `signins.addresses.<value>`."""

    PUBLIC = "public"
    SHARED = "shared"  # carrier-grade: one address for many customers
    PRIVATE = "private"  # inside a home or a company; says nothing about where
    NONE = "none"


def address_kind(ip: str) -> AddressKind:
    """Return the sort of an address."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return AddressKind.NONE
    if address.version == 4 and address in SHARED:
        return AddressKind.SHARED
    return AddressKind.PUBLIC if address.is_global else AddressKind.PRIVATE


def country_of(ip: str) -> str:
    """Return the two-letter country the address is registered in, or ""; offline."""
    from iptocc import country_code

    return country_code(ip) or "" if ip else ""
