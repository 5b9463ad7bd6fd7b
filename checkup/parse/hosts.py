"""The hosts file: text in, lines out, long lists of blocked names told apart from names sent elsewhere.

References: hosts(5).
"""

import ipaddress
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HostsLine:
    """One name of one line, in lower case without a dot at the end."""

    line: int
    address: str
    name: str

    @property
    def leads_nowhere(self) -> bool:
        """Whether the name is only blocked or means this computer itself."""
        parsed = ipaddress.ip_address(self.address.partition("%")[0])
        return parsed.is_loopback or parsed.is_unspecified


def hosts_lines(text: str) -> Iterator[HostsLine]:
    """Yield every name of every line that begins with an address; other lines are left out."""
    for number, raw in enumerate(text.split("\n"), 1):
        words = raw.partition("#")[0].split()
        if len(words) < 2 or not _is_address(words[0]):
            continue
        for name in words[1:]:
            yield HostsLine(number, words[0], name.lower().rstrip("."))


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return True
