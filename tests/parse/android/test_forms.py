"""The forms of Android 8 to 16 mean the same: each reader is given the old one and the new one."""

# ruff: noqa: E501 - lines as long as Android writes them

import time

import pytest

from checkup.model.android import IconTables, Power
from checkup.parse.android.accessibility import accessibility_on
from checkup.parse.android.appops import app_uses, seconds_in
from checkup.parse.android.chosen import role_holders, screen_apps, vpn_apps, without_battery_limits
from checkup.parse.android.device_policy import admin_apps
from checkup.parse.android.notification import notification_readers
from checkup.parse.android.package import installed_apps
from checkup.parse.android.settings import chosen_in, settings_dumped
from checkup.parse.android.system import changed_apps, people, trusted_computers
from tests.android_phone import App, Phone, ordinary, watcher


def split(text):
    return iter(text.split("\n"))


@pytest.mark.parametrize("release", [8, 12, 14, 16])
def test_an_app_is_read_whole_from_every_release(release):
    found = list(installed_apps(split(Phone([*ordinary(), watcher()], release=release).package_dump())))
    assert isinstance(found[0], IconTables)
    app = found[-1]
    assert (app.id, app.installer, app.installed) == (
        "com.wifi.systemservice",
        "com.google.android.packageinstaller",
        "2026-03-07 18:05:34",
    )
    assert (app.has_icon, app.starts_at_boot, app.is_system, app.users) == (False, True, False, (0,))
    assert "android.permission.RECORD_AUDIO" in app.granted
    assert app.initiator == (app.installer if release >= 12 else "")
    assert len(found) == len(ordinary()) + 2


def test_a_launcher_entry_that_was_switched_off_is_no_icon():
    dump = Phone([App("com.example.notes")]).package_dump()
    off = dump.replace(
        "      runtime permissions:", "      disabledComponents:\n        com.example.notes.Main", 1
    )
    assert [app.has_icon for app in list(installed_apps(split(off)))[1:]] == [False]


def test_where_categories_are_shown_only_a_launcher_entry_is_an_icon():
    dump = Phone([App("com.example.a"), App("com.example.b")]).package_dump()
    entry = "        1a2b3c com.example.{}/.Main filter 4d5e6f\n"
    for name, category in (("a", "LAUNCHER"), ("b", "INFO")):
        shown = entry.format(name) + f'          Category: "android.intent.category.{category}"\n'
        dump = dump.replace(entry.format(name), shown)
    assert [app.has_icon for app in list(installed_apps(split(dump)))[1:]] == [True, False]


@pytest.mark.parametrize(
    "access",
    [
        "          Access: [bg-s] 2026-11-23 18:38:31.440 (-1h0m10s647ms) duration=+126ms",
        "          Access: [cch-tp] 2026-11-23 18:38:31.440 (-1h0m10s) proxy[uid=0, pkg=null]",
        "          Access: bg = 2026-11-23 18:38:31.440 (-1h0m10s)",
    ],
)
def test_a_use_out_of_sight_is_seen_in_each_form(access):
    dump = f"  Uid u0a1:\n    Package com.a.b:\n      RECORD_AUDIO (allow):\n{access}\n"
    use, _ = app_uses(split(dump))
    assert (use.app, use.seconds_ago, use.when) == ("com.a.b", 3610, "2026-11-23 18:38:31")


@pytest.mark.parametrize("state", ["top-s", "fg-s", "fgsvc-s", "pers-s"])
def test_a_use_in_sight_does_not_count(state):
    line = f"          Access: [{state}] 2026-11-23 18:38:31.440 (-1h) duration=+126ms"
    use, _ = app_uses(split(f"    Package com.a.b:\n      CAMERA (allow):\n{line}"))
    assert use.seconds_ago is None


def test_the_oldest_form_tells_what_is_allowed_and_the_last_use_but_none_out_of_sight():
    dump = (
        "    Package com.a.b:\n      CAMERA: mode=0; time=+1h ago\n      READ_SMS: mode=1; rejectTime=+2h ago\n"
        "      READ_CALL_LOG: mode=1; time=+1d2h3s5ms ago; rejectTime=+2h ago"
    )
    camera, calls = app_uses(split(dump))
    assert (camera.is_allowed, camera.seconds_ago, camera.last_seconds_ago) == (True, None, 3600)
    assert (calls.is_allowed, calls.seconds_ago, calls.last_seconds_ago) == (False, None, 93603)


def test_a_span_of_time_is_read():
    assert seconds_in("-314d1h25m2s33ms") == 314 * 86400 + 3600 + 25 * 60 + 2


def test_services_that_read_the_screen_are_read_from_both_makers_forms():
    plain = "User state[\n attributes:{id=10, x}\n  Enabled services:{{com.a/com.a.S}, {com.b/.T}}\n"
    samsung = "  installed services: {\n    0 : com.x/.Y\n  }\n  enabled services: {\n    0 : com.a/.S\n  }\n"
    found = [(one.app, one.user) for one in accessibility_on(split(plain))]
    assert found == [("com.a", 10), ("com.b", 10)]
    assert [one.service for one in accessibility_on(split(samsung))] == ["com.a/com.a.S"]


def test_readers_of_notifications_are_those_allowed_not_those_bound():
    dump = (
        "    Allowed notification listeners:\n      com.a/.L:com.b/com.b.M (user: 10 isPrimary: true)\n"
        "    All notification listeners (1) enabled for current profiles:\n      ComponentInfo{com.c/com.c.N}\n"
    )
    assert [(one.app, one.user) for one in notification_readers(split(dump))] == [
        ("com.a", 10),
        ("com.b", 10),
    ]


def test_owners_and_administrators_are_told_apart_in_both_forms():
    dump = (
        "Current Device Policy Manager state:\n  Device Owner:\n    admin=ComponentInfo{com.o/com.o.A}\n"
        "    package=com.o\n  Enabled Device Admins (User 10, provisioningState: 3):\n    com.a/.Admin:\n"
        "      uid=1\n    admin=ComponentInfo{com.b/com.b.Admin}\n  Encryption Status: x\n"
        "  Registered Package list:\n    com.c/.NotOne:\n"
    )
    assert [(one.app, one.power, one.user) for one in admin_apps(split(dump))] == [
        ("com.o", Power.DEVICE_OWNER, 0),
        ("com.a", Power.ADMIN, 10),
        ("com.b", Power.ADMIN, 10),
    ]


def test_apps_chosen_for_something_are_read():
    roles = "      user_id=0\n          name=android.app.role.SMS\n          holders=com.sms\n          name=x\n          holders=com.no"
    idle = (
        "  Whitelist system apps:\n    com.no\n  Whitelist user apps:\n    com.yes\n  Whitelist app uids:\n"
    )
    assert [one.app for one in role_holders(split(roles))] == ["com.sms"]
    assert [one.app for one in without_battery_limits(split(idle))] == ["com.yes"]
    assert [one.app for one in vpn_apps(split("VPNs:\n  0: com.vpn\n  1: [Legacy VPN]\n"))] == ["com.vpn"]
    assert [one.app for one in screen_apps(split("(com.cap, uid=10): TYPE_SCREEN_CAPTURE"))] == ["com.cap"]


def test_settings_are_read_with_their_area_and_name_the_keyboard():
    dump = (
        "SECURE SETTINGS (user 10)\n"
        "_id:9 name:default_input_method pkg:android value:com.k/.Ime default:com.k/.Ime defaultSystemSet:true\n"
    )
    [one] = settings_dumped(split(dump))
    assert (one.area, one.user, one.value) == ("secure", 10, "com.k/.Ime")
    assert [(chosen.app, chosen.power) for chosen in chosen_in([one])] == [("com.k", Power.KEYBOARD)]


def test_people_are_read_with_and_without_types():
    new = "  UserInfo{0:Owner:4c13} serialNo=0\n    Type: android.os.usertype.full.SYSTEM\n  UserInfo{10:Work:1030}"
    assert [(one.number, one.name, one.flags, one.type) for one in people(split(new))] == [
        (0, "Owner", 0x4C13, "android.os.usertype.full.SYSTEM"),
        (10, "Work", 0x1030, ""),
    ]


def test_a_trusted_computer_is_named_with_its_fingerprint():
    key = "QUFB" * 175
    [one] = trusted_computers(
        split(f"debugging_manager={{\n    user_keys={key} lan@laptop\n keystore=ABX {key} lan@laptop")
    )
    assert one.name == "lan@laptop"
    assert len(one.key) == 47


def test_the_diary_tells_apps_that_went_or_were_set_back():
    dump = (
        "Daily stats:\n  Current start time: 2026-11-24-02\n    Update com.gone vers=0\n    Update com.back vers=5\n"
        "    Update com.newer vers=7\n  Daily from 2026-11-23-01 to 2026-11-24-01:\n    Update com.back vers=9\n"
        "    Update com.newer vers=6\n"
    )
    found = [(one.app, one.is_removed, one.when) for one in changed_apps(split(dump))]
    assert found == [("com.gone", True, "2026-11-24"), ("com.back", False, "2026-11-23")]


def rows(*rests: str) -> list[str]:
    lines = [
        "GLOBAL SETTINGS (user 0)",
        *(f"_id:1 name:adb_enabled pkg:android value:{rest}" for rest in rests),
    ]
    return [one.value for one in settings_dumped(iter(lines))]


def test_a_value_ends_where_what_is_said_of_it_begins():
    assert rows("1 default:0 defaultSystemSet:true", "a b tag:x", "1 notPreservedInRestore", "null") == [
        "1",
        "a b",
        "1",
        "null",
    ]
    assert rows("1 notPreservedInRestore x", "x" * 4001) == ["1 notPreservedInRestore x"]


def test_a_row_with_thousands_of_ends_costs_little():
    began = time.process_time()
    assert rows(*[" tag:" * 50_000] * 20) == [""] * 20
    assert time.process_time() - began < 1
