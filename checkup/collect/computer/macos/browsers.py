"""Browsers on macOS: where they keep their profiles, and the rules given to them.

References: Chromium docs/user_data_dir.md; ForensicArtifacts/artifacts, browser rows;
chromeenterprise.google/policies and mozilla.github.io/policy-templates (managed preferences). Safari's
lists are closed without Full Disk Access, and open on a disk. Its older app extensions and which page may
watch or listen are described nowhere: they are a gap with a look of its own.
"""

from collections.abc import Iterator
from itertools import chain

from checkup.collect.computer import browser_extensions as extensions
from checkup.collect.computer import site_permissions as sites
from checkup.collect.computer.browser_profiles import (
    BrowserFolder,
    Browsers,
    chromium_profiles_in,
    firefox_profiles_in,
    json_file,
)
from checkup.collect.computer.linux.own_homes import own_homes
from checkup.collect.computer.macos.ground import MacGround, property_list
from checkup.collect.looking import Looking
from checkup.model.browser import BrowserExtension, BrowserPolicy, SitePermission
from checkup.model.looked import Cause
from checkup.model.sources import Reading
from checkup.parse.browser_policy import Rule, chromium_rules, firefox_rules
from checkup.parse.safari import safari_extensions
from checkup.parse.tree import Node

SUPPORT = "Library/Application Support"
CHROMIUM = (
    ("Google Chrome", "Google/Chrome"),
    ("Chromium", "Chromium"),
    ("Microsoft Edge", "Microsoft Edge"),
    ("Brave", "BraveSoftware/Brave-Browser"),
    ("Cốc Cốc", "CocCoc/Browser"),
    ("Cốc Cốc", "Coccoc"),
    ("Opera", "com.operasoftware.Opera"),
    ("Vivaldi", "Vivaldi"),
)
SAFARI = "Library/Containers/com.apple.Safari"
SAFARI_LISTS = f"{SAFARI}/Data/Library/Safari"
OWN_LIST, APP_LIST = "WebExtensions/Extensions.plist", "AppExtensions/Extensions.plist"
FIREFOX = (("Firefox", "Firefox"), ("LibreWolf", "librewolf"))
MANAGED = "/Library/Managed Preferences"
RULES = {
    "com.google.Chrome": "Google Chrome",
    "org.chromium.Chromium": "Chromium",
    "com.microsoft.Edge": "Microsoft Edge",
    "com.brave.Browser": "Brave",
    "com.coccoc.Coccoc": "Cốc Cốc",
    "com.operasoftware.Opera": "Opera",
}
FIREFOX_RULES = "org.mozilla.firefox"
FIREFOX_FILE = "/Applications/Firefox.app/Contents/Resources/distribution/policies.json"


def browsers(ground: MacGround, look: Looking) -> Browsers:
    """Return the profiles of everybody whose home is open."""
    homes = tuple(own_homes(ground, look))

    def folders(catalogue: tuple[tuple[str, str], ...]) -> Iterator[BrowserFolder]:
        return (
            (name, home, f"{home.path}/{SUPPORT}/{folder}") for home in homes for name, folder in catalogue
        )

    return Browsers(
        chromium=tuple(chromium_profiles_in(look, folders(CHROMIUM))),
        firefox=tuple(firefox_profiles_in(look, folders(FIREFOX))),
    )


def browser_extensions(ground: MacGround) -> Reading[BrowserExtension]:
    """Return all extensions, those built into the browser left out."""
    look = ground.looking()
    usual = extensions.browser_extensions(look, browsers(ground, look))
    return look.reading(chain(usual, _of_safari(look, ground)))


def site_permissions(ground: MacGround) -> Reading[SitePermission]:
    """Return what pages may do without asking again."""
    look = ground.looking()
    _note_safari(look, ground)
    return look.reading(sites.site_permissions(look, browsers(ground, look)))


def _of_safari(look: Looking, ground: MacGround) -> Iterator[BrowserExtension]:
    """Yield Safari's web extensions; where there is no list, or an older one too, that is noted."""
    for home in own_homes(ground, look):
        main = f"{home.path}/{SAFARI_LISTS}"
        folders = {"": main} | {path.rpartition("/")[2]: path for path in look.paths(f"{main}/Profiles")}
        if look.is_there(f"{main}/{APP_LIST}") or (
            look.is_there(f"{home.path}/{SAFARI}") and not look.is_there(f"{main}/{OWN_LIST}")
        ):
            look.note(f"{home.path}/{SAFARI}", Cause.NOT_SUPPORTED)
        for profile, folder in folders.items():
            path = f"{folder}/{OWN_LIST}"
            for one in safari_extensions(property_list(look, path)):
                yield BrowserExtension(
                    seen_in=path, browser="Safari", profile=profile, extension=one.id, name=one.name,
                    is_on=one.is_on, reads_every_page=one.reads_every_page, path=path,
                )  # fmt: skip


def _note_safari(look: Looking, ground: MacGround) -> None:
    """Note that Safari is there: what its pages may do is for the person to look at."""
    for home in own_homes(ground, look):
        path = f"{home.path}/{SAFARI}"
        if look.is_there(path):
            look.note(path, Cause.NOT_SUPPORTED)


def browser_policies(ground: MacGround) -> Reading[BrowserPolicy]:
    """Return the rules that matter, of all browsers, installed or not."""
    look = ground.looking()
    return look.reading(_policies(look))


def _policies(look: Looking) -> Iterator[BrowserPolicy]:
    people = [path for path in look.paths(MANAGED) if not path.endswith(".plist")]
    for folder in (MANAGED, *people):
        for bundle, browser in RULES.items():
            path = f"{folder}/{bundle}.plist"
            for rule in chromium_rules(property_list(look, path)):
                yield _of(look, browser, path, rule)
        path = f"{folder}/{FIREFOX_RULES}.plist"
        for rule in firefox_rules(Node({"policies": property_list(look, path).value})):
            yield _of(look, "Firefox", path, rule)
    for rule in firefox_rules(json_file(look, FIREFOX_FILE)):
        yield _of(look, "Firefox", FIREFOX_FILE, rule)


def _of(look: Looking, browser: str, path: str, rule: Rule) -> BrowserPolicy:
    return BrowserPolicy(
        seen_in=path, browser=browser, kind=rule.kind, value=rule.value, name=rule.name, package="",
        when=look.changed(path),
    )  # fmt: skip
