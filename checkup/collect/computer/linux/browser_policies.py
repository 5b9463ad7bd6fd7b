"""Reads the rules given to browsers from outside, by an administrator or a program."""

from collections.abc import Iterator

from checkup.collect.computer.browser_profiles import json_file
from checkup.collect.computer.linux.browsers import CHROMIUM, FIREFOX
from checkup.collect.computer.linux.ground import Ground
from checkup.collect.looking import Looking
from checkup.model.browser import BrowserPolicy, PolicyKind
from checkup.model.sources import Reading
from checkup.parse.browser_policy import Rule, chromium_rules, firefox_rules

# Another program asks a Chromium browser for an extension by a file named like its id.
_ASKED_FOR: tuple[tuple[str, str], ...] = (
    ("Google Chrome", "/opt/google/chrome/extensions"),
    ("Google Chrome", "/usr/share/google-chrome/extensions"),
    ("Chromium", "/usr/share/chromium/extensions"),
    ("Microsoft Edge", "/usr/share/microsoft-edge/extensions"),
    ("Brave", "/opt/brave.com/brave/extensions"),
)


def browser_policies(ground: Ground) -> Reading[BrowserPolicy]:
    """Return the rules that matter, of all browsers, installed or not."""
    look = ground.looking()
    return look.reading((*_chromium(ground, look), *_firefox(ground, look), *_asked_for(ground, look)))


def _chromium(ground: Ground, look: Looking) -> Iterator[BrowserPolicy]:
    for browser in CHROMIUM:
        for folder in browser.rules:
            for kind in ("managed", "recommended"):
                for path in look.paths(f"{folder}/{kind}", ".json"):
                    required = kind == "managed"
                    for rule in chromium_rules(json_file(look, path)):
                        yield _of(ground, look, browser.name, path, rule, is_required=required)


def _firefox(ground: Ground, look: Looking) -> Iterator[BrowserPolicy]:
    for browser in FIREFOX:
        for folder in browser.rules:
            path = f"{folder}/policies.json"
            for rule in firefox_rules(json_file(look, path)):
                yield _of(ground, look, browser.name, path, rule)


def _asked_for(ground: Ground, look: Looking) -> Iterator[BrowserPolicy]:
    for browser, folder in _ASKED_FOR:
        for path in look.paths(folder, ".json"):
            extension = path.rpartition("/")[2].removesuffix(".json")
            rule = Rule(PolicyKind.FORCED_EXTENSION, "external extension", extension)
            yield _of(ground, look, browser, path, rule, is_required=False)


def _of(
    ground: Ground, look: Looking, browser: str, path: str, rule: Rule, *, is_required: bool = True
) -> BrowserPolicy:
    return BrowserPolicy(
        seen_in=path,
        browser=browser,
        kind=rule.kind,
        value=rule.value,
        name=rule.name,
        is_required=is_required,
        package=ground.owners.of(ground.place.resolved(path)),
        when=look.changed(path),
    )
