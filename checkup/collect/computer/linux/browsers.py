"""Which browsers there are on Linux, and where each keeps its profiles and its rules.

Native, snap and flatpak folders, relative to a home. A folder that is not there costs one look.
References: Chromium docs/user_data_dir.md; Mozilla "Firefox uses the XDG base directory" (147);
ForensicArtifacts/artifacts, browser rows. Cốc Cốc's folders on Linux are not verified.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checkup.collect.computer.home import Home
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.own_homes import own_homes
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.parse.ini import ini_lines
from checkup.parse.tree import Node, NotReadable, tree

MOST_JSON = 32 * 1024 * 1024
MOST_PROFILES = 200


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


@dataclass(frozen=True, slots=True)
class Profile:
    """One profile: its browser, its own folder, the folder of all profiles, and whose it is."""

    browser: str
    name: str
    path: str
    folder: str
    who: str


def chromium_profiles(
    ground: Ground, look: Looking, homes: Iterable[Home] | None = None
) -> Iterator[Profile]:
    """Yield the profiles of all browsers of the Chromium family, of these homes or of all open ones."""
    for browser, home, folder in folders(CHROMIUM, own_homes(ground, look) if homes is None else homes):
        names = look.names(folder)
        # Opera's first profile is the folder itself.
        if "Preferences" in names or "Secure Preferences" in names:
            yield Profile(browser.name, "Default", folder, folder, home.who)
        for name in names[:MOST_PROFILES]:
            path = f"{folder}/{name}"
            if _may_be_profile(name) and look.is_there(f"{path}/Preferences"):
                yield Profile(browser.name, name, path, folder, home.who)


def firefox_profiles(ground: Ground, look: Looking, homes: Iterable[Home] | None = None) -> Iterator[Profile]:
    """Yield the profiles of Firefox and its relatives: the listed ones, and those in the same folder."""
    for browser, home, folder in folders(FIREFOX, own_homes(ground, look) if homes is None else homes):
        listed = {path: name for name, path in _listed(look, folder)}
        beside = {f"{folder}/{name}": name for name in look.names(folder)[:MOST_PROFILES]}
        for path, name in {**beside, **listed}.items():
            if any(look.is_there(f"{path}/{file}") for file in ("prefs.js", "extensions.json")):
                yield Profile(browser.name, name, path, folder, home.who)


def json_file(look: Looking, path: str) -> Node:
    """Return a JSON file's tree, an empty node when absent; one that is no JSON is noted."""
    data = look.bytes(path, MOST_JSON)
    if not data:
        return Node()
    try:
        return tree(data)
    except NotReadable:
        look.note(path, Cause.UNKNOWN_FORMAT)
        return Node()


def folders(browsers: tuple[Browser, ...], homes: Iterable[Home]) -> Iterator[tuple[Browser, Home, str]]:
    """Yield where each browser would keep its profiles in each home, there or not."""
    for home in homes:
        for browser in browsers:
            for folder in browser.folders:
                yield browser, home, f"{home.path.rstrip('/')}/{folder}"


def _listed(look: Looking, folder: str) -> Iterator[tuple[str, str]]:
    sections: dict[str, dict[str, str]] = {}
    for line in ini_lines(look.text(f"{folder}/profiles.ini") or ""):
        sections.setdefault(line.section, {})[line.name] = line.value
    for section, values in sections.items():
        path = values.get("Path", "")
        if section.startswith("Profile") and path:
            whole = path if path.startswith("/") else f"{folder}/{path}"
            yield values.get("Name", path), whole.rstrip("/")


def _may_be_profile(name: str) -> bool:
    return name in ("Default", "Guest Profile") or name.startswith(("Profile ", "_side_"))
