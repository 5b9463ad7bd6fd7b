"""Extensions of every profile, native, in snap and in flatpak, and the profiles that cannot be read."""

import json

import pytest

from checkup.collect.computer.linux.browser_extensions import browser_extensions
from checkup.model.browser import ExtensionOrigin
from checkup.model.looked import Cause

ID = "a" * 32
CHROMIUM = "/home/lan/.config/chromium/Default"
FIREFOX = "/home/lan/.mozilla/firefox/x.default"
MANIFEST = {"name": "Helper", "version": "2", "host_permissions": ["<all_urls>"]}


def preferences(**entry: object) -> str:
    return json.dumps({"extensions": {"settings": {ID: {"location": 4, "path": "/srv/helper", **entry}}}})


def addon(**fields: object) -> str:
    seen = {
        "id": "h@example.org",
        "type": "extension",
        "location": "app-profile",
        "path": f"{FIREFOX}/extensions/h@example.org.xpi",
        "defaultLocale": {"name": "Helper"},
        "signedState": 2,
        "userPermissions": {"origins": ["<all_urls>"]},
    }
    return json.dumps({"addons": [seen | fields]})


@pytest.mark.parametrize(
    "folder",
    [
        ".config/chromium",
        "snap/chromium/common/chromium",
        ".var/app/org.chromium.Chromium/config/chromium",
        ".config/microsoft-edge",
        ".config/vivaldi",
        ".config/coccoc-browser",
    ],
)
@pytest.mark.parametrize("profile", ["Default", "Profile 7"])
def test_an_unpacked_extension_is_found_wherever_the_browser_lives(lans, folder, profile):
    path = f"/home/lan/{folder}/{profile}"
    ground = lans({f"{path}/Preferences": preferences(), "/srv/helper/manifest.json": json.dumps(MANIFEST)})
    [found] = browser_extensions(ground)
    assert (found.origin, found.name, found.profile) == (ExtensionOrigin.UNPACKED, "Helper", profile)
    assert found.reads_every_page
    assert found.seen_in == f"{path}/Preferences"


@pytest.mark.parametrize(
    "folder",
    [".mozilla/firefox", "snap/firefox/common/.mozilla/firefox", ".config/mozilla/firefox", ".librewolf"],
)
def test_firefox_is_read_wherever_it_lives(lans, folder):
    [found] = browser_extensions(lans({f"/home/lan/{folder}/x/extensions.json": addon()}))
    assert (found.origin, found.reads_every_page) == (ExtensionOrigin.STORE, True)


@pytest.mark.parametrize(
    ("fields", "origin"),
    [
        ({"signedState": 0}, ExtensionOrigin.OUTSIDE),
        ({"foreignInstall": True}, ExtensionOrigin.OUTSIDE),
        ({"location": "app-temporary"}, ExtensionOrigin.UNPACKED),
        ({"installTelemetryInfo": {"source": "enterprise-policy"}}, ExtensionOrigin.FORCED),
    ],
)
def test_ways_into_firefox_beside_the_store_are_told(lans, fields, origin):
    [found] = browser_extensions(lans({f"{FIREFOX}/extensions.json": addon(**fields)}))
    assert found.origin is origin


def test_parts_themes_and_languages_of_firefox_are_left_out(lans):
    for fields in ({"location": "app-builtin-addons"}, {"type": "theme"}, {"type": "locale"}):
        assert browser_extensions(lans({f"{FIREFOX}/extensions.json": addon(**fields)})).items == ()


def test_one_that_a_debian_package_brought_is_the_distributions(lans):
    path = "/usr/share/webext/ublock"
    ground = lans(
        {
            f"{CHROMIUM}/Preferences": preferences(location=8, path=path),
            f"{path}/manifest.json": json.dumps(MANIFEST),
            "/var/lib/dpkg/info/webext-ublock.list": f"/usr\n{path}\n{path}/manifest.json\n",
        }
    )
    [found] = browser_extensions(ground)
    assert found.origin is ExtensionOrigin.PACKAGE


def test_one_laid_below_usr_by_hand_is_not(lans):
    path = "/usr/share/webext/ublock"
    ground = lans(
        {
            f"{CHROMIUM}/Preferences": preferences(location=8, path=path),
            f"{path}/manifest.json": json.dumps(MANIFEST),
            "/var/lib/dpkg/info/other.list": "/usr\n/usr/bin/other\n",
        }
    )
    [found] = browser_extensions(ground)
    assert found.origin is ExtensionOrigin.UNPACKED


@pytest.mark.parametrize(
    ("fields", "origin"),
    [
        ({"from_webstore": True}, ExtensionOrigin.STORE),
        ({"was_installed_by_default": True}, ExtensionOrigin.STORE),
        (
            {"manifest": {"update_url": "https://edge.microsoft.com/extensionwebstorebase/v1/crx"}},
            ExtensionOrigin.STORE,
        ),
        ({"manifest": {"update_url": "https://updates.example.org/u.xml"}}, ExtensionOrigin.OUTSIDE),
        ({"manifest": {"update_url": "https://edge.microsoft.com.example.org/"}}, ExtensionOrigin.OUTSIDE),
        ({}, ExtensionOrigin.OUTSIDE),
    ],
)
def test_only_a_store_counts_as_one_not_a_server_of_their_own(lans, fields, origin):
    [found] = browser_extensions(
        lans({f"{CHROMIUM}/Preferences": preferences(location=1, path="x/1_0", **fields)})
    )
    assert found.origin is origin


def test_a_name_in_another_language_file_is_found_and_climbs_nowhere(lans):
    manifest = {**MANIFEST, "name": "__MSG_title__", "default_locale": "vi"}
    files = {
        f"{CHROMIUM}/Preferences": preferences(),
        "/srv/helper/manifest.json": json.dumps(manifest),
        "/srv/helper/_locales/vi/messages.json": '{"Title": {"message": "Trợ giúp"}}',
    }
    assert browser_extensions(lans(files)).items[0].name == "Trợ giúp"
    files["/srv/helper/manifest.json"] = json.dumps(manifest | {"default_locale": "../../x"})
    assert browser_extensions(lans(files)).items[0].name == "__MSG_title__"


@pytest.mark.parametrize("text", ["{", "not json", "[" * 10_000, '{"extensions": '])
def test_broken_json_is_a_gap_and_the_other_browser_is_still_read(lans, text):
    reading = browser_extensions(
        lans({f"{CHROMIUM}/Preferences": text, f"{FIREFOX}/extensions.json": addon()})
    )
    assert [one.browser for one in reading] == ["Firefox"]
    assert [(one.where, one.reason) for one in reading.unread] == [
        (f"{CHROMIUM}/Preferences", Cause.UNKNOWN_FORMAT)
    ]


@pytest.mark.parametrize("text", ["null", "[]", "3", '{"extensions": {"settings": []}}', '{"extensions": 7}'])
def test_json_of_another_shape_is_no_extension_and_no_crash(lans, text):
    assert browser_extensions(lans({f"{CHROMIUM}/Preferences": text})).items == ()


@pytest.mark.parametrize("closed", [CHROMIUM, f"{CHROMIUM}/Preferences", "/home/lan/.config/chromium"])
def test_a_closed_profile_is_a_gap_and_not_nothing(lans, closed):
    reading = browser_extensions(lans({f"{CHROMIUM}/Preferences": preferences()}, closed=(closed,)))
    assert reading.items == ()
    assert {one.reason for one in reading.unread} == {Cause.NOT_PERMITTED}


def test_a_giant_file_is_a_gap(lans, tmp_path):
    ground = lans({f"{CHROMIUM}/Preferences": "{}"})
    with (tmp_path / f"root{CHROMIUM}/Preferences").open("wb") as file:
        file.truncate(10**9)
    assert [one.reason for one in browser_extensions(ground).unread] == [Cause.TOO_LARGE]


def test_links_in_circles_hold_nobody_up(lans):
    ground = lans(
        {
            "/home/lan/.config/chromium": "-> /home/lan/.config/chromium",
            f"{FIREFOX}": "-> ../firefox/x.default",
        }
    )
    assert browser_extensions(ground).items == ()


@pytest.mark.parametrize("name", ["\u202egpj.exe", "\x1b[2J", "<script>", "%s{0}", "x" * 32_768])
def test_hostile_names_go_through(lans, name):
    manifest = json.dumps(MANIFEST | {"name": name})
    ground = lans({f"{CHROMIUM}/Preferences": preferences(), "/srv/helper/manifest.json": manifest})
    assert browser_extensions(ground).items[0].name == name
