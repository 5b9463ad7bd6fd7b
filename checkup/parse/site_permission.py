"""What pages were allowed to do in a browser's profile: a tree or rows in, permissions out.

References: Chromium components/content_settings (`profile.content_settings.exceptions`, setting 1:
allowed; patterns "https://host:443,*"); Firefox permissions.sqlite (permission 1: allowed).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from checkup.model.browser import SiteRight
from checkup.parse.chromium import chromium_time
from checkup.parse.tables import Row
from checkup.parse.tree import Node
from checkup.parse.x509 import day

FIREFOX_STATEMENT = "SELECT origin, type, permission, modificationTime FROM moz_perms"
MOST_SITES = 2_000
_ALLOWED = 1
_CHROMIUM = {
    "notifications": SiteRight.NOTIFY,
    "geolocation": SiteRight.LOCATE,
    "media_stream_camera": SiteRight.CAMERA,
    "media_stream_mic": SiteRight.MICROPHONE,
}
_FIREFOX = {
    "desktop-notification": SiteRight.NOTIFY,
    "geo": SiteRight.LOCATE,
    "camera": SiteRight.CAMERA,
    "microphone": SiteRight.MICROPHONE,
}


@dataclass(frozen=True, slots=True)
class AllowedSite:
    """One page and one right it has; `since` is RFC 3339 in UTC or empty."""

    site: str
    right: SiteRight
    since: str


def chromium_sites(preferences: Node) -> Iterator[AllowedSite]:
    """Yield the pages that the Preferences of a Chromium profile allow something."""
    exceptions = preferences.at("profile", "content_settings", "exceptions")
    for name, right in _CHROMIUM.items():
        for _, (pattern, entry) in zip(range(MOST_SITES), exceptions.at(name).items(), strict=False):
            site = _host(pattern.partition(",")[0])
            if entry.at("setting").number == _ALLOWED and site:
                yield AllowedSite(site, right, chromium_time(entry.at("last_modified").number))


def firefox_sites(rows: Iterable[Row]) -> Iterator[AllowedSite]:
    """Yield the pages that rows of moz_perms allow something."""
    for _, (origin, kind, permission, since) in zip(range(MOST_SITES), rows, strict=False):
        right = _FIREFOX.get(kind) if isinstance(kind, str) else None
        if right is not None and permission == _ALLOWED and isinstance(origin, str):
            when = day(since / 1000) if isinstance(since, int) and since > 0 else ""
            yield AllowedSite(_host(origin) or origin, right, when)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
