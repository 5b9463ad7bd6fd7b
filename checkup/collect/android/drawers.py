"""Observations of a phone put in order by kind, with what was missing, broken off or refused.

Each reader below is given one section. A kind that nothing was read for is a gap: an androidqf folder
without administrators says nothing about administrators.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from checkup.model.android import (
    AccessibilityOn,
    AdminApp,
    AppUse,
    ChangedApp,
    ChosenApp,
    IconTables,
    InstalledApp,
    LeftTrace,
    MessageLink,
    NotificationReader,
    OpenGuard,
    OwnCertificate,
    PhoneDay,
    PhoneProperty,
    PhoneSetting,
    PhoneUser,
    RootTrace,
    SignedFile,
    TrustedComputer,
    UnseenTimes,
)
from checkup.model.looked import Cause, Unread
from checkup.model.sources import Observation, Reading, Seen
from checkup.model.stop import Stop
from checkup.parse.android.accessibility import accessibility_on
from checkup.parse.android.appops import app_uses
from checkup.parse.android.chosen import role_holders, screen_apps, vpn_apps, without_battery_limits
from checkup.parse.android.device_policy import admin_apps
from checkup.parse.android.dump import Lines, NotRecognised
from checkup.parse.android.notification import notification_readers
from checkup.parse.android.package import installed_apps
from checkup.parse.android.platform_compat import apps_noted
from checkup.parse.android.settings import chosen_in, listeners_of, services_of, settings_dumped
from checkup.parse.android.system import (
    changed_apps,
    people,
    properties,
    report_day,
    trusted_computers,
)

Parser = Callable[[Lines], Iterator[Observation]]

SECTIONS: Mapping[str, tuple[Parser, tuple[type[Observation], ...]]] = {
    "package": (installed_apps, (InstalledApp,)),
    "appops": (app_uses, (AppUse,)),
    "accessibility": (accessibility_on, (AccessibilityOn,)),
    "notification": (notification_readers, (NotificationReader,)),
    "device_policy": (admin_apps, (AdminApp,)),
    "role": (role_holders, (ChosenApp,)),
    "deviceidle": (without_battery_limits, (ChosenApp,)),
    "vpn_management": (vpn_apps, (ChosenApp,)),
    "media_projection": (screen_apps, (ChosenApp,)),
    "settings": (settings_dumped, (PhoneSetting,)),
    "user": (people, (PhoneUser,)),
    "adb": (trusted_computers, (TrustedComputer,)),
    "batterystats": (changed_apps, (ChangedApp,)),
    "platform_compat": (apps_noted, (LeftTrace,)),
    "SYSTEM PROPERTIES": (properties, (PhoneProperty,)),
    "DUMPSTATE": (report_day, (PhoneDay,)),
}
_FOUND_IN = {"SYSTEM PROPERTIES": "getprop", "DUMPSTATE": "dumpstate"}
# Where each kind is expected; what a person is told was missing.
_WANTED: Mapping[type[Observation], str] = {
    InstalledApp: "dumpsys package",
    IconTables: "dumpsys package",
    SignedFile: "base.apk",
    AppUse: "dumpsys appops",
    UnseenTimes: "dumpsys appops",
    AccessibilityOn: "dumpsys accessibility",
    NotificationReader: "dumpsys notification",
    AdminApp: "dumpsys device_policy",
    ChosenApp: "settings, dumpsys role",
    PhoneSetting: "settings",
    PhoneUser: "dumpsys user",
    PhoneProperty: "getprop",
    PhoneDay: "date",
    TrustedComputer: "dumpsys adb",
    OwnCertificate: "/data/misc/user/0/cacerts-added",
    ChangedApp: "dumpsys batterystats",
    LeftTrace: "dumpsys platform_compat",
    RootTrace: "/system/bin/su",
    OpenGuard: "getenforce, mount",
    MessageLink: "com.android.providers.telephony",
}


class Drawers:
    """Takes observations in while something is read, then is the `Sources` of the checks."""

    def __init__(self, stop: Stop) -> None:
        self._stop = stop
        self._items: dict[type[Observation], list[Any]] = {}
        self._unread: dict[type[Observation], list[Unread]] = {}
        self._own_key = ""

    def take_section(self, name: str, lines: Lines) -> bool:
        """Read one section where there is a reader for it; return whether there is."""
        if name not in SECTIONS:
            return False
        parser, kinds = SECTIONS[name]
        self.take_all(parser(lines), kinds, _FOUND_IN.get(name, f"dumpsys {name}"))
        return True

    def take_all(self, of: Iterable[Observation], kinds: Iterable[type[Observation]], where: str) -> None:
        """Take what a reader yields; what it could not recognise is noted, what it gave till then kept."""
        wanted = tuple(kinds)
        for kind in wanted:
            self._items.setdefault(kind, [])
        try:
            for one in of:
                self._items.setdefault(type(one), []).append(one)
        except NotRecognised as fault:
            for kind in wanted:
                self.note(kind, where, fault.cause)

    def note(self, kind: type[Observation], where: str, cause: Cause) -> None:
        """Note that a kind could not be read, or not wholly, from somewhere."""
        self._unread.setdefault(kind, []).append(Unread(where=where, reason=cause))

    def collected_with(self, key: str) -> None:
        """Note the fingerprint of the key of the computer that gathered all this."""
        self._own_key = key

    def finish(self) -> None:
        """Work out what follows from what was read: apps named in settings, one entry an app."""
        settings = [one for one in self._items.get(PhoneSetting, ()) if isinstance(one, PhoneSetting)]
        if any(one.area == "secure" for one in settings):
            self.take_all(services_of(settings), (AccessibilityOn,), "settings")
            self.take_all(listeners_of(settings), (NotificationReader,), "settings")
            self.take_all(chosen_in(settings), (ChosenApp,), "settings")
            for kind in (AccessibilityOn, NotificationReader):
                self._settle(kind)
        if self._own_key and (computers := self._items.get(TrustedComputer)):
            self._items[TrustedComputer] = [_collector(one, self._own_key) for one in computers]
        apps = self._items.get(InstalledApp)
        if apps is not None:
            self._items[InstalledApp] = _one_each(apps)

    def _settle(self, kind: type[Observation]) -> None:
        """Forget that a dump's form was unknown, where the settings told the same."""
        left = [one for one in self._unread.get(kind, ()) if one.reason is not Cause.UNKNOWN_FORMAT]
        self._unread[kind] = left

    def has(self, kind: type[Observation]) -> bool:
        """Whether something was there to read this kind from."""
        return kind in self._items

    def first(self, name: str) -> str:
        """Return the value of a property, or nothing."""
        found = (one.value for one in self._items.get(PhoneProperty, ()) if one.name == name)
        return next(found, "")

    def read(self, kind: type[Seen]) -> Reading[Seen]:
        """Return all observations of this kind, and what of it could not be read."""
        items = tuple(self._items.get(kind, ()))
        unread = tuple(dict.fromkeys(self._unread.get(kind, ())))
        if kind not in self._items and not unread:
            cause = Cause.STOPPED if self._stop.asked else Cause.NOT_INCLUDED
            unread = (Unread(where=_WANTED.get(kind, ""), reason=cause),)
        return Reading(items=items, unread=unread)


def _collector(one: TrustedComputer, key: str) -> TrustedComputer:
    return msgspec.structs.replace(one, did_collect=True) if one.key == key else one


def _one_each(apps: list[InstalledApp]) -> list[InstalledApp]:
    """Join two descriptions of an app: the fuller one, from the dump, with the other's installer."""
    by_id: dict[str, InstalledApp] = {}
    for app in sorted(apps, key=lambda one: one.has_icon is None):  # stable: dumps before lists
        earlier = by_id.setdefault(app.id, app)
        if earlier is not app and not earlier.installer and app.installer:
            by_id[app.id] = msgspec.structs.replace(earlier, installer=app.installer)
    return list(by_id.values())
