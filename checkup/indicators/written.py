"""One form for what can be written in many ways: application ids, hex digits, hosts, addresses.

References: WHATWG URL, host parsing (what browsers make of an address); RFC 3490 with RFC 3491 for
names with other letters (the codec of the standard library).
"""

import ipaddress
import re
from urllib.parse import unquote

LONGEST_HOST = 253  # of the domain name system
LONGEST_WRITTEN = 2_000  # what is longer is no host, whatever it says
HEX_LENGTHS = frozenset({32, 40, 64})  # MD5, SHA-1, SHA-256

_HOST = re.compile(r"(?=[^.])[a-z0-9_.-]+(?<=[^.])")
_BEFORE_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?[/\\]{2,}", re.IGNORECASE)
_PORT = re.compile(r":[0-9]*$")
_NO_HEX = re.compile(r"[\s:-]+")
_HEX = re.compile(r"[0-9a-f]+")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def application_id(written: str) -> str:
    """Return an application or bundle id as it is compared, without its process or activity."""
    return written.strip().partition("/")[0].partition(":")[0].casefold()


def hex_digits(written: str) -> str:
    """Return a hash or fingerprint as small hex digits; "" if it is none."""
    digits = _NO_HEX.sub("", written.strip()).lower()
    return digits if len(digits) in HEX_LENGTHS and _HEX.fullmatch(digits) else ""


def host(written: str) -> str:
    """Return the host's name in small ASCII letters; "" if there is none.

    Takes scheme, user info, port, path, trailing dot and letters of other scripts as they come. An
    IPv6 address comes without its brackets.
    """
    if len(written) > LONGEST_WRITTEN:
        return ""
    name = _BEFORE_HOST.sub("", written.strip(), count=1)
    name = re.split(r"[/\\?#]", name, maxsplit=1)[0].rpartition("@")[2]
    if name.startswith("["):
        return name[1:].partition("]")[0].lower()
    if name.count(":") < 2:
        name = _PORT.sub("", name)
    return _ascii(unquote(name) if "%" in name else name)


def address(written: str) -> Address | None:
    """Return an address, with or without brackets, port or zone; None if it is none."""
    text = written.strip().partition("%")[0]
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return mapped or found


def path(written: str) -> str:
    """Return the path of a web address as it is compared: without host, question and anchor."""
    rest = _BEFORE_HOST.sub("", written.strip(), count=1)
    slash = re.search(r"[/\\]", rest)
    if slash is None:
        return ""
    plain = unquote(re.split(r"[?#]", rest[slash.start() :], maxsplit=1)[0])
    return "/".join(part for part in plain.replace("\\", "/").casefold().split("/") if part)


def _ascii(name: str) -> str:
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    name = name.rstrip(".").lower()
    if len(name) <= LONGEST_HOST and _HOST.fullmatch(name):
        return name
    return name if ":" in name and address(name) else ""
