"""Pages with lasting permissions share one card a profile, as a setting."""

from checkup.checks.computer.site_permissions import CHECK, MOST_SHOWN
from checkup.model.browser import SitePermission, SiteRight
from checkup.model.finding import Level


def given(site: str, right: SiteRight = SiteRight.NOTIFY, profile: str = "Default") -> SitePermission:
    return SitePermission(browser="Chrome", profile=profile, site=site, right=right)


def test_pages_of_one_profile_are_one_card(found):
    findings = found(CHECK, given("a.vn"), given("b.vn", SiteRight.CAMERA), given("c.vn", profile="Work"))
    assert [(one.level, len(one.reasons)) for one in findings] == [(Level.SETTING, 2), (Level.SETTING, 1)]
    assert findings[0].signs == {"site_notify", "site_camera"}


def test_none_is_quiet(found):
    assert found(CHECK) == []


def test_a_thousand_pages_are_cut(found, hostile):
    [finding] = found(CHECK, *(given(f"{number}{hostile}") for number in range(1000)))
    assert len(finding.reasons) == MOST_SHOWN
