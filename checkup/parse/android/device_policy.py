"""`dumpsys device_policy`: apps that administer the phone, and its owner where a company or a parent is one.

References: AOSP DevicePolicyManagerService.dump and Owners.dump, 8 to 15. The administrators of a
person stand as `com.a/.Admin:` or, in newer dumps, `admin=ComponentInfo{com.a/com.a.Admin}`.
"""

import re
from collections.abc import Iterator

from checkup.model.android import AdminApp, Power
from checkup.parse.android.component import components
from checkup.parse.android.dump import Lines, NotRecognised

SEEN_IN = "dumpsys device_policy"
_HEADS = (
    (re.compile(r" *Device Owner: *"), Power.DEVICE_OWNER),
    (re.compile(r" *Profile Owner \(User (\d{1,4})\): *"), Power.PROFILE_OWNER),
    (re.compile(r" *Enabled Device Admins \(User (\d{1,4})[^)]{0,80}\): *"), Power.ADMIN),
)
_NAMED = re.compile(r" *(?:admin=ComponentInfo\{[\w.]+/[\w.$]+\}|[\w.]+/[\w.$]+:) *")


def admin_apps(lines: Lines) -> Iterator[AdminApp]:
    """Yield administrators and owners; raises NotRecognised where the dump is none of device policy."""
    is_known = False
    power: Power | None = None
    user = 0
    for line in lines:
        is_known |= "Device Policy Manager state" in line or "Enabled Device Admins" in line
        if head := _head(line):
            power, user = head
        elif power and _NAMED.fullmatch(line):
            for app, service in components(line):
                yield AdminApp(seen_in=SEEN_IN, app=app, power=power, service=service, user=user)
    if not is_known:
        raise NotRecognised


def _head(line: str) -> tuple[Power | None, int] | None:
    for pattern, power in _HEADS:
        if found := pattern.fullmatch(line):
            return power, int(found[1]) if found.groups() else 0
    # Any other heading of this depth ends a list; what is in it are names of other things.
    is_heading = line.startswith("  ") and line[2:3] not in ("", " ") and line.rstrip().endswith(":")
    return (None, 0) if is_heading and "/" not in line else None
