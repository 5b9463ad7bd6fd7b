"""Parsers of what lies on a Mac's disk: property lists before all."""

import plistlib

from checkup.parse.background_items import background_items
from checkup.parse.launch_item import launch_item
from checkup.parse.mac_profile import mac_profiles
from checkup.parse.plist import NotPlist, dict_of, list_of, moment_of, number_of, plist, text_of
from checkup.parse.tree import Node
from tests.fuzz.target import Target, walked
from tests.mac_disk import btm, item

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


def _lists(data: bytes) -> None:
    root = plist(data)
    dict_of(root)
    list_of(root)
    for value in (*list_of(root), *dict_of(root).values()):
        text_of(value)
        number_of(value)
        moment_of(value)
    for reader in (background_items, mac_profiles, launch_item):
        answer = reader(Node(root))
        walked(answer)


def _both(value: object) -> tuple[bytes, bytes]:
    return plistlib.dumps(value), plistlib.dumps(value, fmt=plistlib.FMT_BINARY)


TARGETS = (
    Target(
        "macos.property_list",
        _lists,
        (*_both(ITEM), *_both(PROFILE), btm("Zalo", "file:///Applications/Zalo.app")),
        (NotPlist,),
    ),
)
