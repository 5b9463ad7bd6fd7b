"""Parsers of what phones and their backups say."""

import plistlib
from contextlib import suppress

from checkup.collect.android.drawers import SECTIONS
from checkup.parse.android.androidqf import apps_gathered, files_gathered, root_traces
from checkup.parse.android.apk_signing import NotSigned, block_size, certificate_digests, directory_at
from checkup.parse.android.backup import NotBackup, app_of_manifest, backup_head, message_links
from checkup.parse.android.dump import NotRecognised, sections
from checkup.parse.android.guards import selinux_open, system_files_open
from checkup.parse.android.settings import chosen_in, listeners_of, services_of, settings_listed
from checkup.parse.android.system import own_certificates
from checkup.parse.iphone.addresses import bare_host, links
from checkup.parse.iphone.apps import apps
from checkup.parse.iphone.device import device, is_finished, locking
from checkup.parse.iphone.grants import locations
from checkup.parse.iphone.keybag import BadKeybag, keybag
from checkup.parse.iphone.manifest import lock
from checkup.parse.iphone.profiles import management, profile
from checkup.parse.iphone.screen_time import preferences
from checkup.parse.iphone.signing_profile import signing_profile
from checkup.parse.iphone.wifi import networks
from checkup.parse.phone_mark import phone_mark
from checkup.parse.picture import picture_kind
from checkup.parse.plist import NotPlist
from checkup.parse.tree import NotReadable
from tests.android_phone import Phone, ordinary, watcher
from tests.fuzz.target import Form, Target, of_text, of_tree, walked
from tests.phones.iphone_backup import Keys, archived

REPORT = Phone([*ordinary(), watcher()]).report().encode()
INFO = {
    "Device Name": "x",
    "Product Type": "iPhone14,5",
    "Product Version": "17.1",
    "Installed Applications": ["com.x.y"],
    "Applications": {
        "com.x.y": {"iTunesMetadata": plistlib.dumps({"itemName": "x", "itemId": 1}), "ApplicationSINF": b"x"}
    },
}
WIFI = {
    "List of known networks": [{"SSID_STR": "nhà", "lastJoined": plistlib.UID(1)}],
    "wifi.network.ssid.x": {"SSID": b"x", "AddedAt": 1},
}
PROFILE = {
    "PayloadContent": [{"PayloadType": "com.apple.mdm", "ServerURL": "https://x.example"}],
    "PayloadDisplayName": "x",
    "InstallDate": 1,
}
LISTS = (
    apps,
    lambda data: networks(data, "x"),
    lambda data: signing_profile(data, "x"),
    lambda data: profile(data, "x"),
    lambda data: management(data, "x"),
    lambda data: locations(data, "x"),
    lambda data: preferences(data, "x"),
    device,
    locking,
    is_finished,
)
QF = [
    {
        "name": "com.x",
        "installer": "null",
        "system": False,
        "disabled": False,
        "files": [
            {
                "path": "/data/app/x.apk",
                "sha1": "a" * 40,
                "certificate": {"Sha1": "b" * 40},
                "verified_certificate": True,
            }
        ],
    },
    "/system/xbin/su",
]


def _report(data: bytes) -> None:
    for name, inside in sections(iter((data[:4096], data[4096:]))):
        parsers = (
            [parser for _, (parser, _) in SECTIONS.items()] if name not in SECTIONS else [SECTIONS[name][0]]
        )
        lines = list(inside)
        for parser in parsers:
            try:
                walked(iter(parser(iter(lines))))
            except NotRecognised:
                continue


def _section(data: bytes) -> None:
    lines = data.decode("utf-8", "replace").split("\n")
    for parser, _ in SECTIONS.values():
        try:
            walked(iter(parser(iter(lines))))
        except NotRecognised:
            continue


def _settings(text: str) -> None:
    found = list(settings_listed(text, "secure", "x"))
    for reader in (services_of, listeners_of, chosen_in):
        walked(reader(found))
    walked(own_certificates(text))
    walked(selinux_open(text, "x"))
    walked(system_files_open(text.splitlines(), "x"))
    phone_mark(text)


def _backup(data: bytes) -> None:
    app_of_manifest(data)
    with suppress(NotBackup):
        backup_head(data)
    walked(message_links(data, "x"))


def _signing(data: bytes) -> None:
    for reader in (directory_at, block_size, certificate_digests):
        try:
            reader(data)
        except NotSigned:
            continue


def _iphone_lists(data: bytes) -> None:
    picture_kind(data)
    for reader in LISTS:
        try:
            walked(reader(data))
        except NotPlist:
            continue


def _pieces(value: object) -> tuple[bytes, bytes]:
    return plistlib.dumps(value, fmt=plistlib.FMT_BINARY), plistlib.dumps(value, fmt=plistlib.FMT_BINARY)[:-9]


TARGETS = (
    Target("android.report", _report, (REPORT,), (NotRecognised,), Form.LINES),
    Target(
        "android.sections",
        _section,
        tuple(REPORT[at : at + 6000] for at in range(0, len(REPORT), 6000)),
        (),
        Form.LINES,
    ),
    of_text(
        "android.settings",
        (_settings,),
        "enabled_accessibility_services=com.x/.A:com.y/com.y.B\nadb_enabled=1\n",
    ),
    of_tree("android.androidqf", (apps_gathered, files_gathered, root_traces), QF),
    Target(
        "android.backup",
        _backup,
        (
            b"ANDROID BACKUP\n5\n1\nnone\n",
            b"ANDROID BACKUP\n5\n1\nAES-256\n"
            + b"AB" * 64
            + b"\n"
            + b"CD" * 64
            + b"\n10000\n"
            + b"EF" * 16
            + b"\n"
            + b"00" * 96
            + b"\n",
            b"1\ncom.example\n34\n34\n\n1\n1\n" + b"30" * 400 + b"\n",
            b'[{"address":"x","body":"https://a.example/b"}]',
        ),
        (NotReadable,),
    ),
    Target(
        "android.apk_signing",
        _signing,
        (b"PK\5\6" + bytes(18), bytes(8) + b"APK Sig Block 42", b"\x30\0\0\0" * 30),
    ),
    Target("iphone.lists", _iphone_lists, (*_pieces(INFO), *_pieces(WIFI), *_pieces(PROFILE))),
    Target("iphone.keybag", keybag, (Keys("x").bag(),), (BadKeybag,)),
    Target("iphone.file_record", lock, (archived(5, "x", b"k" * 44),)),
    of_text(
        "iphone.addresses",
        (links, bare_host),
        "see https://a.example/b?c=1, www.b.example or xn--c.example\n",
    ),
)
