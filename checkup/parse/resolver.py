"""Name servers: resolv.conf, the settings of systemd-resolved, NetworkManager's addresses.

References: resolv.conf(5), resolved.conf(5), nm-settings-keyfile(5).
"""

import ipaddress
import re
from collections.abc import Iterator


def resolv_servers(text: str) -> Iterator[str]:
    """Yield the addresses of a resolv.conf."""
    for raw in text.splitlines():
        words = raw.split()
        if len(words) > 1 and words[0] == "nameserver" and (address := plain_address(words[1])):
            yield address


def listed_servers(value: str) -> Iterator[str]:
    """Yield the addresses of a setting that lists them with spaces, commas or semicolons."""
    for word in re.split(r"[\s,;]+", value):
        if address := plain_address(word):
            yield address


def plain_address(word: str) -> str:
    """Return the address without port, name and interface ("1.1.1.1:53#one.example%eth0"); else nothing."""
    bare = word.partition("#")[0].partition("%")[0]
    if bare.startswith("["):
        bare = bare[1:].partition("]")[0]
    elif bare.count(":") == 1:
        bare = bare.partition(":")[0]
    try:
        return str(ipaddress.ip_address(bare))
    except ValueError:
        return ""
