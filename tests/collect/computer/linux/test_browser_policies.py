"""Rules for browsers are read from every folder a browser looks into, with who brought them."""

import json

import pytest

from checkup.collect.computer.linux.browser_policies import browser_policies
from checkup.model.browser import PolicyKind
from checkup.model.looked import Cause

FORCED = json.dumps({"ExtensionInstallForcelist": ["a" * 32 + ";https://example.org/u.xml"]})
FIREFOX = json.dumps({"policies": {"Proxy": {"Mode": "manual", "HTTPProxy": "203.0.113.9:8080"}}})


@pytest.mark.parametrize(
    "folder",
    [
        "/etc/chromium/policies",
        "/etc/opt/chrome/policies",
        "/etc/opt/edge/policies",
        "/etc/brave/policies",
        "/var/snap/chromium/current/policies",
    ],
)
@pytest.mark.parametrize(("kind", "is_required"), [("managed", True), ("recommended", False)])
def test_a_forced_extension_is_found_with_its_id(lans, folder, kind, is_required):
    [found] = browser_policies(lans({f"{folder}/{kind}/x.json": FORCED}))
    assert (found.kind, found.value) == (PolicyKind.FORCED_EXTENSION, "a" * 32)
    assert (found.is_required, found.package) == (is_required, None)


@pytest.mark.parametrize(
    "path", ["/etc/firefox/policies/policies.json", "/usr/lib/firefox-esr/distribution/policies.json"]
)
def test_a_proxy_of_firefox_is_found(lans, path):
    [found] = browser_policies(lans({path: FIREFOX}))
    assert (found.kind, found.value, found.seen_in) == (PolicyKind.PROXY, "203.0.113.9:8080", path)


def test_a_rule_says_which_package_brought_it(lans):
    path = "/usr/share/firefox-esr/distribution/policies.json"
    files = {path: FIREFOX, "/var/lib/dpkg/info/firefox-esr.list": f"/usr\n{path}\n"}
    assert [one.package for one in browser_policies(lans(files))] == ["firefox-esr"]


def test_rules_that_matter_to_nobody_here_are_left_out(lans):
    path = "/etc/chromium/policies/managed/00_gssapi.json"
    assert browser_policies(lans({path: '{"AuthServerAllowlist": "*.example.org"}'})).items == ()


def test_an_extension_another_program_asks_for_is_found(lans):
    path = f"/usr/share/chromium/extensions/{'b' * 32}.json"
    [found] = browser_policies(lans({path: "{}"}))
    assert (found.value, found.is_required) == ("b" * 32, False)


def test_a_broken_file_and_a_closed_one_are_gaps(lans):
    files = {"/etc/chromium/policies/managed/a.json": "{", "/etc/chromium/policies/managed/b.json": FORCED}
    reading = browser_policies(lans(files))
    assert (len(reading.items), reading.unread[0].reason) == (1, Cause.UNKNOWN_FORMAT)
    reading = browser_policies(lans({}, closed=("/etc/chromium",)))
    assert {one.reason for one in reading.unread} == {Cause.NOT_PERMITTED}
