"""Which form a value of each role has in the index, and which values are none."""

import ipaddress
import re
import warnings
from collections.abc import Callable, Mapping
from math import prod
from typing import Final

from checkup.indicators import written
from checkup.indicators.listed import Role

LONGEST = 500  # of a value; the longest real ones are web addresses

# Ids are Java or reverse web names; a star, a slash or a blank belongs to a pattern, not to an id.
_ID = re.compile(r"[\w$.-]*[\w$]", re.ASCII)
_NAME = re.compile(r"(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*", re.ASCII)  # a last part of digits is an address
_OWNER = re.compile(r"[^\x00-\x1f]+")
# Only what cannot take long: no groups, no stars, and counted repeats of at most two digits.
_PATTERN = re.compile(r"(?:[^()|*+{}]|\{\d{1,2}(?:,\d{1,2})?\})+")
_REPEAT = re.compile(r"\{(\d+)(?:,(\d+))?\}|\?")
_MOST_WAYS = 256  # in which the repeats of one pattern can be tried, all together


def formed(role: Role, value: str) -> str:
    """Return a list's value as the index holds it; "" if it is none of this role."""
    value = value.strip()
    if not value or len(value) > LONGEST or "\x00" in value:
        return ""
    return _FORMS[role](value)


def _id(value: str) -> str:
    return value.casefold() if _ID.fullmatch(value) else ""


def _domain(value: str) -> str:
    if _NAME.fullmatch(value) and len(value) <= written.LONGEST_HOST:  # nearly always
        return value
    name = written.host(value)
    if "." not in name or ":" in name or written.address(name):
        return ""
    return name


def _address(value: str) -> str:
    try:
        network = ipaddress.ip_network(value, strict=False)
    except ValueError:
        return ""
    if network.num_addresses == 1:
        return str(written.address(str(network.network_address)) or "")
    return str(network)


def _url(value: str) -> str:
    name, path = written.host(value), written.path(value)
    return f"{name}/{path}" if "." in name and path else ""


def _pattern(value: str) -> str:
    if not _PATTERN.fullmatch(value) or _ways(value) > _MOST_WAYS:
        return ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # brackets in brackets may mean something else one day
            re.compile(value)
    except (re.error, Warning):
        return ""
    return value


def _ways(pattern: str) -> int:
    """Return in how many ways the repeats of a pattern can be tried: "a?" in two, "a{2,4}" in three."""
    found = (match.groups() for match in _REPEAT.finditer(pattern))
    return prod(1 + int(most) - int(least) if most else 1 if least else 2 for least, most in found)


def _owner(value: str) -> str:
    return value.casefold() if _OWNER.fullmatch(value) else ""


def _plain(value: str) -> str:
    return value if value.isprintable() else ""


def _email(value: str) -> str:
    name, at, host = value.casefold().rpartition("@")
    return f"{name}@{host}" if name and at and "." in host and host.isprintable() else ""


_FORMS: Final[Mapping[Role, Callable[[str], str]]] = {
    Role.APPLICATION_ID: _id,
    Role.BUNDLE_ID: _id,
    Role.CERTIFICATE: written.hex_digits,
    Role.HASH: written.hex_digits,
    Role.CERTIFICATE_OWNER: _owner,
    Role.CERTIFICATE_NAME: _pattern,
    Role.CONTROL_DOMAIN: _domain,
    Role.SHOP_DOMAIN: _domain,
    Role.DOMAIN: _domain,
    Role.CONTROL_ADDRESS: _address,
    Role.SHOP_ADDRESS: _address,
    Role.SHOP_URL: _url,
    Role.URL: _url,
    Role.PROCESS: _plain,
    Role.EMAIL: _email,
}
