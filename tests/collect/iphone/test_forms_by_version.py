"""The tables as each iOS has them, whole: the same fact is read out of every form.

References: the statements with which iOS 12, 13, 14 and 18 make these tables, as published by forensic
projects (plaso ios_screentime, iLEAPP, MVT) and seen in backups; shortened to the columns named there.
"""

# ruff: noqa: E501 - lines as long as the phone writes them

import plistlib
from datetime import datetime

import pytest

from checkup.collect.iphone import paths
from checkup.collect.iphone.opening import open_backup
from checkup.collect.iphone.readers import for_this_backup
from checkup.content.root import resource
from checkup.indicators import load
from checkup.model.iphone import (
    Act,
    AppOrigin,
    FetchedApp,
    OpenCalendar,
    PrivacyGrant,
    Right,
    ScreenTime,
    ScreenTimeKind,
    Shortcut,
    Signer,
    SigningProfile,
    SubscribedCalendar,
)
from checkup.model.looked import Cause
from checkup.model.stop import Stop
from tests.phones.iphone_backup import Backup, database

SERVICES = ("kTCCServiceMicrophone", "com.a")
TCC = {
    # prompt_count, no time of change
    12: (
        (
            "CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, "
            "allowed INTEGER NOT NULL, prompt_count INTEGER NOT NULL, csreq BLOB, policy_id INTEGER)"
        ),
        [(*SERVICES, 0, 1, 1, None, None), ("kTCCServiceCamera", "com.a", 0, 0, 1, None, None)],
    ),
    13: (
        (
            "CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, "
            "allowed INTEGER NOT NULL, prompt_count INTEGER NOT NULL, csreq BLOB, policy_id INTEGER, "
            "indirect_object_identifier_type INTEGER, indirect_object_identifier TEXT, "
            "indirect_object_code_identity BLOB, flags INTEGER, last_modified INTEGER)"
        ),
        [
            (*SERVICES, 0, 1, 1, None, None, None, "UNUSED", None, 0, 1763625600),
            ("kTCCServiceCamera", "com.a", 0, 0, 1, None, None, None, "UNUSED", None, 0, 1763625600),
        ],
    ),
    18: (
        (
            "CREATE TABLE access (service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL, "
            "auth_value INTEGER NOT NULL, auth_reason INTEGER NOT NULL, auth_version INTEGER NOT NULL, csreq BLOB, "
            "policy_id INTEGER, indirect_object_identifier_type INTEGER, indirect_object_identifier TEXT NOT NULL, "
            "indirect_object_code_identity BLOB, flags INTEGER, last_modified INTEGER NOT NULL, pid INTEGER, "
            "pid_version INTEGER, boot_uuid TEXT NOT NULL, last_reminded INTEGER NOT NULL)"
        ),
        [
            (*SERVICES, 0, 2, 2, 1, None, None, 0, "UNUSED", None, 0, 1763625600, None, None, "UNUSED", 0),
            *[
                (name, "com.a", 0, no, 2, 1, None, None, 0, "UNUSED", None, 0, 1763625600, None, None, "x", 0)
                for name, no in (("kTCCServiceCamera", 0), ("kTCCServiceAddressBook", 1))
            ],
        ],
    ),
}


@pytest.fixture
def read(tmp_path):
    """Write the backup and read one kind of it."""

    def reading(made, kind):
        backup = open_backup(made.write(tmp_path / "b"), lambda: None)
        return for_this_backup(backup, load(resource("rules")), Stop()).read(kind)

    return reading


@pytest.mark.parametrize("release", TCC)
def test_what_an_app_was_allowed_is_read_and_what_was_refused_is_not(read, release):
    script, rows = TCC[release]
    made = Backup().add(paths.TCC[0].domain, paths.TCC[0].path, database(script, {"access": rows}))
    [grant] = read(made, PrivacyGrant)
    assert (grant.bundle_id, grant.right) == ("com.a", Right.MICROPHONE)
    assert grant.since == ("" if release == 12 else "2025-11-20T08:00:00Z")


FAMILY = (
    "CREATE TABLE ZCOREUSER (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZDSID INTEGER, "
    "ZISFAMILYORGANIZER INTEGER, ZISPARENT INTEGER, {}ZLOCALUSERDEVICESTATE INTEGER, "
    "ZALTDSID VARCHAR, ZAPPLEID VARCHAR, ZFAMILYMEMBERTYPE VARCHAR, ZFAMILYNAME VARCHAR, ZGIVENNAME VARCHAR)"
)


@pytest.mark.parametrize("more", ["", "ZPASSCODEENTRYATTEMPTCOUNT INTEGER, ZLOCALSETTINGS INTEGER, "])
def test_a_child_and_the_organiser_are_told_with_and_without_the_older_columns(read, more):
    extra = (None, None) if more else ()
    rows = [
        (1, 1, 1, 11, 0, 0, *extra, 5, "x", "lan@example.com", "C", "Nguyễn", "Lan"),
        (2, 1, 1, 12, 1, 1, *extra, None, "y", "khoa@example.com", "P", "Nguyễn", "Khoa"),
    ]
    at = paths.FAMILY[0]
    made = Backup().add(at.domain, at.path, database(FAMILY.format(more), {"ZCOREUSER": rows}))
    found = {(one.kind, one.who) for one in read(made, ScreenTime)}
    assert found == {(ScreenTimeKind.CHILD, ""), (ScreenTimeKind.ORGANISER, "Khoa")}


CALENDAR = (
    "CREATE TABLE Calendar (ROWID INTEGER PRIMARY KEY, store_id INTEGER, title TEXT, flags INTEGER, "
    "external_id TEXT, shared_owner_name TEXT, shared_owner_address TEXT, sharing_status INTEGER, "
    "published_URL TEXT, is_published INTEGER, self_identity_id INTEGER, subcal_account_id TEXT, subcal_url TEXT)"
)


def test_calendars_that_are_subscribed_published_or_of_others_are_told_apart(read):
    rows = [
        (1, 1, "Nhà", 0, "x", None, None, 0, None, 0, 1, None, None),
        (2, 1, "Lớp", 0, None, None, None, 0, None, 0, 1, "a", "webcal://school.example/a.ics"),
        (3, 1, "Của tôi", 0, "y", None, None, 1, "webcal://p.example/z", 1, 1, None, None),
        (4, 1, "Chung", 0, "z", "Khoa", "mailto:khoa@example.com", 2, None, 0, 1, None, None),
    ]
    at = paths.CALENDARS[0]
    made = Backup().add(at.domain, at.path, database(CALENDAR, {"Calendar": rows}))
    assert [one.name for one in read(made, SubscribedCalendar)] == ["Lớp"]
    assert [(one.name, one.is_published, one.owner) for one in read(made, OpenCalendar)] == [
        ("Của tôi", True, ""),
        ("Chung", False, "Khoa"),
    ]


def leave(app, **held):
    """Return a provisioning profile as it lies on the phone: signed, the list inside in XML."""
    rights = {"application-identifier": f"TEAM123456.{app}", "get-task-allow": held.pop("debug", False)}
    content = {"TeamName": "Acme", "ExpirationDate": datetime(2027, 1, 1), "Entitlements": rights, **held}
    return b"0\x82\x1f\x00\x06\x09*\x86H\x86\xf7\r\x01\x07\x02" + plistlib.dumps(content) + b"\xa0\x82tail"


def test_the_leaves_for_apps_outside_the_store_are_told_apart(read):
    made = Backup(info={"Applications": {"com.acme.work": {}}})
    for name, data in (
        ("0a1b2c3d-0000-0000-0000-000000000001", leave("com.acme.work", ProvisionsAllDevices=True)),
        ("0a1b2c3d-0000-0000-0000-000000000002", leave("*", debug=True, ProvisionedDevices=["x"])),
        ("0a1b2c3d-0000-0000-0000-000000000003", leave("com.b", ProvisionedDevices=["x"])),
        ("mis.db", b"SQLite format 3\0"),
        ("broken", b"no list"),
    ):
        made.add("MobileDeviceDomain", f"ProvisioningProfiles/{name}", data)
    reading = read(made, SigningProfile)
    assert [(one.signer, one.app, one.team) for one in reading] == [
        (Signer.COMPANY, "com.acme.work", "Acme"),
        (Signer.DEVELOPER, "*", "Acme"),
        (Signer.REGISTERED, "com.b", "Acme"),
    ]
    assert [one.where for one in reading.unread] == ["MobileDeviceDomain/ProvisioningProfiles/broken"]
    assert [one.origin for one in read(made, FetchedApp)] == [AppOrigin.OUTSIDE]


SHORTCUTS = (
    "CREATE TABLE ZSHORTCUT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZNAME VARCHAR, ZMODIFICATIONDATE TIMESTAMP);"
    "CREATE TABLE ZSHORTCUTACTIONS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, ZSHORTCUT INTEGER, ZDATA BLOB);"
)
TRIGGERS = "CREATE TABLE ZTRIGGER (Z_PK INTEGER PRIMARY KEY, ZENABLED INTEGER, ZSHOULDPROMPT INTEGER, ZSHORTCUT INTEGER);"


def actions(*names, **parameters):
    return plistlib.dumps(
        [
            {
                "WFWorkflowActionIdentifier": f"is.workflow.actions.{name}",
                "WFWorkflowActionParameters": parameters,
            }
            for name in names
        ],
        fmt=plistlib.FMT_BINARY,
    )


def test_actions_that_hold_themselves_come_to_an_end(read):
    #          header      array of one: itself   offsets  trailer
    held = b"bplist00" + b"\xa1\x00" + b"\x08" + bytes(6) + b"\x01\x01" + (1).to_bytes(8, "big")
    wide = plistlib.dumps(
        [{"WFWorkflowActionIdentifier": "x", "WFWorkflowActionParameters": [["a"] * 10_000] * 100}] * 100,
        fmt=plistlib.FMT_BINARY,
    )
    rows = {
        "ZSHORTCUT": [(1, 1, "a", 0.0), (2, 1, "b", 0.0)],
        "ZSHORTCUTACTIONS": [(1, 1, 1, held + bytes(8) + (10).to_bytes(8, "big")), (2, 1, 2, wide)],
    }
    at = paths.SHORTCUTS[0]
    made = Backup().add(at.domain, at.path, database(SHORTCUTS, rows))
    assert [one.hosts for one in read(made, Shortcut)] == [(), ()]


@pytest.mark.parametrize("with_triggers", [True, False])
def test_a_shortcut_says_what_it_takes_and_sends_with_and_without_automations(read, with_triggers):
    rows = {
        "ZSHORTCUT": [(1, 1, "Về nhà", 785_318_400.0), (2, 1, "Hỏng", None)],
        "ZSHORTCUTACTIONS": [
            (
                1,
                1,
                1,
                actions("getcurrentlocation", "downloadurl", "odd", WFURL={"a": ["https://a.example/x"]}),
            ),
            (2, 1, 2, b"bplist00broken"),
        ],
    }
    if with_triggers:
        rows["ZTRIGGER"] = [(1, 1, 0, 1), (2, 1, 1, 2)]
    at = paths.SHORTCUTS[0]
    made = Backup().add(at.domain, at.path, database(SHORTCUTS + (TRIGGERS if with_triggers else ""), rows))
    reading = read(made, Shortcut)
    [first] = reading
    assert (first.name, first.acts, first.hosts) == ("Về nhà", (Act.PLACE, Act.WEB), ("a.example",))
    assert (first.runs_alone, first.changed) == (with_triggers, "2025-11-20T08:00:00Z")
    assert [one.reason for one in reading.unread] == [Cause.UNKNOWN_FORMAT]
