"""Apps chosen for something: text messages, VPN, seeing the screen, no battery limits.

References: AOSP RoleUserState.dump (10 and later), DeviceIdleController.dump, VpnManagerService.dump (12
and later), MediaProjectionManagerService.dump.
"""

import re
from collections.abc import Iterator

from checkup.model.android import ChosenApp, Power
from checkup.parse.android.dump import Lines, NotRecognised

_APP = r"([A-Za-z][\w.]{1,250})"
_USER = re.compile(r"\s*user_id=(\d{1,4})")
_HOLDERS = re.compile(r"\s*holders=(.{1,2000})")
_VPN = re.compile(rf"\s*\d{{1,4}}: {_APP}\s*")
_SCREEN = re.compile(rf"\s*\({_APP}, uid=\d+\): ?\w*")
_SMS_ROLE = "name=android.app.role.SMS"


def role_holders(lines: Lines) -> Iterator[ChosenApp]:
    """Yield the app for text messages, one for each person; raises NotRecognised without roles."""
    is_known = in_sms = False
    user = 0
    for line in lines:
        word = line.strip()
        if found := _USER.match(line):
            user, is_known = int(found[1]), True
        elif word.startswith("name="):
            in_sms = word == _SMS_ROLE
        elif in_sms and (found := _HOLDERS.match(line)):
            for app in re.findall(_APP, found[1]):
                yield ChosenApp(seen_in="dumpsys role", app=app, power=Power.SMS, user=user)
    if not is_known:
        raise NotRecognised


def without_battery_limits(lines: Lines) -> Iterator[ChosenApp]:
    """Yield the apps the person, or somebody else, took out of battery saving."""
    is_known = inside = False
    for line in lines:
        word = line.strip()
        if word.endswith(":"):
            inside = word == "Whitelist user apps:"
            is_known |= word.startswith(("Whitelist", "Settings"))
        elif inside and re.fullmatch(_APP, word):
            yield ChosenApp(seen_in="dumpsys deviceidle", app=word, power=Power.BATTERY)
    if not is_known:
        raise NotRecognised


def vpn_apps(lines: Lines) -> Iterator[ChosenApp]:
    """Yield the apps through which all connections go."""
    inside = False
    for line in lines:
        if line.strip() == "VPNs:":
            inside = True
        elif inside and (found := _VPN.fullmatch(line)):
            yield ChosenApp(seen_in="dumpsys vpn_management", app=found[1], power=Power.VPN)
        elif line[:1].strip():
            inside = False


def screen_apps(lines: Lines) -> Iterator[ChosenApp]:
    """Yield the app that sees the screen at this moment."""
    for line in lines:
        if found := _SCREEN.match(line):
            yield ChosenApp(seen_in="dumpsys media_projection", app=found[1], power=Power.SCREEN)
