"""Extensions from outside the store are asked about; store ones with every page share one quiet card."""

import pytest

from checkup.checks.computer.browser_extensions import CHECK
from checkup.model.browser import BrowserExtension, ExtensionOrigin
from checkup.model.finding import Level

OUTSIDE = {
    ExtensionOrigin.UNPACKED: "extension_unpacked",
    ExtensionOrigin.FORCED: "extension_forced",
    ExtensionOrigin.OUTSIDE: "extension_outside_store",
}


def extension(**fields: object) -> BrowserExtension:
    seen = {
        "seen_in": "/home/lan/.config/chromium/Default/Preferences",
        "browser": "Chromium",
        "profile": "Default",
        "extension": "a" * 32,
        "name": "Helper",
        "path": "/home/lan/helper",
    }
    return BrowserExtension(**(seen | fields))


@pytest.mark.parametrize(("origin", "sign"), OUTSIDE.items())
def test_one_that_came_another_way_is_asked_about(found, origin, sign):
    [finding] = found(CHECK, extension(origin=origin))
    assert (finding.level, finding.about) == (Level.ASK, "extension:Chromium:" + "a" * 32)
    assert finding.signs == {sign}


def test_one_from_outside_that_reads_every_page_says_both(found):
    [finding] = found(CHECK, extension(origin=ExtensionOrigin.UNPACKED, reads_every_page=True))
    assert finding.signs == {"extension_unpacked", "extension_reads_every_page"}
    assert "/home/lan/helper" in finding.evidence[0].saw


@pytest.mark.parametrize("origin", [ExtensionOrigin.PACKAGE, ExtensionOrigin.BUILT_IN])
def test_those_of_the_distribution_and_the_browser_are_quiet(found, origin):
    assert found(CHECK, extension(origin=origin, reads_every_page=True)) == []


def test_store_extensions_without_every_page_are_quiet(found):
    assert found(CHECK, extension()) == []


@pytest.mark.parametrize("origin", [ExtensionOrigin.STORE, ExtensionOrigin.UNPACKED])
def test_one_that_is_switched_off_is_quiet(found, origin):
    assert found(CHECK, extension(origin=origin, reads_every_page=True, is_on=False)) == []


def test_store_extensions_with_every_page_share_a_card_a_profile_and_never_ask(found):
    blocker = extension(extension="cjpalhdlnbpafiamejdnhcphjbkeiagm", name="uBlock", reads_every_page=True)
    other = extension(extension="b" * 32, name="Coupons", reads_every_page=True)
    elsewhere = extension(profile="Profile 1", reads_every_page=True)
    findings = found(CHECK, blocker, other, elsewhere)
    assert [finding.level for finding in findings] == [Level.SETTING, Level.SETTING]
    assert [reason.sign for reason in findings[0].reasons] == [
        "extension_common",
        "extension_reads_every_page",
    ]


def test_a_known_id_that_did_not_come_from_the_store_explains_nothing(found):
    known = "cjpalhdlnbpafiamejdnhcphjbkeiagm"
    [finding] = found(CHECK, extension(extension=known, origin=ExtensionOrigin.UNPACKED))
    assert finding.level is Level.ASK


def test_the_browser_half_of_a_desktop_is_quiet_unless_loaded_from_a_folder(found):
    plasma = "cimiefiiaegbelhefglklhhakcgmhkai"
    assert found(CHECK, extension(extension=plasma, origin=ExtensionOrigin.OUTSIDE)) == []
    assert found(CHECK, extension(extension=plasma, origin=ExtensionOrigin.UNPACKED))


def test_hostile_names_go_through_unharmed(found, hostile):
    odd = extension(name=hostile, path=hostile, extension=hostile, origin=ExtensionOrigin.UNPACKED)
    [finding] = found(CHECK, odd)
    assert finding.name == hostile
