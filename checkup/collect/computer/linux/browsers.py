"""Which browsers there are on Linux, and where each keeps its profiles and its rules.

Native, snap and flatpak folders, relative to a home. A folder that is not there costs one look.
References: Chromium docs/user_data_dir.md; Mozilla "Firefox uses the XDG base directory" (147);
ForensicArtifacts/artifacts, browser rows. Cốc Cốc's folders on Linux are not verified.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from checkup.collect.computer.browser_profiles import (
    Browsers,
    Profile,
    chromium_profiles_in,
    firefox_profiles_in,
)
from checkup.collect.computer.home import Home
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.own_homes import own_homes
from checkup.collect.looking import Looking
from checkup.model.browser import ExtensionOrigin


@dataclass(frozen=True, slots=True)
class Browser:
    """One browser: its name, its profile folders below a home, and the folders of its rules."""

    name: str
    folders: tuple[str, ...]
    rules: tuple[str, ...] = ()


CHROMIUM: tuple[Browser, ...] = (
    Browser(
        "Google Chrome",
        (
            ".config/google-chrome",
            ".config/google-chrome-beta",
            ".config/google-chrome-unstable",
            ".var/app/com.google.Chrome/config/google-chrome",
        ),
        ("/etc/opt/chrome/policies",),
    ),
    Browser(
        "Chromium",
        (
            ".config/chromium",
            "snap/chromium/common/chromium",
            ".var/app/org.chromium.Chromium/config/chromium",
        ),
        ("/etc/chromium/policies", "/etc/chromium-browser/policies", "/var/snap/chromium/current/policies"),
    ),
    Browser(
        "Microsoft Edge",
        (
            ".config/microsoft-edge",
            ".config/microsoft-edge-beta",
            ".config/microsoft-edge-dev",
            ".var/app/com.microsoft.Edge/config/microsoft-edge",
        ),
        ("/etc/opt/edge/policies",),
    ),
    Browser(
        "Brave",
        (
            ".config/BraveSoftware/Brave-Browser",
            "snap/brave/current/.config/BraveSoftware/Brave-Browser",
            ".var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser",
        ),
        ("/etc/brave/policies",),
    ),
    Browser(
        "Opera",
        (
            ".config/opera",
            "snap/opera/current/.config/opera",
            ".var/app/com.opera.Opera/config/opera",
        ),
        ("/etc/opt/opera/policies", "/etc/opera/policies"),
    ),
    Browser(
        "Vivaldi",
        (".config/vivaldi", ".var/app/com.vivaldi.Vivaldi/config/vivaldi"),
        ("/etc/opt/vivaldi/policies", "/etc/vivaldi/policies"),
    ),
    Browser(
        "Cốc Cốc",
        (".config/coccoc-browser", ".config/coccoc", ".config/CocCoc/Browser"),
        ("/etc/opt/coccoc/policies", "/etc/coccoc/policies", "/etc/coccoc-browser/policies"),
    ),
)

FIREFOX: tuple[Browser, ...] = (
    Browser(
        "Firefox",
        (
            ".mozilla/firefox",
            ".config/mozilla/firefox",
            "snap/firefox/common/.mozilla/firefox",
            ".var/app/org.mozilla.firefox/.mozilla/firefox",
            ".var/app/org.mozilla.firefox/config/mozilla/firefox",
        ),
        (
            "/etc/firefox/policies",
            "/etc/firefox-esr/policies",
            "/usr/lib/firefox/distribution",
            "/usr/lib/firefox-esr/distribution",
            "/usr/lib64/firefox/distribution",
            "/usr/share/firefox/distribution",
            "/usr/share/firefox-esr/distribution",
            "/opt/firefox/distribution",
            "/snap/firefox/current/usr/lib/firefox/distribution",
        ),
    ),
    Browser(
        "LibreWolf",
        (".librewolf", ".var/app/io.gitlab.librewolf-community/.librewolf"),
        ("/usr/lib/librewolf/distribution", "/usr/share/librewolf/distribution"),
    ),
)


def chromium_profiles(
    ground: Ground, look: Looking, homes: Iterable[Home] | None = None
) -> Iterator[Profile]:
    """Yield the profiles of all browsers of the Chromium family, of these homes or of all open ones."""
    places = folders(CHROMIUM, own_homes(ground, look) if homes is None else homes)
    return chromium_profiles_in(look, ((browser.name, home, folder) for browser, home, folder in places))


def firefox_profiles(ground: Ground, look: Looking, homes: Iterable[Home] | None = None) -> Iterator[Profile]:
    """Yield the profiles of Firefox and its relatives, of these homes or of all open ones."""
    places = folders(FIREFOX, own_homes(ground, look) if homes is None else homes)
    return firefox_profiles_in(look, ((browser.name, home, folder) for browser, home, folder in places))


def browsers(ground: Ground, look: Looking) -> Browsers:
    """Return the profiles of everybody whose home is open."""
    return Browsers(
        chromium=tuple(chromium_profiles(ground, look)),
        firefox=tuple(firefox_profiles(ground, look)),
        origin=partial(_by_package, ground),
    )


def _by_package(ground: Ground, path: str, origin: ExtensionOrigin) -> ExtensionOrigin:
    """Return "package" for what the distribution put into /usr, whatever the browser thinks of it."""
    if path.startswith("/usr/"):
        whole = ground.place.resolved(path)
        owners = ground.owners
        if owners.of(whole) or owners.of(f"{whole}/manifest.json") or owners.of(path):
            return ExtensionOrigin.PACKAGE
    return origin


def folders(browsers: tuple[Browser, ...], homes: Iterable[Home]) -> Iterator[tuple[Browser, Home, str]]:
    """Yield where each browser would keep its profiles in each home, there or not."""
    for home in homes:
        for browser in browsers:
            for folder in browser.folders:
                yield browser, home, f"{home.path.rstrip('/')}/{folder}"
