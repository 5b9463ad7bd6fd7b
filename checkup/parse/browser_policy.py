"""Rules a browser is given from outside: the policy files of Chromium browsers and of Firefox.

References: chromeenterprise.google/policies (ExtensionInstallForcelist, ExtensionSettings,
ProxySettings, ProxyMode, HomepageLocation, RestoreOnStartupURLs, CACertificates);
mozilla.github.io/policy-templates (Extensions, ExtensionSettings, Proxy, Certificates, Homepage).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from checkup.model.browser import PolicyKind
from checkup.parse.tree import Node

LONGEST_VALUE = 2000
# Windows' registry knows no letter case: there a rule is the same however its name is written.
NAMES = (
    *("ExtensionInstallForcelist", "ExtensionSettings", "ProxySettings", "ProxyMode", "ProxyServer"),
    *("ProxyPacUrl", "CACertificates", "CACertificatesWithConstraints", "CAHintCertificates"),
    *("HomepageLocation", "RestoreOnStartupURLs", "NewTabPageLocation"),
    *("Extensions", "Install", "Proxy", "Mode", "Certificates", "Homepage", "URL", "installation_mode"),
    *("HTTPProxy", "SSLProxy", "SOCKSProxy", "AutoConfigURL"),
)
_FORCED = frozenset({"force_installed", "normal_installed"})
_CERTIFICATES = ("CACertificates", "CACertificatesWithConstraints", "CAHintCertificates")
_HOME_PAGES = ("HomepageLocation", "RestoreOnStartupURLs", "NewTabPageLocation")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `name` is the policy's own name."""

    kind: PolicyKind
    name: str
    value: str


def chromium_rules(policies: Node) -> Iterator[Rule]:
    """Yield the rules of one policy file of a Chromium browser that matter here."""
    for entry in policies.at("ExtensionInstallForcelist").texts():
        yield Rule(PolicyKind.FORCED_EXTENSION, "ExtensionInstallForcelist", _cut(entry.partition(";")[0]))
    yield from _forced(policies.at("ExtensionSettings"), "ExtensionSettings")
    settings = policies.at("ProxySettings")
    target = settings if settings.is_there else policies
    yield from _chromium_proxy(target, "ProxySettings" if settings.is_there else "ProxyMode")
    for name in _CERTIFICATES:
        for _ in policies.at(name).nodes():
            yield Rule(PolicyKind.CERTIFICATE, name, "")
    for name in _HOME_PAGES:
        for address in policies.at(name).texts():
            yield Rule(PolicyKind.HOME_PAGE, name, _cut(address))


def firefox_rules(document: Node) -> Iterator[Rule]:
    """Yield the rules of a policies.json that matter here."""
    policies = document.at("policies")
    for address in policies.at("Extensions", "Install").texts():
        yield Rule(PolicyKind.FORCED_EXTENSION, "Extensions", _cut(address))
    yield from _forced(policies.at("ExtensionSettings"), "ExtensionSettings")
    yield from _firefox_proxy(policies.at("Proxy"))
    for path in policies.at("Certificates", "Install").texts():
        yield Rule(PolicyKind.CERTIFICATE, "Certificates", _cut(path))
    for address in policies.at("Homepage", "URL").texts():
        yield Rule(PolicyKind.HOME_PAGE, "Homepage", _cut(address))


def _forced(settings: Node, name: str) -> Iterator[Rule]:
    for extension, entry in settings.items():
        if entry.at("installation_mode").text in _FORCED:
            yield Rule(PolicyKind.FORCED_EXTENSION, name, _cut(extension))


def _chromium_proxy(node: Node, name: str) -> Iterator[Rule]:
    mode = node.at("ProxyMode").text
    if mode in ("direct", "system", "auto_detect"):
        return
    for field in ("ProxyServer", "ProxyPacUrl"):
        if value := node.at(field).text:
            yield Rule(PolicyKind.PROXY, name, _cut(value))


def _firefox_proxy(proxy: Node) -> Iterator[Rule]:
    fields = {"manual": ("HTTPProxy", "SSLProxy", "SOCKSProxy"), "autoConfig": ("AutoConfigURL",)}
    for field in fields.get(proxy.at("Mode").text, ()):
        if value := proxy.at(field).text:
            yield Rule(PolicyKind.PROXY, "Proxy", _cut(value))


def _cut(text: str) -> str:
    return text[:LONGEST_VALUE]
