"""Web addresses, counted by host: a million visits are a few thousand lines, and no address is opened."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WEB = ("http://", "https://")
MOST_HOSTS = 100_000
LONGEST = 2000
_LINK = re.compile(r"https?://[^\s<>\"'\x00-\x1f]{1,2000}", re.IGNORECASE)

SHORTENERS = frozenset(
    {
        *("bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "buff.ly", "cutt.ly", "rb.gy"),
        *("shorturl.at", "rebrand.ly", "t.ly", "s.id", "bom.so", "by.com.vn", "tiny.cc", "shorten.asia"),
        *("lnkd.in", "v.gd", "bit.do", "tny.im", "urlz.fr", "kutt.it", "short.gy", "s.ee", "vrl.to"),
    }
)
"""Hosts that only lead on to another address, some of them common in Viet Nam."""


@dataclass(slots=True)
class Met:
    """How often a host was met, between which times (as the source counts them), and one address."""

    url: str
    count: int = 0
    first: float = 0.0
    last: float = 0.0

    def add(self, when: float, count: int = 1) -> None:
        """Count a visit; `when` is 0 where not known."""
        self.count += count
        if when:
            self.first = min(self.first or when, when)
            self.last = max(self.last, when)


class Hosts:
    """Hosts, each with what was met of it. At most 100,000; the addresses beyond are counted as left out."""

    def __init__(self) -> None:
        self.met: dict[str, Met] = {}
        self.left_out = 0

    def of(self, url: str) -> Met | None:
        """Return the count for an address's host; None for what is no web address."""
        parts = url.split("/", 3)
        if len(parts) < 3 or parts[1] or parts[0].casefold() not in ("http:", "https:"):
            return None
        host = parts[2]
        met = self.met.get(host)
        if met is None:
            if not host:
                return None
            if len(self.met) >= MOST_HOSTS:
                self.left_out += 1
                return None
            met = self.met[host] = Met(url=url[:LONGEST])
        return met


def links(text: str) -> Iterator[str]:
    """Yield the web addresses in a text."""
    for found in _LINK.finditer(text):
        yield found[0].rstrip(".,;:!?)]}»”’")


def bare_host(host: str) -> str:
    """Return a host without user, port and "www.", in small letters: for comparing with our own names."""
    return host.rpartition("@")[2].partition(":")[0].casefold().rstrip(".").removeprefix("www.")
