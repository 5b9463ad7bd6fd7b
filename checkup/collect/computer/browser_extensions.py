"""Reads the extensions of every profile of every browser, on any system."""

from collections.abc import Iterator

from checkup.collect.computer.browser_profiles import Browsers, Profile, json_file
from checkup.collect.looking import Looking
from checkup.model.browser import BrowserExtension, ExtensionOrigin
from checkup.parse.chromium import (
    ChromiumExtension,
    chromium_extensions,
    manifest_reads_every_page,
    message,
    message_name,
)
from checkup.parse.firefox import FirefoxExtension, firefox_extensions
from checkup.parse.tree import Node

# In this order: what the second file says about an extension is protected, and counts.
_FILES = ("Preferences", "Secure Preferences")


def browser_extensions(look: Looking, browsers: Browsers) -> Iterator[BrowserExtension]:
    """Yield all extensions, those built into the browser left out."""
    yield from _chromium(look, browsers)
    yield from _firefox(look, browsers)


def _chromium(look: Looking, browsers: Browsers) -> Iterator[BrowserExtension]:
    for profile in browsers.chromium:
        found: dict[str, tuple[str, ChromiumExtension]] = {}
        for file in _FILES:
            path = f"{profile.path}/{file}"
            for extension in chromium_extensions(json_file(look, path)):
                found[extension.extension] = (path, extension)
        for path, extension in found.values():
            if extension.origin is not ExtensionOrigin.BUILT_IN:
                yield _of_chromium(look, browsers, profile, path, extension)


def _of_chromium(
    look: Looking, browsers: Browsers, profile: Profile, seen_in: str, found: ChromiumExtension
) -> BrowserExtension:
    path = _folder(browsers, profile, found.path)
    manifest = found.manifest if found.manifest.is_there else json_file(look, f"{path}/manifest.json")
    # The profile says what was granted; where it says nothing, the manifest says what was asked for.
    reads = found.reads_every_page or (not found.manifest.is_there and manifest_reads_every_page(manifest))
    return BrowserExtension(
        seen_in=browsers.shown(seen_in),
        browser=profile.browser,
        profile=profile.name,
        extension=found.extension,
        name=_name(look, path, manifest) or found.extension,
        version=manifest.at("version").text,
        origin=browsers.origin(path, found.origin),
        is_on=found.is_on,
        reads_every_page=reads,
        path=browsers.shown(path),
        since=found.since,
    )


def _name(look: Looking, path: str, manifest: Node) -> str:
    name = manifest.at("name").text
    key, language = message_name(name), manifest.at("default_locale").text
    if not key or not language or "/" in language:
        return name
    return message(json_file(look, f"{path}/_locales/{language}/messages.json"), key)


def _firefox(look: Looking, browsers: Browsers) -> Iterator[BrowserExtension]:
    for profile in browsers.firefox:
        path = f"{profile.path}/extensions.json"
        for extension in firefox_extensions(json_file(look, path)):
            if extension.origin is not ExtensionOrigin.BUILT_IN:
                yield _of_firefox(browsers, profile, path, extension)


def _of_firefox(
    browsers: Browsers, profile: Profile, seen_in: str, found: FirefoxExtension
) -> BrowserExtension:
    return BrowserExtension(
        seen_in=browsers.shown(seen_in),
        browser=profile.browser,
        profile=profile.name,
        extension=found.extension,
        name=found.name or found.extension,
        version=found.version,
        origin=browsers.origin(found.path, found.origin),
        is_on=found.is_on,
        reads_every_page=found.reads_every_page,
        path=found.path,
        since=found.since,
    )


def _folder(browsers: Browsers, profile: Profile, path: str) -> str:
    """Return where an extension lies in the tree: a whole path, or one below the profile's own folder."""
    if path.startswith("/"):
        return path
    if path[1:3] == ":\\":
        return browsers.inside(path)
    return f"{profile.path}/Extensions/{path.replace(chr(92), '/')}"
