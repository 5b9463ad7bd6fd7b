"""Parsers of what lies on a Mac's disk: property lists before all."""

import plistlib

from checkup.parse.asl import NotAsl, records
from checkup.parse.background_items import background_items
from checkup.parse.event_taps import key_taps
from checkup.parse.launch_item import launch_item
from checkup.parse.mac_profile import mac_profiles
from checkup.parse.mac_utmpx import NotUtmpx, signed_in_before, signed_in_now
from checkup.parse.plist import NotPlist, dict_of, list_of, moment_of, number_of, plist, text_of
from checkup.parse.safari import safari_extensions
from checkup.parse.tree import Node
from checkup.parse.trust_settings import issuer_name, trusted_here
from tests.fuzz.target import Target, walked
from tests.mac_disk import btm, item
from tests.mac_sign_ins import asl, utmpx

ITEM = item("com.x.y", "/Users/lan/.x/y", "-a", KeepAlive={"SuccessfulExit": False}, StartInterval=60)
PROFILE = {
    "_computerlevel": [
        {
            "ProfileDisplayName": "x",
            "ProfileIdentifier": "a.b",
            "ProfileItems": [{"PayloadType": "com.apple.security.root", "PayloadContent": {"a": b"x"}}],
        }
    ]
}


SAFARI = {
    "com.x (A)": {
        "Enabled": True,
        "GrantedPermissionOrigins": {"*://*/*": 1},
        "RevokedPermissionOrigins": {},
    },
    "gone": {"Enabled": False, "RemovedDate": 1},
}


def _lists(data: bytes) -> None:
    root = plist(data)
    dict_of(root)
    list_of(root)
    for value in (*list_of(root), *dict_of(root).values()):
        text_of(value)
        number_of(value)
        moment_of(value)
    for reader in (background_items, mac_profiles, launch_item, trusted_here, safari_extensions):
        answer = reader(Node(root))
        walked(answer)


def _log(data: bytes) -> None:
    walked(signed_in_before(records(data)))


def _names(data: bytes) -> None:
    issuer_name(data)
    walked(key_taps(data))


def _both(value: object) -> tuple[bytes, bytes]:
    return plistlib.dumps(value), plistlib.dumps(value, fmt=plistlib.FMT_BINARY)


TARGETS = (
    Target(
        "macos.property_list",
        _lists,
        (*_both(ITEM), *_both(PROFILE), *_both(SAFARI), btm("Zalo", "file:///Applications/Zalo.app")),
        (NotPlist,),
    ),
    Target(
        "macos.sign_ins",
        signed_in_now,
        (utmpx(("lan", "console", "", 7), ("minh", "s001", "203.0.113.7", 7)),),
        (NotUtmpx,),
    ),
    Target(
        "macos.log",
        _log,
        (asl({"ut_user": "lan", "ut_host": "203.0.113.7", "ut_type": "7"}, {"a": "b"}),),
        (NotAsl,),
    ),
    Target("macos.names", _names, (bytes.fromhex("300f310d300b06035504030c046e616d65") + bytes(160),)),
)
