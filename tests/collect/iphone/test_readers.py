"""Every kind of fact out of a whole backup, plain and encrypted; odd forms are gaps, never a crash."""

import gzip
import plistlib
from datetime import datetime

import pytest

from checkup.checks.iphone import IPHONE_CHECKS
from checkup.collect.iphone import paths
from checkup.collect.iphone.opening import open_backup
from checkup.collect.iphone.readers import for_this_backup, subject_of
from checkup.content.root import resource
from checkup.indicators import load
from checkup.model.clock import now
from checkup.model.iphone import (
    AppOrigin,
    ConfigurationProfile,
    DeviceManagement,
    FetchedApp,
    IphoneApp,
    JailbreakTrace,
    JoinedNetwork,
    PhoneAccount,
    PrivacyGrant,
    ProcessTraffic,
    Right,
    ScreenTime,
    ScreenTimeKind,
    SubscribedCalendar,
)
from checkup.model.looked import Cause
from checkup.model.stop import Stop
from checkup.model.web_trace import LinkedHost, LinkPlace, VisitedHost
from checkup.scan import scan
from tests.collect.iphone.conftest import PASSWORD
from tests.phones.iphone_backup import Backup, database

WHEN = datetime(2026, 10, 1, 12)
APPLE_SECONDS = 780_000_000.0  # 2025-09-19T18:40:00Z
MOMENT = "2025-09-19T18:40:00Z"

TCC_NEW = "CREATE TABLE access (service TEXT, client TEXT, auth_value INTEGER, last_modified INTEGER)"
TCC_OLD = "CREATE TABLE access (service TEXT, client TEXT, allowed INTEGER)"
SAFARI = (
    "CREATE TABLE history_items (id INTEGER PRIMARY KEY, url TEXT);"
    "CREATE TABLE history_visits (id INTEGER PRIMARY KEY, history_item INTEGER, visit_time REAL)"
)
CHROME = (
    "CREATE TABLE urls (id INTEGER PRIMARY KEY, url TEXT);"
    "CREATE TABLE visits (id INTEGER PRIMARY KEY, url INTEGER, visit_time INTEGER)"
)
FIREFOX = (
    "CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT);"
    "CREATE TABLE moz_historyvisits (id INTEGER PRIMARY KEY, place_id INTEGER, visit_date INTEGER)"
)


def put(made: Backup, at: paths.At, data: bytes) -> Backup:
    return made.add(at.domain, at.path, data)


def put_plist(made: Backup, at: paths.At, held: object) -> Backup:
    return made.add_plist(at.domain, at.path, held)


@pytest.fixture(scope="module")
def known():
    return load(resource("rules"))


@pytest.fixture
def read(made, tmp_path, known):
    """Write the backup and read one kind of it."""

    def reading(kind):
        backup = open_backup(made.write(tmp_path / "b"), lambda: PASSWORD)
        return for_this_backup(backup, known, Stop()).read(kind)

    return reading


def metadata(**held) -> bytes:
    return plistlib.dumps(held)


def test_apps_say_where_they_came_from(made, read):
    bought = {"com.apple.iTunesStore.downloadInfo": {"accountInfo": {"AppleID": "lan@example.com"}}}
    made.info = {
        "Installed Applications": ["a.store", "b.side", "c.managed", "d.test", "e.listed"],
        "Applications": {
            "a.store": {"iTunesMetadata": metadata(itemId=1, itemName="Store", artistName="Maker", **bought)},
            "b.side": {"PlaceholderIcon": b"x"},
            "c.managed": {"iTunesMetadata": metadata(itemId=2, sourceApp="com.apple.dmd")},
            "d.test": {"iTunesMetadata": metadata(itemId=3, sourceApp="com.apple.TestFlight")},
        },
    }
    origins = {app.bundle_id: app.origin for app in read(IphoneApp)}
    assert origins == {
        "a.store": AppOrigin.STORE,
        "b.side": AppOrigin.OUTSIDE,
        "c.managed": AppOrigin.MANAGED,
        "d.test": AppOrigin.TEST,
        "e.listed": AppOrigin.UNKNOWN,
    }
    fetched = read(FetchedApp)
    assert fetched.items[0].bought_by == "lan@example.com"
    assert [(one.reason, one.count) for one in fetched.unread] == [(Cause.NOT_IN_BACKUP, 1)]


def test_rights_in_both_forms_of_the_record(made, read):
    put(
        made,
        paths.TCC[0],
        database(
            TCC_NEW,
            {
                "access": [
                    ("kTCCServiceMicrophone", "com.odd", 2, 1_700_000_000),
                    ("kTCCServicePhotos", "com.odd", 3, 0),
                    ("kTCCServiceCamera", "com.odd", 0, 0),
                    ("kTCCServiceUbiquity", "com.odd", 2, 0),
                ]
            },
        ),
    )
    put_plist(
        made,
        paths.LOCATION[0],
        {
            "com.old": {"Authorization": 4},
            "icom.new:": {"Authorization": 2},
            "com.no": {"Authorization": 1},
            "key": {"BundleId": "com.named", "Authorization": 4},
            "odd": "text",
        },
    )
    found = {(one.bundle_id, one.right) for one in read(PrivacyGrant)}
    assert found == {
        ("com.odd", Right.MICROPHONE),
        ("com.odd", Right.PHOTOS),
        ("com.old", Right.LOCATION_ALWAYS),
        ("com.new", Right.LOCATION),
        ("com.named", Right.LOCATION_ALWAYS),
    }


def test_rights_of_an_older_system(made, read):
    put(
        made,
        paths.TCC[0],
        database(
            TCC_OLD, {"access": [("kTCCServiceCamera", "com.odd", 1), ("kTCCServicePhotos", "com.odd", 0)]}
        ),
    )
    reading = read(PrivacyGrant)
    assert [one.right for one in reading] == [Right.CAMERA]
    assert [one.reason for one in reading.unread] == [Cause.NOT_IN_BACKUP]  # the locations are not there


def test_an_unknown_form_is_a_gap(made, read):
    put(made, paths.TCC[0], database("CREATE TABLE access (x INTEGER)"))
    assert Cause.UNKNOWN_FORMAT in {one.reason for one in read(PrivacyGrant).unread}


def test_histories_are_counted_by_host(made, read):
    put(
        made,
        paths.SAFARI[0],
        database(
            SAFARI,
            {
                "history_items": [
                    (1, "https://a.example/1"),
                    (2, "https://a.example/2"),
                    (5, "about:blank"),
                    (900_000_000, "https://far.example/"),
                    (7, "https://github.com/karma9874/androrat"),
                ],
                "history_visits": [
                    (1, 1, APPLE_SECONDS),
                    (2, 2, APPLE_SECONDS - 60),
                    (3, 2, APPLE_SECONDS - 30),
                    (4, 900_000_000, APPLE_SECONDS),
                    (5, 7, APPLE_SECONDS),
                    (6, 77, 1.0),
                    (7, -1, 1.0),
                ],
            },
        ),
    )
    put(
        made,
        paths.CHROME[0],
        database(CHROME, {"urls": [(1, "http://c.example/")], "visits": [(1, 1, 13_402_780_800_000_000)]}),
    )
    put(
        made,
        paths.FIREFOX[0],
        database(
            FIREFOX,
            {"moz_places": [(1, "http://f.example/")], "moz_historyvisits": [(1, 1, 1_758_307_200_000_000)]},
        ),
    )
    reading = read(VisitedHost)
    found = {(one.browser, one.host): one for one in reading}
    assert (found["Safari", "a.example"].count, found["Safari", "a.example"].last) == (3, MOMENT)
    assert found["Safari", "a.example"].first == "2025-09-19T18:39:00Z"
    assert found["Safari", "far.example"].count == 1
    assert found["Safari", "https://github.com/karma9874/androrat"].count == 1
    assert found["Chrome", "c.example"].last == MOMENT
    assert found["Firefox", "f.example"].last == MOMENT
    assert reading.unread == ()


def test_links_are_taken_out_of_messages_and_notes_and_none_is_opened(made, read):
    body = b"\x04\x0bstreamtyped\x81\xe8\x03NSString\x01+https://inside.example/x\x86\x84"
    put(
        made,
        paths.MESSAGES[0],
        database(
            "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT, attributedBody BLOB, date INTEGER)",
            {
                "message": [
                    (1, "xem (https://spyren.com/buy). http://bit.ly/abc", None, int(APPLE_SECONDS * 1e9)),
                    (2, None, body, int(APPLE_SECONDS)),
                    (3, "không có gì", None, 0),
                ]
            },
        ),
    )
    packed = gzip.compress(b"\x08\x00ghi https://note.example/a\x10 \x1a")
    put(
        made,
        paths.NOTES[0],
        database(
            "CREATE TABLE ZICNOTEDATA (Z_PK INTEGER PRIMARY KEY, ZDATA BLOB)",
            {"ZICNOTEDATA": [(1, packed), (2, b"locked"), (3, None)]},
        ),
    )
    reading = read(LinkedHost)
    found = {(one.place, one.host): one for one in reading}
    assert found[LinkPlace.MESSAGE, "spyren.com"].url == "https://spyren.com/buy"
    assert found[LinkPlace.MESSAGE, "spyren.com"].last == MOMENT
    assert found[LinkPlace.MESSAGE, "inside.example"].last == MOMENT
    assert (LinkPlace.NOTE, "note.example") in found
    [shortened] = reading.unread
    assert (shortened.reason, shortened.count) == (Cause.NOT_OPENED, 1)
    assert shortened.where.endswith("bit.ly")


def test_profiles_and_management(made, read):
    made.add_plist(
        paths.PROFILES,
        "Library/ConfigurationProfiles/profile-1.stub",
        {
            "PayloadIdentifier": "com.acme",
            "PayloadDisplayName": "Acme",
            "InstallDate": WHEN,
            "PayloadContent": [{"PayloadType": "com.apple.mdm"}, "odd"],
            "PayloadRemovalDisallowed": True,
        },
    )
    made.add(paths.PROFILES, "Library/ConfigurationProfiles/profile-2.stub", b"bplist00broken")
    put_plist(made, paths.MANAGEMENT[0], {"ServerURL": "https://mdm.acme.example/x"})
    put_plist(made, paths.MANAGEMENT[1], {"IsSupervised": False, "CloudConfigurationUIComplete": True})
    reading = read(ConfigurationProfile)
    [profile] = reading
    assert (profile.name, profile.parts, profile.is_locked) == ("Acme", ("com.apple.mdm",), True)
    assert profile.since == "2026-10-01T12:00:00Z"
    assert [one.reason for one in reading.unread] == [Cause.UNKNOWN_FORMAT]
    assert [one.server for one in read(DeviceManagement)] == ["mdm.acme.example"]


def test_accounts_calendars_traffic_and_networks(made, read):
    put(
        made,
        paths.ACCOUNTS[0],
        database(
            "CREATE TABLE ZACCOUNT (Z_PK INTEGER PRIMARY KEY, "
            " ZACCOUNTTYPE INTEGER, ZUSERNAME TEXT, ZDATE REAL);"
            "CREATE TABLE ZACCOUNTTYPE (Z_PK INTEGER PRIMARY KEY, "
            " ZACCOUNTTYPEDESCRIPTION TEXT, ZIDENTIFIER TEXT)",
            {
                "ZACCOUNT": [
                    (1, 1, "lan@example.com", APPLE_SECONDS),
                    (2, 1, "lan@example.com", 0),
                    (3, 2, None, 0),
                ],
                "ZACCOUNTTYPE": [(1, "iCloud", "com.apple.account.AppleAccount")],
            },
        ),
    )
    put(
        made,
        paths.CALENDARS[0],
        database(
            "CREATE TABLE Calendar (ROWID INTEGER PRIMARY KEY, title TEXT,"
            " subcal_url TEXT, external_id TEXT)",
            {"Calendar": [(1, "Nhà", None, "ABC"), (2, "Lớp", "webcal://school.example/a.ics", None)]},
        ),
    )
    put(
        made,
        paths.TRAFFIC[0],
        database(
            "CREATE TABLE ZPROCESS (Z_PK INTEGER PRIMARY KEY, ZBUNDLENAME TEXT, ZPROCNAME TEXT, "
            " ZFIRSTTIMESTAMP REAL, ZTIMESTAMP REAL);"
            "CREATE TABLE ZLIVEUSAGE (Z_PK INTEGER PRIMARY KEY, ZHASPROCESS INTEGER, "
            " ZWIFIIN REAL, ZWIFIOUT REAL, ZWWANIN REAL, ZWWANOUT REAL)",
            {
                "ZPROCESS": [
                    (1, None, "Odd/com.odd.app", 1.0, APPLE_SECONDS),
                    (2, None, "mDNSResponder", None, None),
                ],
                "ZLIVEUSAGE": [(1, 1, 10.0, 1.0, 5.0, 2.0), (2, 1, 1.0, 1.0, 0.0, 0.0)],
            },
        ),
    )
    put_plist(
        made,
        paths.WIFI[0],
        {
            "wifi.network.ssid.Cafe": {"SSID": b"Cafe", "SupportedSecurityTypes": "Open", "AddedAt": WHEN},
            "wifi.network.ssid.Nha": {"SSID": "Nhà".encode(), "SupportedSecurityTypes": "WPA2/WPA3 Personal"},
        },
    )
    assert [(one.kind, one.who, one.since) for one in read(PhoneAccount)] == [
        ("iCloud", "lan@example.com", MOMENT)
    ]
    assert [(one.name, one.address) for one in read(SubscribedCalendar)] == [
        ("Lớp", "webcal://school.example/a.ics")
    ]
    odd, system = read(ProcessTraffic)
    assert (odd.process, odd.bundle_id, odd.received, odd.sent, odd.last) == (
        "Odd",
        "com.odd.app",
        16,
        4,
        MOMENT,
    )
    assert system.bundle_id == ""
    assert [(one.name, one.is_open) for one in read(JoinedNetwork)] == [("Cafe", True), ("Nhà", False)]


def test_networks_in_the_older_form(made, read):
    put_plist(
        made,
        paths.WIFI[2],
        {
            "List of known networks": [
                {"SSID_STR": "Nhà", "RSN_IE": {"x": 1}, "lastJoined": WHEN},
                {"SSID_STR": "Cafe", "AP_MODE": 2},
                {"SSID_STR": "?"},
            ]
        },
    )
    found = [(one.name, one.is_open) for one in read(JoinedNetwork)]
    assert found == [("Nhà", False), ("Cafe", True), ("?", None)]


def test_screen_time_and_the_family(made, read):
    put_plist(made, paths.SCREEN_TIME[0], {"ScreenTimeEnabled": True})
    put(
        made,
        paths.FAMILY[0],
        database(
            "CREATE TABLE ZCOREUSER (Z_PK INTEGER PRIMARY KEY, ZGIVENNAME TEXT, ZISFAMILYORGANIZER INTEGER,"
            " ZISPARENT INTEGER, ZLOCALSETTINGS INTEGER)",
            {"ZCOREUSER": [(1, "Lan", 0, 0, 1), (2, "Khoa", 1, 1, None)]},
        ),
    )
    found = {(one.kind, one.who) for one in read(ScreenTime)}
    assert found == {(ScreenTimeKind.ON, ""), (ScreenTimeKind.CHILD, ""), (ScreenTimeKind.ORGANISER, "Khoa")}


def test_a_jailbreak_is_told_from_apps_and_files(made, read):
    made.info = {"Installed Applications": ["com.opa334.TrollStore"]}
    made.add("HomeDomain", "Library/Preferences/com.saurik.Cydia.plist", b"x")
    made.add("AppDomain-xyz.willy.Zebra", "Documents/zebra.db", b"x")
    assert {one.tool for one in read(JailbreakTrace)} == {"TrollStore", "Cydia", "Zebra"}


def test_hostile_databases_are_gaps(made, read):
    for at, data in (
        (paths.TCC[0], b"SQLite format 3\0" + b"\xff" * 5000),
        (
            paths.SAFARI[0],
            database(
                "CREATE VIEW history_items AS SELECT 1 AS id, hex(zeroblob(1e9)) AS url;"
                "CREATE TABLE history_visits (history_item, visit_time)"
            ),
        ),
        (paths.MESSAGES[0], b""),
    ):
        put(made, at, data)
    put_plist(made, paths.LOCATION[0], ["no dictionary"])
    for kind in (PrivacyGrant, VisitedHost, LinkedHost):
        reading = read(kind)
        assert Cause.UNKNOWN_FORMAT in {one.reason for one in reading.unread}
        assert reading.items == ()


def test_a_backup_with_nothing_in_it_is_gaps_and_never_nothing_found(made, tmp_path, known):
    made.info = {}
    backup = open_backup(made.write(tmp_path / "b"), lambda: PASSWORD)
    *_, ended = scan(
        IPHONE_CHECKS, for_this_backup(backup, known, Stop()), known, Stop(), subject_of(backup), now
    )
    result = ended.result
    gaps = {gap.check for gap in result.gaps}
    assert {"iphone.web_history", "iphone.sent_links", "iphone.private_rights", "iphone.accounts"} <= gaps
    assert len(gaps) + len(result.looked) == len(IPHONE_CHECKS)


def test_a_stop_ends_the_reading_and_is_said(made, tmp_path, known):
    put(made, paths.TCC[0], database(TCC_NEW, {"access": [("kTCCServiceCamera", "x", 2, 0)]}))
    backup = open_backup(made.write(tmp_path / "b"), lambda: PASSWORD)
    stop = Stop()
    sources = for_this_backup(backup, known, stop)
    stop.ask()
    assert [one.reason for one in sources.read(PrivacyGrant).unread] == [Cause.STOPPED]


def test_more_hosts_than_can_be_counted_are_a_gap_beside_those_that_were(made, read, monkeypatch):
    monkeypatch.setattr("checkup.parse.iphone.history.MOST_HOSTS", 5)
    monkeypatch.setattr("checkup.parse.iphone.addresses.MOST_HOSTS", 5)
    pages = [(number, f"https://h{number}.example/") for number in range(1, 9)]
    put(made, paths.SAFARI[0], database(SAFARI, {"history_items": pages, "history_visits": []}))
    text = " ".join(url for _, url in pages)
    table = "CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT, date INTEGER)"
    put(made, paths.MESSAGES[0], database(table, {"message": [(1, text, 0)]}))
    for kind in (VisitedHost, LinkedHost):
        reading = read(kind)
        assert len(reading.items) == 5
        assert {one.reason: one.count for one in reading.unread}[Cause.TOO_LARGE] == 3
