"""What a profile of Firefox or a relative says: its extensions and the account it is connected to.

References: Firefox source, toolkit/mozapps/extensions/internal/XPIDatabase.sys.mjs (extensions.json,
its locations and signed states); seen with Firefox 153.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkup.model.browser import ExtensionOrigin
from checkup.parse.tree import Node
from checkup.parse.x509 import day

_BUILT_IN = ("app-builtin", "app-system")
_SHARED = frozenset({"app-global", "app-system-share", "app-system-local", "app-system-user"})
_SIGNED = 2  # by the store; 3 and 4 are the maker's own parts
_EVERY_PAGE = frozenset({"<all_urls>", "*://*/*", "http://*/*", "https://*/*"})
_SYNC_NAME = re.compile(
    r'^user_pref\("services\.sync\.username",\s*"((?:[^"\\]|\\.){1,320})"\);', re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class FirefoxExtension:
    """One extension as the profile lists it; `path` is its whole path."""

    extension: str
    name: str
    version: str
    path: str
    origin: ExtensionOrigin
    is_on: bool
    reads_every_page: bool
    since: str


def firefox_extensions(listed: Node) -> Iterator[FirefoxExtension]:
    """Yield the extensions of an extensions.json; themes, languages and dictionaries are left out."""
    for addon in listed.at("addons").nodes():
        if addon.at("type").text != "extension" or not addon.at("id").text:
            continue
        installed = addon.at("installDate").number
        yield FirefoxExtension(
            extension=addon.at("id").text,
            name=addon.at("defaultLocale", "name").text,
            version=addon.at("version").text,
            path=addon.at("path").text,
            origin=_origin(addon),
            is_on=addon.at("active").truth is not False,
            reads_every_page=_reads_every_page(addon),
            since=day(installed // 1000) if installed else "",
        )


def sync_name(preferences: str) -> str:
    """Return the name of the account that prefs.js says the profile is synchronised with, or nothing."""
    match = _SYNC_NAME.search(preferences)
    return match.group(1) if match else ""


def _origin(addon: Node) -> ExtensionOrigin:
    location = addon.at("location").text
    if location not in _SHARED and location.startswith(_BUILT_IN):
        return ExtensionOrigin.BUILT_IN
    if location == "app-temporary":
        return ExtensionOrigin.UNPACKED
    if addon.at("installTelemetryInfo", "source").text == "enterprise-policy":
        return ExtensionOrigin.FORCED
    signed = addon.at("signedState").number
    if signed is None or signed < _SIGNED or addon.at("foreignInstall").truth:
        return ExtensionOrigin.OUTSIDE
    return ExtensionOrigin.STORE


def _reads_every_page(addon: Node) -> bool:
    given = addon.at("userPermissions")
    origins = (*given.at("origins").texts(), *given.at("permissions").texts())
    return any(origin in _EVERY_PAGE for origin in origins)
