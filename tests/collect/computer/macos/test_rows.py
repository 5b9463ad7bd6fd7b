# ruff: noqa: E501 - a row of the table is read best on a line
"""Every row of the macOS table that can be read on a disk: found at its level, and quiet on a usual Mac."""

import sqlite3
from datetime import datetime

import pytest

from checkup.collect.computer import for_this_computer, system_of
from checkup.collect.run import RunHere
from checkup.model.finding import Level
from checkup.model.login import Account
from checkup.model.looked import Cause
from checkup.model.stop import Stop
from tests.mac_disk import CLEAN, DS, HOME, SETTINGS, TCC, XPC, app, btm, item, tcc, user
from tests.mac_sign_ins import HOST, asl, sign_in, utmpx
from tests.parse.test_bookmark import bookmark
from tests.parse.test_trust_settings import SUM, entry

STRONG, ASK, SETTING, LEAD = Level.STRONG, Level.ASK, Level.SETTING, Level.LEAD
STARTING, HOOKS = "computer.self_starting", "computer.system_hooks"
ODD = f"/{HOME}/.cache/x/agent"
FILE = {ODD.lstrip("/"): b"x"}
AGENT = f"{HOME}/Library/LaunchAgents/a.plist"
ON = {"com.apple.screensharing": False, "com.openssh.sshd": False}
FAMILY = "Library/Application Support/ScreenConnect Client"


def permissions(origin: str, kind: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE moz_perms (origin TEXT, type TEXT, permission INTEGER, modificationTime INTEGER)"
    )
    connection.execute("INSERT INTO moz_perms VALUES (?, ?, 1, 1760000000000)", (origin, kind))
    connection.commit()
    return bytes(connection.serialize())


def row(name: str, check: str, level: Level, sign: str, files: dict[str, object]):
    return pytest.param(check, level, sign, files, id=name)


SAFARI_DATA = f"{HOME}/Library/Containers/com.apple.Safari/Data/Library/Safari"
SAFARI = f"{SAFARI_DATA}/WebExtensions/Extensions.plist"
SAFARI_PROFILE = f"{SAFARI_DATA}/Profiles/0A-1B/WebExtensions/Extensions.plist"


def safari_extension(origin: str, **more: object) -> dict[str, object]:
    """Return one entry of Safari's list of web extensions."""
    return {"Enabled": True, "GrantedPermissionOrigins": {origin: datetime(4001, 1, 1)}, **more}


ROWS = [
    row(
        "agent in a hidden folder",
        STARTING,
        ASK,
        "lies_in_hidden_folder",
        FILE | {AGENT: item("x.y", ODD, KeepAlive=True)},
    ),
    row(
        "agent of everybody",
        STARTING,
        ASK,
        "starts_launch_agent",
        FILE | {"Library/LaunchAgents/a.plist": item("x.y", ODD)},
    ),
    row(
        "daemon",
        STARTING,
        ASK,
        "starts_launch_daemon",
        {"Users/Shared/d": b"x", "Library/LaunchDaemons/a.plist": item("x", "/Users/Shared/d")},
    ),
    row(
        "borrowed label of Apple",
        STARTING,
        STRONG,
        "borrows_system_label",
        {
            "Library/x/y": b"x",
            "Library/LaunchDaemons/com.apple.fonts.plist": item("com.apple.fonts", "/Library/x/y"),
        },
    ),
    row(
        "script through a shell",
        STARTING,
        ASK,
        "lies_in_home",
        {f"{HOME}/a.sh": b"x", AGENT: item("x", "/bin/sh", "-c", f"/{HOME}/a.sh")},
    ),
    row(
        "switched off past its file",
        STARTING,
        LEAD,
        "is_switched_off",
        FILE | {AGENT: item("x.y", ODD), XPC: {"x.y": True}},
    ),
    row(
        "login item",
        STARTING,
        ASK,
        "starts_login_item",
        {
            f"{HOME}/x.app/a": b"x",
            "private/var/db/com.apple.backgroundtaskmanagement/BackgroundItems-v9.btm": btm(
                "x", f"file:///{HOME}/x.app"
            ),
        },
    ),
    row(
        "login item of an older list",
        STARTING,
        ASK,
        "starts_login_item",
        {
            f"{HOME}/.x/y": b"x",
            f"{HOME}/Library/Application Support/com.apple.backgroundtaskmanagementagent/backgrounditems.btm": {
                "$objects": ["$null", {"NS.data": bookmark("Users", "lan", ".x", "y")}]
            },
        },
    ),
    row(
        "cron",
        STARTING,
        ASK,
        "starts_timetable",
        {f"{HOME}/a.sh": b"x", "private/var/at/tabs/lan": f"@reboot /{HOME}/a.sh\n".encode()},
    ),
    row(
        "start file of a shell",
        "computer.start_files",
        ASK,
        "start_file_background",
        {f"{HOME}/.zshenv": f"nohup /{HOME}/.x/a &\n".encode()},
    ),
    row(
        "input monitoring",
        "computer.privacy_grants",
        ASK,
        "right_read_keys",
        {TCC: tcc(("kTCCServiceListenEvent", "com.unknown.agent", 2))},
    ),
    row(
        "screen recording",
        "computer.privacy_grants",
        ASK,
        "right_see_screen",
        {TCC: tcc(("kTCCServiceScreenCapture", "/usr/local/x", 2))},
    ),
    row(
        "full disk access",
        "computer.privacy_grants",
        ASK,
        "right_every_file",
        {TCC: tcc(("kTCCServiceSystemPolicyAllFiles", "com.unknown.agent", 2))},
    ),
    row(
        "accessibility of a person's list",
        "computer.privacy_grants",
        ASK,
        "right_control",
        {f"{HOME}/{TCC}": tcc(("kTCCServiceAccessibility", "com.unknown.agent", 2))},
    ),
    row(
        "managed preferences",
        "computer.configuration_profiles",
        SETTING,
        "profile_other",
        {"Library/Managed Preferences/com.x.plist": {"a": 1}},
    ),
    row("screen sharing", "computer.screen_sharing", ASK, "screen_sharing_on", {XPC: ON}),
    row("remote login", "computer.ssh_server", SETTING, "ssh_password_sign_in", {XPC: ON}),
    row(
        "remote management",
        "computer.screen_sharing",
        ASK,
        "screen_sharing_on",
        {"Library/Application Support/Apple/Remote Desktop/RemoteManagement.launchd": b"enabled"},
    ),
    row(
        "password for VNC",
        "computer.screen_sharing",
        ASK,
        "screen_sharing_on",
        {"Library/Preferences/com.apple.VNCSettings.txt": b"X"},
    ),
    row(
        "system extension in the network",
        "computer.system_extensions",
        ASK,
        "extension_in_network",
        {
            "Library/SystemExtensions/db.plist": {
                "extensions": [
                    {
                        "identifier": "com.unknown.f",
                        "teamID": "T",
                        "state": "activated_enabled",
                        "categories": ["com.apple.system_extension.network_extension"],
                    }
                ]
            }
        },
    ),
    row(
        "kernel extension",
        "computer.system_extensions",
        SETTING,
        "extension_in_kernel",
        {"Library/Extensions/x.kext/Contents/Info.plist": app("com.unknown.k", "k")},
    ),
    row(
        "authorization plug-in",
        HOOKS,
        ASK,
        "hook_hears_passwords",
        {"Library/Security/SecurityAgentPlugins/x.bundle/a": b"x"},
    ),
    row(
        "directory plug-in",
        HOOKS,
        ASK,
        "hook_hears_passwords",
        {"Library/DirectoryServices/PlugIns/x.dsplug/a": b"x"},
    ),
    row(
        "login hook",
        HOOKS,
        ASK,
        "hook_sign_in_program",
        {
            "private/var/root/Library/Preferences/com.apple.loginwindow.plist": {
                "LoginHook": "/Users/Shared/h.sh"
            }
        },
    ),
    row("periodic script", HOOKS, ASK, "hook_old_starter", {"private/etc/periodic/daily/666.x": b"x"}),
    row("emond", HOOKS, ASK, "hook_old_starter", {"private/etc/emond.d/rules/x.plist": {"a": 1}}),
    row("launchd.conf", HOOKS, ASK, "hook_old_starter", {"private/etc/launchd.conf": b"setenv X /tmp/y\n"}),
    row(
        "inserted library",
        HOOKS,
        ASK,
        "hook_in_every_program",
        FILE | {AGENT: item("x", ODD, EnvironmentVariables={"DYLD_INSERT_LIBRARIES": "/tmp/l.dylib"})},
    ),
    row(
        "unknown administrator",
        "computer.administrators",
        ASK,
        "account_administrator",
        {
            f"{DS}/users/it.plist": user("it", 502),
            f"{DS}/groups/admin.plist": {"users": ["root", "lan", "it"]},
        },
    ),
    row(
        "hidden account",
        "computer.administrators",
        ASK,
        "account_left_out",
        {f"{DS}/users/svc.plist": user("svc", 503, IsHidden=["1"])},
    ),
    row(
        "proxy",
        "computer.proxy",
        ASK,
        "proxy_set",
        {
            SETTINGS: {
                "NetworkServices": {
                    "a": {"Proxies": {"HTTPEnable": 1, "HTTPProxy": "p.example.net", "HTTPPort": 8080}}
                }
            }
        },
    ),
    row(
        "proxy script",
        "computer.proxy",
        ASK,
        "proxy_script",
        {
            SETTINGS: {
                "NetworkServices": {
                    "a": {
                        "Proxies": {
                            "ProxyAutoConfigEnable": 1,
                            "ProxyAutoConfigURLString": "http://p.example.net/a.pac",
                        }
                    }
                }
            }
        },
    ),
    row(
        "name server",
        "computer.name_servers",
        SETTING,
        "name_server_fixed",
        {SETTINGS: {"NetworkServices": {"a": {"DNS": {"ServerAddresses": ["45.11.45.11"]}}}}},
    ),
    row(
        "hosts",
        "computer.hosts_file",
        ASK,
        "hosts_important_led",
        {"private/etc/hosts": b"45.11.45.11 www.facebook.com\n"},
    ),
    row(
        "sudo",
        "computer.sudo_rights",
        ASK,
        "acts_as_administrator_unasked",
        {"etc/sudoers": b"lan ALL=(ALL) NOPASSWD: ALL\n"},
    ),
    row(
        "ssh key",
        "computer.ssh_keys",
        ASK,
        "ssh_key",
        {f"{HOME}/.ssh/authorized_keys": b"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== who@where\n"},
    ),
    row(
        "sign-in from afar that lasts",
        "computer.remote_sign_ins",
        ASK,
        "remote_sign_in",
        {"private/var/run/utmpx": utmpx(("lan", "ttys002", HOST, 7))},
    ),
    row(
        "sign-in from afar before",
        "computer.remote_sign_ins",
        ASK,
        "remote_sign_in",
        {"private/var/log/asl/BB.2026.11.30.G80.asl": asl(sign_in("lan", HOST))},
    ),
    row(
        "trusted root",
        "computer.root_certificates",
        ASK,
        "certificate_added",
        {"Library/Security/Trust Settings/Admin.plist": {"trustList": {SUM: entry()}}},
    ),
    row(
        "module of signing in with a path of its own",
        "computer.sign_in_rules",
        ASK,
        "sign_in_module_from_no_package",
        {
            "private/etc/pam.d/authorization": b"auth optional /usr/local/lib/pam/pam_x.so\n",
            "usr/local/lib/pam/pam_x.so": b"x",
        },
    ),
    row(
        "record of an organisation",
        "computer.configuration_profiles",
        ASK,
        "profile_manages",
        {
            "private/var/db/ConfigurationProfiles/Settings/.cloudConfigRecordFound": {
                "OrganizationName": "Somebody"
            }
        },
    ),
    row(
        "managed filter of a person",
        "computer.configuration_profiles",
        ASK,
        "profile_filter",
        {"Library/Managed Preferences/lan/com.apple.webcontent-filter.plist": {"a": 1}},
    ),
    row(
        "TeamViewer log",
        "computer.remote_sessions",
        ASK,
        "remote_session",
        {
            "Library/Logs/TeamViewer/Connections_incoming.txt": b"1\tP\t01-11-2026 14:00:00\t01-11-2026 14:30:00\tlan\tR\t{a}\n"
        },
    ),
    row(
        "forced extension",
        "computer.browser_policies",
        ASK,
        "browser_forced_extension",
        {
            "Library/Managed Preferences/com.google.Chrome.plist": {
                "ExtensionInstallForcelist": ["aaaa;https://x.example"]
            }
        },
    ),
    row(
        "rule of Firefox",
        "computer.browser_policies",
        ASK,
        "browser_rule_proxy",
        {
            "Applications/Firefox.app/Contents/Resources/distribution/policies.json": b'{"policies": {"Proxy": {"Mode": "manual", "HTTPProxy": "p.example.net:1"}}}'
        },
    ),
    row(
        "unpacked extension",
        "computer.browser_extensions",
        ASK,
        "extension_unpacked",
        {
            f"{HOME}/Library/Application Support/Google/Chrome/Default/Preferences": b'{"extensions": {"settings": {"c": {"location": 4, "path": "/Users/lan/e", "state": 1}}}}'
        },
    ),
    row(
        "extension of Safari that reads every page",
        "computer.browser_extensions",
        SETTING,
        "extension_reads_every_page",
        {SAFARI: {"com.x.y (ABCDE12345)": safari_extension("*://*/*")}},
    ),
    row(
        "extension of Safari in another profile",
        "computer.browser_extensions",
        SETTING,
        "extension_reads_every_page",
        {SAFARI_PROFILE: {"com.x.y (ABCDE12345)": safari_extension("<all_urls>")}},
    ),
    row(
        "page that may notify",
        "computer.site_permissions",
        SETTING,
        "site_notify",
        {
            f"{HOME}/Library/Application Support/Firefox/Profiles/x.default/prefs.js": b"",
            f"{HOME}/Library/Application Support/Firefox/Profiles/x.default/permissions.sqlite": permissions(
                "https://x.example", "desktop-notification"
            ),
        },
    ),
]


@pytest.mark.parametrize(("check", "level", "sign", "files"), ROWS)
def test_the_row_is_found_at_its_level(looked, check, level, sign, files):
    usual = {(one.about, one.signs) for one in looked(CLEAN, "usual").findings}
    result = looked(CLEAN.with_(files=files), "odd")
    new = [one for one in result.findings if (one.about, one.signs) not in usual]
    found = [one for one in new if sign in one.signs and check in (one.checks or (one.check,))]
    assert [one.level for one in found] == [level], [(one.check, one.about, one.signs) for one in new]


def test_a_usual_mac_has_no_strong_sign_and_at_most_three_questions(looked):
    result = looked(CLEAN)
    assert result.at(Level.STRONG) == ()
    assert len(result.at(Level.ASK)) <= 3, [(one.check, one.about) for one in result.at(Level.ASK)]
    assert result.subject.system == "macOS 14.6.1"


def test_safari_is_a_gap_of_extensions_and_of_pages(looked):
    safari = {f"{HOME}/Library/Containers/com.apple.Safari/Data/x": b""}
    reasons = {gap.check: gap.reason for gap in looked(CLEAN.with_(files=safari)).gaps}
    assert reasons["computer.browser_extensions"] is Cause.NOT_SUPPORTED
    assert reasons["computer.site_permissions"] is Cause.NOT_SUPPORTED


def test_extensions_of_safari_that_are_off_gone_or_read_one_page_are_quiet_and_their_list_no_gap(looked):
    entries = {
        "off (A)": safari_extension("*://*/*", Enabled=False),
        "gone (A)": safari_extension("*://*/*", RemovedDate=datetime(2026, 4, 26)),
        "taken back (A)": safari_extension("*://*/*", RevokedPermissionOrigins={"*://*/*": True}),
        "one page (A)": safari_extension("https://x.example/*"),
        "odd": ["no dictionary"],
    }
    result = looked(CLEAN.with_(files={SAFARI: entries}))
    assert not any("Safari" in finding.about for finding in result.findings)
    assert not any(gap.check == "computer.browser_extensions" for gap in result.gaps)


def test_older_extensions_of_safari_are_said_to_be_unread(looked):
    older = {SAFARI: {}, f"{SAFARI_DATA}/AppExtensions/Extensions.plist": {"com.x (A)": {"Enabled": True}}}
    reasons = {gap.check: gap.reason for gap in looked(CLEAN.with_(files=older)).gaps}
    assert reasons["computer.browser_extensions"] is Cause.NOT_SUPPORTED


def test_a_damaged_list_of_safari_is_a_gap(looked):
    reasons = {gap.check: gap.reason for gap in looked(CLEAN.with_(files={SAFARI: b"bplist00\xff"})).gaps}
    assert reasons["computer.browser_extensions"] is Cause.UNKNOWN_FORMAT


def test_what_cannot_be_read_is_a_gap(looked):
    result = looked(CLEAN)
    reasons = {gap.check: gap.reason for gap in result.gaps}
    assert reasons["computer.keyboard_readers"] is Cause.NEEDS_RUNNING_SYSTEM
    assert reasons["computer.odd_places"] is Cause.NEEDS_RUNNING_SYSTEM
    assert Cause.FAILED not in reasons.values()


@pytest.mark.parametrize("number", ["²", "--5", "9" * 5000, "", "x"], ids=range(5))
def test_an_account_whose_number_is_none_is_left_and_the_others_are_told(tmp_path, number):
    odd = {f"{DS}/users/odd.plist": {**user("odd", 503), "uid": [number]}}
    stop, root = Stop(), CLEAN.with_(files=odd).write(tmp_path)
    sources = for_this_computer(RunHere(stop), stop, root=root, system=system_of(root))
    assert {(one.name, one.number) for one in sources.read(Account)} == {
        ("lan", 501),
        ("root", 0),
        ("_spotlight", 89),
    }
