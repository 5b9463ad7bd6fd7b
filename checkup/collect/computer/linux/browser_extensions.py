"""Reads the extensions of every profile of every browser of this person."""

from collections.abc import Iterator

from checkup.collect.computer.linux.browsers import (
    Profile,
    chromium_profiles,
    firefox_profiles,
    json_file,
)
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.browser import BrowserExtension, ExtensionOrigin
from checkup.model.sources import Reading
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


def browser_extensions(ground: Ground) -> Reading[BrowserExtension]:
    """Return all extensions, those built into the browser left out."""
    look = ground.looking()
    return look.reading((*_chromium(ground, look), *_firefox(ground, look)))


def _chromium(ground: Ground, look: Looking) -> Iterator[BrowserExtension]:
    for profile in chromium_profiles(ground, look):
        found: dict[str, tuple[str, ChromiumExtension]] = {}
        for file in _FILES:
            path = f"{profile.path}/{file}"
            for extension in chromium_extensions(json_file(look, path)):
                found[extension.extension] = (path, extension)
        for path, extension in found.values():
            if extension.origin is not ExtensionOrigin.BUILT_IN:
                yield _of_chromium(ground, look, profile, path, extension)


def _of_chromium(
    ground: Ground, look: Looking, profile: Profile, seen_in: str, found: ChromiumExtension
) -> BrowserExtension:
    path = found.path if found.path.startswith("/") else f"{profile.path}/Extensions/{found.path}"
    manifest = found.manifest if found.manifest.is_there else json_file(look, f"{path}/manifest.json")
    # The profile says what was granted; where it says nothing, the manifest says what was asked for.
    reads = found.reads_every_page or (not found.manifest.is_there and manifest_reads_every_page(manifest))
    return BrowserExtension(
        seen_in=seen_in,
        browser=profile.browser,
        profile=profile.name,
        extension=found.extension,
        name=_name(look, path, manifest) or found.extension,
        version=manifest.at("version").text,
        origin=_by_package(ground, path, found.origin),
        is_on=found.is_on,
        reads_every_page=reads,
        path=path,
        since=found.since,
    )


def _name(look: Looking, path: str, manifest: Node) -> str:
    name = manifest.at("name").text
    key, language = message_name(name), manifest.at("default_locale").text
    if not key or not language or "/" in language:
        return name
    return message(json_file(look, f"{path}/_locales/{language}/messages.json"), key)


def _firefox(ground: Ground, look: Looking) -> Iterator[BrowserExtension]:
    for profile in firefox_profiles(ground, look):
        path = f"{profile.path}/extensions.json"
        for extension in firefox_extensions(json_file(look, path)):
            if extension.origin is not ExtensionOrigin.BUILT_IN:
                yield _of_firefox(ground, profile, path, extension)


def _of_firefox(ground: Ground, profile: Profile, seen_in: str, found: FirefoxExtension) -> BrowserExtension:
    return BrowserExtension(
        seen_in=seen_in,
        browser=profile.browser,
        profile=profile.name,
        extension=found.extension,
        name=found.name or found.extension,
        version=found.version,
        origin=_by_package(ground, found.path, found.origin),
        is_on=found.is_on,
        reads_every_page=found.reads_every_page,
        path=found.path,
        since=found.since,
    )


def _by_package(ground: Ground, path: str, origin: ExtensionOrigin) -> ExtensionOrigin:
    """Return "package" for what the distribution put into /usr, whatever the browser thinks of it."""
    if path.startswith("/usr/"):
        whole = ground.place.resolved(path)
        owners = ground.owners
        if owners.of(whole) or owners.of(f"{whole}/manifest.json") or owners.of(path):
            return ExtensionOrigin.PACKAGE
    return origin
