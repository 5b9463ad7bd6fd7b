"""What a profile of a Chromium browser says: its extensions, its name, the account it is connected to.

The same files serve Chrome, Chromium, Edge, Brave, Opera, Vivaldi and Cốc Cốc.
References: Chromium source, extensions/common/mojom/manifest.mojom (origins of an extension),
chrome/browser/profiles/profile_attributes_entry.cc (names in Local State). Seen with Chromium 156.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from checkup.model.browser import ExtensionOrigin
from checkup.model.clock import written
from checkup.parse.tree import Node

BEGAN = datetime(1601, 1, 1, tzinfo=UTC)  # Chromium counts microseconds from here
_ORIGINS = {
    2: ExtensionOrigin.OUTSIDE,  # a file of another program names it
    3: ExtensionOrigin.OUTSIDE,
    4: ExtensionOrigin.UNPACKED,
    5: ExtensionOrigin.BUILT_IN,
    6: ExtensionOrigin.OUTSIDE,
    7: ExtensionOrigin.FORCED,
    8: ExtensionOrigin.UNPACKED,  # a start option
    9: ExtensionOrigin.FORCED,
    10: ExtensionOrigin.BUILT_IN,
}
# Stores other than Chrome's own, and its own inside other browsers, by the address updates come from.
# Anybody can have a server of their own for updates: any other address is no store.
_STORES = (
    "https://clients2.google.com/",
    "https://edge.microsoft.com/",
    "https://extension-updates.opera.com/",
)
_EVERY_PAGE = frozenset({"<all_urls>", "*://*/*", "http://*/*", "https://*/*", "http://*/", "https://*/"})


@dataclass(frozen=True, slots=True)
class ChromiumExtension:
    """One extension as the profile lists it. `path` is relative to the profile's Extensions, or whole."""

    extension: str
    path: str
    origin: ExtensionOrigin
    is_on: bool
    reads_every_page: bool
    since: str
    manifest: Node


@dataclass(frozen=True, slots=True)
class ChromiumProfile:
    """One profile as Local State lists it; `account` is the mail address it is connected to, or empty."""

    folder: str
    name: str
    account: str


def chromium_extensions(preferences: Node) -> Iterator[ChromiumExtension]:
    """Yield the extensions of a Preferences or Secure Preferences file; themes and empty entries are none."""
    for extension, entry in preferences.at("extensions", "settings").items():
        if entry.at("location").number is None and not entry.at("path").text:
            continue
        yield ChromiumExtension(
            extension=extension,
            path=entry.at("path").text,
            origin=_origin(entry),
            is_on=_is_on(entry),
            reads_every_page=_is_allowed_everywhere(entry),
            since=chromium_time(entry.at("first_install_time").number or entry.at("install_time").number),
            manifest=entry.at("manifest"),
        )


def manifest_reads_every_page(manifest: Node) -> bool:
    """Return whether a manifest asks for every page; the profile may have been given less."""
    asked = (*manifest.at("permissions").texts(), *manifest.at("host_permissions").texts())
    scripts = (page for one in manifest.at("content_scripts").nodes() for page in one.at("matches").texts())
    return any(one in _EVERY_PAGE for one in (*asked, *scripts))


def message_name(name: str) -> str:
    """Return the key of a name that stands in another file (`__MSG_key__`), or nothing."""
    return name[6:-2] if name.startswith("__MSG_") and name.endswith("__") else ""


def message(messages: Node, key: str) -> str:
    """Return a message by its key; the keys ignore case."""
    for name, entry in messages.items():
        if name.lower() == key.lower():
            return entry.at("message").text
    return ""


def chromium_profiles(local_state: Node) -> Iterator[ChromiumProfile]:
    """Yield the profiles of a Local State file."""
    for folder, entry in local_state.at("profile", "info_cache").items():
        if folder and "/" not in folder and folder not in (".", ".."):
            yield ChromiumProfile(folder, entry.at("name").text, entry.at("user_name").text)


def account_mails(preferences: Node) -> tuple[str, ...]:
    """Return the mail addresses of the accounts signed in inside a profile."""
    return tuple(mail for one in preferences.at("account_info").nodes() if (mail := one.at("email").text))


def chromium_time(microseconds: int | None) -> str:
    """Return Chromium's own count of time as RFC 3339 in UTC, or nothing."""
    if not microseconds or microseconds < 0:
        return ""
    try:
        return written(BEGAN + timedelta(microseconds=microseconds))
    except OverflowError:
        return ""


def _origin(entry: Node) -> ExtensionOrigin:
    if origin := _ORIGINS.get(entry.at("location").number or 0):
        return origin
    if entry.at("was_installed_by_default").truth or entry.at("from_webstore").truth:
        return ExtensionOrigin.STORE
    is_from_store = entry.at("manifest", "update_url").text.startswith(_STORES)
    return ExtensionOrigin.STORE if is_from_store else ExtensionOrigin.OUTSIDE


def _is_on(entry: Node) -> bool:
    reasons = entry.at("disable_reasons")
    if reasons.number or list(reasons.nodes()):
        return False
    return entry.at("state").number != 0


def _is_allowed_everywhere(entry: Node) -> bool:
    for kind in ("active_permissions", "granted_permissions"):
        given = entry.at(kind)
        hosts = (*given.at("explicit_host").texts(), *given.at("scriptable_host").texts())
        if any(host in _EVERY_PAGE for host in hosts):
            return True
        if given.is_there:
            return False
    return manifest_reads_every_page(entry.at("manifest"))
