"""Profiles of browsers in the folders a system keeps them in: which there are, and their files as trees.

Where the folders lie each system knows itself; what is in them is the same everywhere.
References: Chromium docs/user_data_dir.md; Mozilla, profiles.ini.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from checkup.collect.computer.home import Home
from checkup.collect.looking import Looking
from checkup.model.browser import ExtensionOrigin
from checkup.model.looked import Cause
from checkup.parse.ini import ini_lines
from checkup.parse.tree import Node, NotReadable, tree

MOST_JSON = 32 * 1024 * 1024
MOST_PROFILES = 200

BrowserFolder = tuple[str, Home, str]
"""A browser's name, a home, and the folder in which it would keep its profiles, there or not."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One profile: its browser, its own folder, the folder of all profiles, and whose it is."""

    browser: str
    name: str
    path: str
    folder: str
    who: str


def chromium_profiles_in(look: Looking, folders: Iterable[BrowserFolder]) -> Iterator[Profile]:
    """Yield the profiles of browsers of the Chromium family in these folders."""
    for browser, home, folder in folders:
        names = look.names(folder)
        # Opera's first profile is the folder itself.
        if "Preferences" in names or "Secure Preferences" in names:
            yield Profile(browser, "Default", folder, folder, home.who)
        for name in names[:MOST_PROFILES]:
            path = f"{folder}/{name}"
            if _may_be_profile(name) and look.is_there(f"{path}/Preferences"):
                yield Profile(browser, name, path, folder, home.who)


def firefox_profiles_in(look: Looking, folders: Iterable[BrowserFolder]) -> Iterator[Profile]:
    """Yield the profiles of Firefox and its relatives: the listed ones, and those in the same folder."""
    for browser, home, folder in folders:
        listed = {path: name for name, path in _listed(look, folder)}
        beside = {
            f"{below}/{name}": name
            for below in (folder, f"{folder}/Profiles")
            for name in look.names(below)[:MOST_PROFILES]
        }
        for path, name in {**beside, **listed}.items():
            if any(look.is_there(f"{path}/{file}") for file in ("prefs.js", "extensions.json")):
                yield Profile(browser, name, path, folder, home.who)


@dataclass(frozen=True)
class Browsers:
    """The profiles of a computer, and how its system writes paths.

    `shown` writes a path of the tree as the system does, `inside` the other way round; `origin` may
    know better where an extension came from than its browser does.
    """

    chromium: tuple[Profile, ...] = ()
    firefox: tuple[Profile, ...] = ()
    shown: Callable[[str], str] = str
    inside: Callable[[str], str] = str
    origin: Callable[[str, ExtensionOrigin], ExtensionOrigin] = lambda _path, origin: origin


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
