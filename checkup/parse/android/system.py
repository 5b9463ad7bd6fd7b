"""What the system says of itself: properties, people, trusted computers, the diary of changed apps.

References: AOSP UserManagerService.dump, AdbDebuggingManager.dump, BatteryStats.dumpDailyLevelStepSummary
(`Update com.a vers=0` for an app taken off, `vers=` lower than before for one set back), `getprop`,
dumpstate's header (`== dumpstate: 2026-11-23 18:38:31`).
"""

import hashlib
import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator

from checkup.model.android import (
    ChangedApp,
    OwnCertificate,
    PhoneDay,
    PhoneProperty,
    PhoneUser,
    TrustedComputer,
)
from checkup.parse.android.dump import Lines, NotRecognised

KEPT_PROPERTIES = frozenset(
    {
        *("ro.product.model", "ro.product.manufacturer", "ro.product.marketname", "ro.build.version.release"),
        *("ro.build.version.security_patch", "ro.build.version.sdk", "ro.boot.verifiedbootstate"),
        *(
            "ro.boot.flash.locked",
            "ro.boot.vbmeta.device_state",
            "ro.debuggable",
            "ro.secure",
            "ro.build.type",
        ),
        *("ro.build.tags", "ro.boot.warranty_bit", "ro.warranty_bit", "sys.oem_unlock_allowed"),
        *("service.adb.root", "ro.product.brand", "persist.sys.timezone"),
        *("ro.serialno", "ro.boot.serialno"),
    }
)
_PROPERTY = re.compile(r"\[([\w.\-]{1,200})\]: \[(.{0,2000})\]")
_PERSON = re.compile(r"\s*UserInfo\{(\d{1,5}):(.{0,300}):([0-9a-f]{1,8})\}")
_TYPE = re.compile(r"\s*Type: ([\w.]{1,200})")
_KEY = re.compile(r"(?:user_keys=|^)\s*([A-Za-z0-9+/=]{300,2000})\s+(\S{1,200})")
_DAY = re.compile(r"\s*Daily from ([\d-]{10})[-\d]* to ([\d-]{10})|\s*(Current start time): ([\d-]{10})")
_UPDATE = re.compile(r"\s*Update ([\w.]{1,255}) vers=(\d{1,18})")
_REPORT = re.compile(r"== dumpstate: (\d{4}-\d{2}-\d{2})\b")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FILE = re.compile(r"\b([0-9a-f]{8}\.\d{1,3})\s*$")


def properties(lines: Lines) -> Iterator[PhoneProperty]:
    """Yield the properties that matter here; raises NotRecognised where there is none at all."""
    is_known = False
    for line in lines:
        if found := _PROPERTY.match(line):
            is_known = True
            if found[1] in KEPT_PROPERTIES:
                yield PhoneProperty(seen_in="getprop", name=found[1], value=found[2])
    if not is_known:
        raise NotRecognised


def people(lines: Lines) -> Iterator[PhoneUser]:
    """Yield the people and profiles; raises NotRecognised where not even the first one stands."""
    last: PhoneUser | None = None
    for line in lines:
        if found := _PERSON.match(line):
            if last:
                yield last
            number, name, flags = found.groups()
            last = PhoneUser(seen_in="dumpsys user", number=int(number), name=name, flags=int(flags, 16))
        elif last and not last.type and (kind := _TYPE.match(line)):
            yield PhoneUser(
                seen_in=last.seen_in, number=last.number, name=last.name, flags=last.flags, type=kind[1]
            )
            last = None
    if last:
        yield last


def trusted_computers(lines: Lines) -> Iterator[TrustedComputer]:
    """Yield the computers whose key the phone keeps; raises NotRecognised without the manager's state."""
    is_known = False
    seen = set()
    for line in lines:
        is_known |= "debugging_manager" in line or "ADB MANAGER STATE" in line
        if (found := _KEY.search(line.replace("\ufffd", " "))) and found[1] not in seen:
            seen.add(found[1])
            yield TrustedComputer(seen_in="dumpsys adb", name=found[2], key=_fingerprint(found[1]))
    if not is_known:
        raise NotRecognised


def key_fingerprint(text: str) -> str:
    """Return the fingerprint of an adb key's public half as a file holds it (`QAAAA… name@host`)."""
    found = _KEY.search(text.strip())
    return _fingerprint(found[1]) if found else ""


def _fingerprint(key: str) -> str:
    """Return a key's MD5 with colons, as the phone shows it when it asks."""
    try:
        digest = hashlib.md5(b64decode(key), usedforsecurity=False).hexdigest().upper()
    except NotBase64:
        return ""
    return ":".join(digest[at : at + 2] for at in range(0, 32, 2))


def changed_apps(lines: Lines) -> Iterator[ChangedApp]:
    """Yield the apps the battery diary saw go or fall back to an older version."""
    day = ""
    versions: dict[str, int] = {}
    for line in lines:
        if found := _DAY.match(line):
            day = found[1] or found[4]
        elif found := _UPDATE.match(line):
            app, version = found[1], int(found[2])
            # The diary begins with the latest day: an entry further down is an earlier one.
            is_set_back = 0 < versions.get(app, 0) < version
            if version == 0 or is_set_back:
                yield ChangedApp(
                    seen_in="dumpsys batterystats",
                    app=app,
                    when=day,
                    version=versions.get(app, 0) if is_set_back else 0,
                    is_removed=version == 0,
                )
            versions[app] = version


def own_certificates(text: str, user: int = 0) -> Iterator[OwnCertificate]:
    """Yield the certificates in a listing of `/data/misc/user/<number>/cacerts-added`."""
    for line in text.splitlines():
        if found := _FILE.search(line):
            yield OwnCertificate(seen_in=f"/data/misc/user/{user}/cacerts-added", name=found[1], user=user)


def report_day(lines: Lines) -> Iterator[PhoneDay]:
    """Yield the day a bug report was made, out of its header."""
    for line in lines:
        if found := _REPORT.match(line):
            yield PhoneDay(seen_in="dumpstate", day=found[1])


def phone_day(text: str, seen_in: str) -> Iterator[PhoneDay]:
    """Yield the day in what `date +%Y-%m-%d` or a time of the day answers."""
    if found := _DATE.match(text.strip()):
        yield PhoneDay(seen_in=seen_in, day=found[0])
