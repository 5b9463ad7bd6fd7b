r"""Browsers on Windows: where they keep their profiles, and the rules given to them in the registry.

References: Chromium docs/user_data_dir.md; ForensicArtifacts/artifacts, browser rows;
chromeenterprise.google/policies (a list is a key with numbered values, an object is JSON in a text);
mozilla.github.io/policy-templates. Cốc Cốc's keys are those that
programs and schools' scripts on GitHub write (CocCoc\CocCoc and CocCoc).
"""

from collections.abc import Iterator

from checkup.collect.computer import browser_extensions as extensions
from checkup.collect.computer import site_permissions as sites
from checkup.collect.computer.browser_profiles import (
    BrowserFolder,
    Browsers,
    chromium_profiles_in,
    firefox_profiles_in,
)
from checkup.collect.computer.windows.ground import Ground, as_windows, on_disk
from checkup.collect.looking import Looking
from checkup.model.browser import BrowserExtension, BrowserPolicy, PolicyKind, SitePermission
from checkup.model.sources import Reading
from checkup.parse.browser_policy import NAMES, Rule, chromium_rules, firefox_rules
from checkup.parse.tree import Node, NotReadable, tree

CHROMIUM = (
    ("Google Chrome", "AppData/Local/Google/Chrome/User Data"),
    ("Google Chrome", "AppData/Local/Google/Chrome Beta/User Data"),
    ("Chromium", "AppData/Local/Chromium/User Data"),
    ("Microsoft Edge", "AppData/Local/Microsoft/Edge/User Data"),
    ("Brave", "AppData/Local/BraveSoftware/Brave-Browser/User Data"),
    ("Cốc Cốc", "AppData/Local/CocCoc/Browser/User Data"),
    ("Opera", "AppData/Roaming/Opera Software/Opera Stable"),
    ("Vivaldi", "AppData/Local/Vivaldi/User Data"),
)
FIREFOX = (("Firefox", "AppData/Roaming/Mozilla/Firefox"), ("LibreWolf", "AppData/Roaming/librewolf"))
RULES = (
    ("Google Chrome", r"Google\Chrome"),
    ("Chromium", "Chromium"),
    ("Microsoft Edge", r"Microsoft\Edge"),
    ("Brave", r"BraveSoftware\Brave"),
    ("Cốc Cốc", r"CocCoc\CocCoc"),
    ("Cốc Cốc", "CocCoc"),
    ("Opera", r"Opera Software\Opera"),
    ("Vivaldi", "Vivaldi"),
)
FIREFOX_RULES = r"Mozilla\Firefox"
ASKED_FOR = (
    ("Google Chrome", r"Google\Chrome\Extensions"),
    ("Microsoft Edge", r"Microsoft\Edge\Extensions"),
    ("Cốc Cốc", r"CocCoc\CocCoc\Extensions"),
)
DEEP = 4
KNOWN_NAMES = {name.casefold(): name for name in NAMES}


def browsers(ground: Ground, look: Looking) -> Browsers:
    """Return the profiles of everybody whose folder is open."""
    homes = ground.homes_to_read(look)

    def folders(catalogue: tuple[tuple[str, str], ...]) -> Iterator[BrowserFolder]:
        return ((name, home, f"{home.path}/{folder}") for home in homes for name, folder in catalogue)

    return Browsers(
        chromium=tuple(chromium_profiles_in(look, folders(CHROMIUM))),
        firefox=tuple(firefox_profiles_in(look, folders(FIREFOX))),
        shown=_shown,
        inside=on_disk,
    )


def browser_extensions(ground: Ground) -> Reading[BrowserExtension]:
    """Return all extensions, those built into the browser left out."""
    look = ground.looking()
    return look.reading(extensions.browser_extensions(look, browsers(ground, look)))


def site_permissions(ground: Ground) -> Reading[SitePermission]:
    """Return what pages may do without asking again."""
    look = ground.looking()
    return look.reading(sites.site_permissions(look, browsers(ground, look)))


def browser_policies(ground: Ground) -> Reading[BrowserPolicy]:
    """Return the rules that matter, of all browsers, installed or not."""
    look = ground.looking()
    return look.reading(_policies(look, ground))


def _policies(look: Looking, ground: Ground) -> Iterator[BrowserPolicy]:
    tops = [r"HKLM\SOFTWARE", *(rf"HKU\{who}\Software" for who in ground.people(look))]
    for top in tops:
        for browser, folder in RULES:
            key = f"{top}\\Policies\\{folder}"
            yield from _rules(look, ground, browser, key, is_required=True)
            yield from _rules(look, ground, browser, f"{key}\\Recommended", is_required=False)
        found = rf"{top}\Policies\{FIREFOX_RULES}"
        for rule in firefox_rules(Node({"policies": _tree(look, ground, found)})):
            yield _of("Firefox", found, rule)
        for browser, folder in ASKED_FOR:
            for middle in ("", "\\Wow6432Node"):
                for name, asked in ground.keys(look, f"{top}{middle}\\{folder}"):
                    rule = Rule(PolicyKind.FORCED_EXTENSION, "external extension", name)
                    yield _of(browser, asked.path, rule, when=asked.changed, is_required=False)


def _rules(
    look: Looking, ground: Ground, browser: str, path: str, *, is_required: bool
) -> Iterator[BrowserPolicy]:
    key = ground.key(look, path)
    when = key.changed if key is not None else ""
    for rule in chromium_rules(Node(_tree(look, ground, path))):
        yield _of(browser, path, rule, when=when, is_required=is_required)


def _of(browser: str, path: str, rule: Rule, *, when: str = "", is_required: bool = True) -> BrowserPolicy:
    return BrowserPolicy(
        seen_in=path, browser=browser, kind=rule.kind, value=rule.value, name=rule.name,
        is_required=is_required, package="", when=when,
    )  # fmt: skip


def _tree(look: Looking, ground: Ground, path: str, deep: int = DEEP) -> object:
    """Return a key as the tree a policy file would be: numbered values are a list, JSON is read."""
    key = ground.key(look, path)
    if key is None:
        return None
    names = ground.names(look, path) if deep else ()
    if key.values and not names and all(value.name.isdigit() for value in key.values):
        return [value.text for value in key.values]
    own: dict[str, object] = {_known(value.name): _plain(value.text, value.number) for value in key.values}
    return own | {_known(name): _tree(look, ground, f"{path}\\{name}", deep - 1) for name in names}


def _known(name: str) -> str:
    """Return a rule's name as its maker writes it."""
    return KNOWN_NAMES.get(name.casefold(), name)


def _plain(text: str, number: int | None) -> object:
    if text[:1] in ("{", "["):
        try:
            return tree(text.encode("utf-8", "surrogatepass")).value
        except NotReadable:
            return text
    return text or number


def _shown(path: str) -> str:
    return as_windows(path) if path.startswith("/") else path
