"""Makes a disk with macOS on it, in a folder; `CLEAN` is a Mac with Homebrew, Zoom and Zalo."""

from __future__ import annotations

import plistlib
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from tests.mac_sign_ins import asl, sign_in, utmpx

WHO = "lan"
HOME = f"Users/{WHO}"
DS = "private/var/db/dslocal/nodes/Default"
XPC = "private/var/db/com.apple.xpc.launchd/disabled.plist"
SETTINGS = "Library/Preferences/SystemConfiguration/preferences.plist"
TCC = "Library/Application Support/com.apple.TCC/TCC.db"


@dataclass
class Disk:
    """What is on the disk, by path from its root: bytes, or something a property list holds."""

    files: dict[str, object] = field(default_factory=dict)

    def with_(self, **files: object) -> Disk:
        return Disk(self.files | files.get("files", {}))

    def write(self, root: Path) -> Path:
        for path, given in self.files.items():
            whole = root / path
            whole.parent.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(given if isinstance(given, bytes) else plistlib.dumps(given, skipkeys=True))
        return root


def item(label: str, *words: str, **more: object) -> dict[str, object]:
    return {"Label": label, "ProgramArguments": list(words), "RunAtLoad": True, **more}


def app(bundle_id: str, name: str) -> dict[str, object]:
    return {"CFBundleIdentifier": bundle_id, "CFBundleName": name}


def tcc(*rows: tuple[str, str, int]) -> bytes:
    """Return a list of rights: service, client, value (2 is allowed)."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE access"
        " (service TEXT, client TEXT, client_type INTEGER, auth_value INTEGER, last_modified INTEGER)"
    )
    connection.executemany("INSERT INTO access VALUES (?, ?, 0, ?, 1760000000)", rows)
    connection.commit()
    return bytes(connection.serialize())


def user(name: str, number: int, **more: object) -> dict[str, object]:
    shell = "/bin/zsh" if number >= 500 or number == 0 else "/usr/bin/false"
    home = f"/Users/{name}" if number >= 500 else f"/var/{name}"
    return {"name": [name], "uid": [str(number)], "home": [home], "shell": [shell], **more}


def btm(name: str, url: str, *, kind: int = 4, disposition: int = 3) -> bytes:
    """Return a list of login items with one item in it."""
    record = {
        "type": kind, "disposition": disposition, "name": plistlib.UID(2), "url": plistlib.UID(3),
        "identifier": plistlib.UID(5), "developerName": plistlib.UID(0),
    }  # fmt: skip
    objects = ["$null", record, name, {"NS.relative": plistlib.UID(4)}, url, "id.of.item"]
    return plistlib.dumps({"$objects": objects, "$version": 100000}, fmt=plistlib.FMT_BINARY)


CLEAN = Disk(
    {
        "System/Library/CoreServices/SystemVersion.plist": {
            "ProductName": "macOS",
            "ProductVersion": "14.6.1",
        },
        "private/etc/hosts": b"127.0.0.1 localhost\n",
        "Applications/zoom.us.app/Contents/Info.plist": app("us.zoom.xos", "zoom.us"),
        "Applications/Zalo.app/Contents/Info.plist": app("com.vng.zalo", "Zalo"),
        "Applications/Zalo.app/Contents/MacOS/Zalo": b"x",
        "opt/homebrew/opt/syncthing/bin/syncthing": b"x",
        "Library/PrivilegedHelperTools/us.zoom.ZoomDaemon": b"x",
        f"{HOME}/Library/Application Support/Google/GoogleUpdater/GoogleUpdater": b"x",
        "Library/LaunchDaemons/us.zoom.ZoomDaemon.plist": item(
            "us.zoom.ZoomDaemon", "/Library/PrivilegedHelperTools/us.zoom.ZoomDaemon"
        ),
        f"{HOME}/Library/LaunchAgents/homebrew.mxcl.syncthing.plist": item(
            "homebrew.mxcl.syncthing", "/opt/homebrew/opt/syncthing/bin/syncthing", KeepAlive=True
        ),
        f"{HOME}/Library/LaunchAgents/com.google.GoogleUpdater.wake.plist": item(
            "com.google.GoogleUpdater.wake",
            f"/{HOME}/Library/Application Support/Google/GoogleUpdater/GoogleUpdater",
            StartInterval=3600,
        ),
        "private/var/db/com.apple.backgroundtaskmanagement/BackgroundItems-v8.btm": btm(
            "Zalo", "file:///Applications/Zalo.app"
        ),
        TCC: tcc(
            ("kTCCServiceScreenCapture", "us.zoom.xos", 2), ("kTCCServiceAccessibility", "com.bad.no", 0)
        ),
        f"{HOME}/{TCC}": tcc(("kTCCServiceMicrophone", "com.vng.zalo", 2)),
        XPC: {"com.apple.screensharing": True, "com.openssh.sshd": True},
        f"{DS}/users/lan.plist": user("lan", 501),
        f"{DS}/users/root.plist": user("root", 0),
        f"{DS}/users/_spotlight.plist": user("_spotlight", 89),
        f"{DS}/groups/admin.plist": {"users": ["root", "lan"]},
        f"{HOME}/.zshrc": b'eval "$(/opt/homebrew/bin/brew shellenv)"\n',
        SETTINGS: {"NetworkServices": {"a": {"Proxies": {"HTTPEnable": 0}, "DNS": {}}}},
        "private/etc/pam.d/sudo": (
            b"# sudo: auth account password session\nauth sufficient pam_smartcard.so\n"
            b"auth required pam_opendirectory.so\naccount required pam_permit.so\n"
            b"password required pam_deny.so\nsession required pam_permit.so\n"
        ),
        "private/var/run/utmpx": utmpx(("lan", "console", "", 7)),
        "private/var/log/asl/BB.2026.10.31.G80.asl": asl(sign_in("lan"), sign_in("lan", kind=8)),
        "Library/Security/Trust Settings/Admin.plist": {"trustList": {}, "trustVersion": 1},
        "private/etc/periodic/daily/110.clean-tmps": b"#!/bin/sh\n",
    }
)
