"""A made-up Android phone that writes itself down: as dumps, a bug report, androidqf's files, a backup.

Shared by tests and benchmarks. The forms follow AOSP; every name and number is ours.
"""

# ruff: noqa: E501 - lines as long as Android writes them

import hashlib
import io
import json
import tarfile
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

STORE = "com.android.vending"
FILE = "com.google.android.packageinstaller"


@dataclass
class App:
    """One app of the phone."""

    id: str
    installer: str = STORE
    is_system: bool = False
    has_icon: bool = True
    starts: bool = False
    granted: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    accessibility: bool = False
    listener: bool = False
    admin: bool = False
    certificate: str = ""
    initiator: str = ""
    signer: str = "b378e95c"
    shared_user: str = ""
    battery: bool = False
    installed: str = ""  # a day; where it is empty, that of the system, or one day for all that was added
    is_replaced: bool = False  # it came with the system, and a newer file of it was installed


@dataclass
class Phone:
    """A phone with its apps. `release` picks the form of its dumps."""

    apps: list[App] = field(default_factory=list)
    release: int = 14
    settings: dict[str, str] = field(default_factory=dict)

    def package_dump(self) -> str:
        """Return what `dumpsys package` writes."""
        icons = "".join(f"        1a2b3c {app.id}/.Main filter 4d5e6f\n" for app in self.apps if app.has_icon)
        boots = "".join(
            f"        2b3c4d {app.id}/.OnStart filter 5e6f70\n" for app in self.apps if app.starts
        )
        return (
            "Activity Resolver Table:\n  Non-Data Actions:\n      android.intent.action.VIEW:\n"
            "        9f9f9f com.android.chrome/.Open filter 1\n"
            f"      android.intent.action.MAIN:\n{icons}\n"
            "Receiver Resolver Table:\n  Non-Data Actions:\n      android.intent.action.PHONE_STATE:\n"
            "        9f9f9f com.android.phone/.Ring filter 2\n"
            f"      android.intent.action.BOOT_COMPLETED:\n{boots}\n"
            "Packages:\n"
            + "".join(map(self._package, self.apps))
            + "\nShared users:\n  SharedUser [x] (1):\n"
        )

    def _package(self, app: App) -> str:
        place = "/system/app/" if app.is_system and not app.is_replaced else "/data/app/~~Zm9v==/"
        system = "SYSTEM " if app.is_system else ""
        day = app.installed or ("2009-01-01" if app.is_system else "2026-03-07")
        first = f"    firstInstallTime={day} 18:05:34\n" if self.release < 14 else ""
        first_of_user = f"      firstInstallTime={day} 18:05:34\n" if self.release >= 14 else ""
        by = app.initiator or app.installer
        signer = (
            f"version:3, signatures:[{app.signer}], past signatures:[]" if self.release > 8 else "[69b8f03]"
        )
        asked = f"    initiatingPackageName={by}\n    originatingPackageName=null\n"
        shared = (
            f"    sharedUser=SharedUserSetting{{cb92b86 {app.shared_user}/1000}}\n" if app.shared_user else ""
        )
        granted = "".join(
            f"        android.permission.{name}: granted=true, flags=[ USER_SET|USER_SENSITIVE_WHEN_GRANTED]\n"
            for name in app.granted
        )
        padding = "".join(
            f"      android.permission.NOTHING_{number}: granted=true\n" for number in range(30)
        )
        return (
            f"  Package [{app.id}] (d64f8e0):\n    appId=10143\n{shared}    pkg=Package{{254559d {app.id}}}\n"
            f"    codePath={place}{app.id}\n    resourcePath={place}{app.id}\n"
            "    versionCode=41 minSdk=26 targetSdk=34\n    versionName=4.1\n    splits=[base]\n"
            f"    flags=[ {system}HAS_CODE ALLOW_CLEAR_USER_DATA ]\n    lastUpdateTime=2026-03-07 18:05:34\n{first}"
            f"    installerPackageName={app.installer}\n{asked if self.release >= 12 else ''}"
            f"    signatures=PackageSignatures{{3310927 {signer}}}\n"
            f"    requested permissions:\n      android.permission.INTERNET\n    install permissions:\n{padding}"
            "    User 0: ceDataInode=-4294835694 installed=true hidden=false suspended=false stopped=false "
            f"notLaunched=false enabled=0 instant=false virtual=false\n{first_of_user}      gids=[3002]\n"
            f"      runtime permissions:\n{granted}"
        )

    def appops_dump(self) -> str:
        """Return what `dumpsys appops` writes."""
        if self.release < 9:
            return self._old_appops()
        return "Current AppOps Service state:\n" + "".join(
            f"  Uid u0a{number}:\n    state=cch\n    Package {app.id}:\n"
            + "".join(
                f"      {name} (allow):\n        null=[\n"
                "          Access: [bg-s] 2026-11-23 18:38:31.440 (-4h49m22s647ms) duration=+126ms\n        ]\n"
                for name in app.unseen
            )
            + "".join(f"      {name} (allow):\n" for name in app.allowed)
            for number, app in enumerate(self.apps)
        )

    def _old_appops(self) -> str:
        """Return the form of Android 6 to 8: a number for the mode, one time for all uses."""
        return "Current AppOps Service state:\n" + "".join(
            f"  Uid u0a{number}:\n    Package {app.id}:\n"
            + "".join(f"      {name}: mode=0; time=+4h49m ago; duration=+1s\n" for name in app.unseen)
            + "".join(f"      {name}: mode=0\n" for name in app.allowed)
            for number, app in enumerate(self.apps)
        )

    def services(self) -> dict[str, str]:
        """Return every dump by the name of its service."""
        reading = ", ".join(f"{{{app.id}/{app.id}.Reads}}" for app in self.apps if app.accessibility)
        listening = ":".join(f"{app.id}/{app.id}.Hears" for app in self.apps if app.listener)
        admins = "".join(f"    {app.id}/.Admin:\n      uid=10143\n" for app in self.apps if app.admin)
        resting = "".join(f"    {app.id}\n" for app in self.apps if app.battery)
        rows = "".join(
            f"_id:{number} name:{name} pkg:android value:{value} default:{value} defaultSystemSet:true\n"
            for number, (name, value) in enumerate(self.settings.items())
        )
        return {
            "package": self.package_dump(),
            "appops": self.appops_dump(),
            "accessibility": "ACCESSIBILITY MANAGER (dumpsys accessibility)\n\nUser state[\n"
            "     attributes:{id=0, touchExplorationEnabled=false}\n     Bound services:{}\n"
            f"     Enabled services:{{{reading}}}\n     Binding services:{{}}]\n",
            "notification": "Current Notification Manager state:\n\n  Notification listeners:\n"
            f"    Allowed notification listeners:\n      {listening} (user: 0 isPrimary: true)\n"
            "    All notification listeners (0) enabled for current profiles:\n",
            "device_policy": "Current Device Policy Manager state:\n"
            f"  Enabled Device Admins (User 0, provisioningState: 0):\n{admins}\n  Encryption Status: active\n",
            "settings": f"GLOBAL SETTINGS (user 0)\n{rows}\nSECURE SETTINGS (user 0)\n"
            "_id:900 name:default_input_method pkg:android value:com.google.android.inputmethod.latin/.Ime default:x\n",
            "user": "Users:\n  UserInfo{0:Owner:4c13} serialNo=0 isPrimary=true\n    Type: android.os.usertype.full.SYSTEM\n",
            "deviceidle": "  Settings:\n    inactive_to=+30m\n  Whitelist system apps:\n    com.android.vending\n"
            f"  Whitelist user apps:\n{resting}  Whitelist app uids:\n",
            "adb": "ADB MANAGER STATE (dumpsys adb):\n{\n  debugging_manager={\n    connected_to_adb=false\n  }\n}\n",
            "batterystats": "Battery History (0% used)\nDaily stats:\n  Current start time: 2026-11-24-02-02-56\n",
            "platform_compat": "ChangeId(168419799; name=DOWNSCALED; disabled; overridable)\n",
            "vpn_management": "VPNs:\n",
            "media_projection": "MEDIA PROJECTION MANAGER (dumpsys media_projection)\nMedia Projection: \nnull\n",
            "role": "ROLE MANAGER STATE (dumpsys role):\n{\n  user_states=[\n    {\n      user_id=0\n      roles=[\n"
            "        {\n          name=android.app.role.SMS\n          holders=com.google.android.apps.messaging\n",
        }

    def dumpsys(self) -> str:
        """Return what `dumpsys` writes about all services."""
        return "".join(
            f"{'-' * 79}\nDUMP OF SERVICE {name}:\n{text}"
            f"--------- 0.004s was the duration of dumpsys {name}, ending at: 2026-11-24 17:37:22\n"
            for name, text in self.services().items()
        )

    def properties(self) -> str:
        """Return what `getprop` writes."""
        return (
            "[ro.product.model]: [SM-A536E]\n[ro.serialno]: [R5CT30ABCDE]\n[ro.boot.verifiedbootstate]: [green]\n"
            f"[ro.build.version.release]: [{self.release}]\n"
        )

    def report(self) -> str:
        """Return the text of a bug report."""
        return (
            f"{'=' * 56}\n== dumpstate: 2026-11-24 17:37:00\n{'=' * 56}\n\n"
            f"------ SYSTEM PROPERTIES (getprop) ------\n{self.properties()}\n"
            "------ 0.012s was the duration of 'SYSTEM PROPERTIES' ------\n"
            f"------ DUMPSYS (/system/bin/dumpsys) ------\n{self.dumpsys()}"
        )

    def write_report(self, path: Path) -> Path:
        """Write the zip of a bug report."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr("version.txt", "2.0")
            file.writestr("main_entry.txt", "bugreport-a53x-2026-11-24.txt")
            file.writestr("bugreport-a53x-2026-11-24.txt", self.report())
            file.writestr("FS/data/misc/x.txt", "no")
        return path

    def packages_json(self) -> str:
        """Return androidqf's packages.json."""
        return json.dumps(
            [
                {
                    "name": app.id,
                    "files": [
                        {
                            "path": f"/data/app/{app.id}/base.apk",
                            "sha256": "0" * 64,
                            "certificate": {"Sha1": app.certificate, "Subject": "CN=x"},
                        }
                    ],
                    "installer": app.installer,
                    "system": app.is_system,
                    "disabled": False,
                }
                for app in self.apps
            ]
        )

    def write_androidqf(self, folder: Path) -> Path:
        """Write a folder as androidqf does."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "packages.json").write_text(self.packages_json(), "utf-8")
        (folder / "dumpsys.txt").write_text(self.dumpsys(), "utf-8")
        (folder / "getprop.txt").write_text(self.properties(), "utf-8")
        (folder / "settings_global.txt").write_text("package_verifier_enable=1\n", "utf-8")
        (folder / "root_binaries.json").write_text("[]", "utf-8")
        return folder


def watcher(app_id: str = "com.wifi.systemservice") -> App:
    """Return an app no list knows, set up the way programs for watching are."""
    return App(
        app_id,
        installer=FILE,
        has_icon=False,
        starts=True,
        granted=(
            "RECORD_AUDIO",
            "CAMERA",
            "ACCESS_FINE_LOCATION",
            "READ_SMS",
            "READ_CALL_LOG",
            "READ_CONTACTS",
        ),
        unseen=("RECORD_AUDIO", "FINE_LOCATION"),
        accessibility=True,
        listener=True,
        admin=True,
    )


def ordinary() -> list[App]:
    """Return what is on ordinary phones in Viet Nam, with the powers these apps really have."""
    chat = (
        "RECORD_AUDIO",
        "CAMERA",
        "ACCESS_FINE_LOCATION",
        "READ_CONTACTS",
        "READ_CALL_LOG",
        "READ_PHONE_STATE",
    )
    return [
        App("com.android.systemui", installer="null", is_system=True, has_icon=False, starts=True),
        App("com.samsung.android.messaging", installer="null", is_system=True, starts=True, granted=chat),
        App("com.samsung.android.honeyboard", installer="null", is_system=True, has_icon=False, starts=True),
        App(
            "com.zing.zalo",
            starts=True,
            granted=chat,
            unseen=("FINE_LOCATION", "RECORD_AUDIO"),
            allowed=("SYSTEM_ALERT_WINDOW",),
        ),
        App(
            "com.facebook.orca",
            starts=True,
            granted=chat,
            unseen=("RECORD_AUDIO",),
            allowed=("SYSTEM_ALERT_WINDOW",),
        ),
        App(
            "com.facebook.katana",
            installer="com.facebook.system",
            starts=True,
            granted=chat,
            unseen=("FINE_LOCATION",),
        ),
        App("com.VCB", starts=True, granted=("CAMERA", "ACCESS_FINE_LOCATION", "READ_PHONE_STATE")),
        App("com.mservice.momotransfer", starts=True, granted=chat, unseen=("FINE_LOCATION",)),
        App("com.vng.inputmethod.labankey", starts=True, allowed=("SYSTEM_ALERT_WINDOW",)),
        App("com.google.android.inputmethod.latin", has_icon=False, starts=True, granted=("RECORD_AUDIO",)),
        App(
            "com.xiaomi.wearable",
            starts=True,
            listener=True,
            granted=chat,
            unseen=("FINE_LOCATION", "READ_CALL_LOG"),
        ),
        App(
            "com.huami.watch.hmwatchmanager",
            installer=FILE,
            starts=True,
            listener=True,
            granted=chat,
            unseen=("FINE_LOCATION",),
        ),
        App("com.teslacoilsw.launcher", starts=True, listener=True, accessibility=True),
        App(
            "com.miui.cleanmaster",
            starts=True,
            accessibility=True,
            listener=True,
            allowed=("GET_USAGE_STATS", "SYSTEM_ALERT_WINDOW"),
        ),
        App(
            "com.cleaner.booster.fast",
            installer=FILE,
            starts=True,
            accessibility=True,
            allowed=("GET_USAGE_STATS",),
        ),
        App(
            "com.parallel.space.lite",
            starts=True,
            granted=chat,
            allowed=("SYSTEM_ALERT_WINDOW",),
            unseen=("FINE_LOCATION",),
        ),
        App("org.fdroid.fdroid", installer=FILE, starts=True, allowed=("REQUEST_INSTALL_PACKAGES",)),
        App("org.thoughtcrime.securesms", installer="org.fdroid.fdroid", starts=True, granted=chat),
        App("com.x8bit.bitwarden", accessibility=True, starts=True),
        App(
            "com.google.android.apps.kids.familylinkhelper",
            has_icon=False,
            starts=True,
            accessibility=True,
            admin=True,
        ),
        App("com.microsoft.office.outlook", starts=True, admin=True, granted=("READ_CONTACTS",)),
        App(
            "net.dinglisch.android.taskerm",
            starts=True,
            accessibility=True,
            listener=True,
            admin=True,
            unseen=("FINE_LOCATION",),
        ),
    ]


def write_backup(
    path: Path, members: dict[str, bytes], password: str | None = None, rounds: int = 1000
) -> Path:
    """Write an adb backup with these members, sealed where a password is given."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    content = zlib.compress(tar.getvalue())
    if password is None:
        path.write_bytes(b"ANDROID BACKUP\n5\n1\nnone\n" + content)
    else:
        path.write_bytes(_sealed(content, password, rounds))
    return path


def _sealed(content: bytes, password: str, rounds: int) -> bytes:
    """Seal a backup's content as Android does: the password opens a blob that holds the key."""
    salt, check_salt, iv, content_iv = (bytes([number]) * 64 for number in (1, 2, 3, 4))
    key = bytes(range(100, 132))  # some of its bytes are above 127, which Java takes for negative
    iv, content_iv = iv[:16], content_iv[:16]
    letters = "".join(chr(byte if byte < 128 else byte + 0xFF00) for byte in key).encode("utf-8")
    checksum = hashlib.pbkdf2_hmac("sha1", letters, check_salt, rounds, 32)
    blob = b"".join(bytes([len(part)]) + part for part in (content_iv, key, checksum))
    opener = hashlib.pbkdf2_hmac("sha1", password.encode("utf-8"), salt, rounds, 32)
    head = [salt.hex(), check_salt.hex(), str(rounds), iv.hex(), _encrypted(blob, opener, iv).hex().upper()]
    lines = "\n".join(["ANDROID BACKUP", "5", "1", "AES-256", *head]).encode() + b"\n"
    return lines + _encrypted(content, key, content_iv)


def _encrypted(data: bytes, key: bytes, iv: bytes) -> bytes:
    padding = 16 - len(data) % 16
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return encryptor.update(data + bytes([padding]) * padding) + encryptor.finalize()
