"""Rules given to a browser from outside are asked about; those of the distribution are quiet."""

import pytest

from checkup.checks.computer.browser_extensions import CHECK as EXTENSIONS
from checkup.checks.computer.browser_policies import CHECK
from checkup.model.browser import BrowserExtension, BrowserPolicy, ExtensionOrigin, PolicyKind
from checkup.model.finding import Level

PLACE = "/etc/chromium/policies/managed/x.json"
SIGNS = {
    PolicyKind.FORCED_EXTENSION: (Level.ASK, "browser_forced_extension"),
    PolicyKind.PROXY: (Level.ASK, "browser_rule_proxy"),
    PolicyKind.CERTIFICATE: (Level.ASK, "browser_rule_certificate"),
    PolicyKind.HOME_PAGE: (Level.SETTING, "browser_rule_home_page"),
}


def policy(kind: PolicyKind = PolicyKind.FORCED_EXTENSION, **fields: object) -> BrowserPolicy:
    seen = {"seen_in": PLACE, "browser": "Chromium", "value": "a" * 32, "name": "Rule", "package": ""}
    return BrowserPolicy(kind=kind, **(seen | fields))


@pytest.mark.parametrize("kind", PolicyKind)
def test_a_rule_that_somebody_added_is_told_at_its_level(found, kind):
    [finding] = found(CHECK, policy(kind))
    level, sign = SIGNS[kind]
    assert finding.level is level
    assert finding.signs == {sign}
    assert finding.evidence[0].where == PLACE


def test_no_rules_are_quiet(found):
    assert found(CHECK) == []


def test_rules_of_the_distribution_are_quiet(found):
    shipped = policy(
        PolicyKind.HOME_PAGE, seen_in="/usr/share/firefox/distribution/p.json", package="firefox"
    )
    assert found(CHECK, shipped) == []


def test_a_file_below_etc_counts_whoever_brought_it(found):
    assert found(CHECK, policy(package="chromium-common"))


def test_one_whose_package_is_not_known_is_told(found):
    assert found(CHECK, policy(seen_in="/usr/share/chromium/x.json", package=None))


def test_the_browser_half_of_a_desktop_is_quiet_unless_it_is_required(found):
    plasma = "cimiefiiaegbelhefglklhhakcgmhkai"
    place = f"/usr/share/chromium/extensions/{plasma}.json"
    assert found(CHECK, policy(seen_in=place, value=plasma, package=None, is_required=False)) == []
    assert found(CHECK, policy(value=plasma))


def test_the_rule_and_the_extension_it_put_there_are_one_story(found):
    forced = BrowserExtension(
        seen_in="/p", browser="Chromium", profile="Default", extension="a" * 32, origin=ExtensionOrigin.FORCED
    )
    [rule], [extension] = found(CHECK, policy()), found(EXTENSIONS, forced)
    assert rule.about == extension.about


def test_hostile_names_go_through_unharmed(found, hostile):
    [finding] = found(CHECK, policy(value=hostile, name=hostile))
    assert finding.reasons[0].what == hostile
