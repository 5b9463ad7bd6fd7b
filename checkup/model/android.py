"""Observations of an Android phone: its apps, what they may and did do, its people and its settings.

Times are those of the phone's own clock, as it wrote them (`2026-03-07 18:05:34`, no zone).
"""

from enum import StrEnum

from checkup.model.sources import Observation


class InstalledApp(Observation, frozen=True, kw_only=True):
    """One app. What was not written is empty, or None where "no" would be an answer.

    `installer` brought it, `initiator` asked for that, `originator` had the file. `certificates` are
    digests in hex of what it is signed with, `hashes` of its file. `users` are those it is there for.
    `has_icon` and `starts_at_boot` are None where the tables of activities and receivers are missing.
    `is_from_file` is what the one that brought it said (Android 13 and later). `shared_user` names the
    system's user it runs as; `signer` is Android's short number of its certificate, the same for the
    same signer and no digest (Android 9 and later).
    """

    id: str
    installer: str = ""
    initiator: str = ""
    originator: str = ""
    is_installer_known: bool = False
    version: str = ""
    path: str = ""
    is_system: bool = False
    is_hidden: bool = False
    is_off: bool = False
    installed: str = ""
    users: tuple[int, ...] = ()
    certificates: tuple[str, ...] = ()
    hashes: tuple[str, ...] = ()
    granted: frozenset[str] = frozenset()
    has_icon: bool | None = None
    starts_at_boot: bool | None = None
    is_from_file: bool = False
    shared_user: str = ""
    signer: str = ""


class SignedFile(Observation, frozen=True, kw_only=True):
    """Digests of an app's certificates and files in hex, where whoever gathered them computed these."""

    app: str
    certificates: tuple[str, ...] = ()
    hashes: tuple[str, ...] = ()


class IconTables(Observation, frozen=True, kw_only=True):
    """That the phone's tables of icons and self-starts were read, so that "no icon" means something."""


class UnseenTimes(Observation, frozen=True, kw_only=True):
    """That the phone's record of uses tells those out of sight, so that "none" means something.

    Android 6 to 8 keep only the time of the last use, wherever the app was.
    """


class PhoneDay(Observation, frozen=True, kw_only=True):
    """The day on the phone's own clock when it was looked at, `2026-11-23`."""

    day: str


class Power(StrEnum):
    """What the phone lets one chosen app do beyond its permissions."""

    ACCESSIBILITY = "accessibility"
    NOTIFICATIONS = "notifications"
    ADMIN = "admin"
    DEVICE_OWNER = "device_owner"
    PROFILE_OWNER = "profile_owner"
    KEYBOARD = "keyboard"
    SMS = "sms"
    VPN = "vpn"
    SCREEN = "screen"
    BATTERY = "battery"


class AccessibilityOn(Observation, frozen=True, kw_only=True):
    """An accessibility service that is switched on; it can read the screen and press keys."""

    app: str
    service: str
    user: int = 0


class NotificationReader(Observation, frozen=True, kw_only=True):
    """A service that reads all notifications, chat messages among them."""

    app: str
    service: str
    user: int = 0


class AdminApp(Observation, frozen=True, kw_only=True):
    """An app that administers the phone: `power` is ADMIN, DEVICE_OWNER or PROFILE_OWNER."""

    app: str
    power: Power
    service: str = ""
    user: int = 0


class ChosenApp(Observation, frozen=True, kw_only=True):
    """The app chosen for something: keyboard, text messages, VPN, seeing the screen, no battery limits."""

    app: str
    power: Power
    user: int = 0


class AppUse(Observation, frozen=True, kw_only=True):
    """What an app may do by the phone's own record, and when it last did it out of sight.

    `operation` is Android's name (`RECORD_AUDIO`); `seconds_ago` and `when` are those of the last use
    in the background, None and empty where there was none. `last_seconds_ago` is the last use of all,
    in sight or out of it, told only by records that do not tell the two apart (Android 6 to 8).
    """

    app: str
    operation: str
    is_allowed: bool
    seconds_ago: int | None = None
    when: str = ""
    last_seconds_ago: int | None = None


class PhoneSetting(Observation, frozen=True, kw_only=True):
    """One value of the phone's settings; `area` is global, secure, system or empty where not written."""

    area: str
    name: str
    value: str
    user: int = 0


class PhoneProperty(Observation, frozen=True, kw_only=True):
    """One property of the system (`ro.boot.verifiedbootstate`)."""

    name: str
    value: str


class PhoneUser(Observation, frozen=True, kw_only=True):
    """One person or profile on the phone; `type` is Android's name, empty on old phones, `flags` its bits."""

    number: int
    name: str = ""
    type: str = ""
    flags: int = 0


class TrustedComputer(Observation, frozen=True, kw_only=True):
    """A computer that may command the phone over a cable without being asked about again.

    `did_collect`: it is the one with which what is looked at was gathered.
    """

    name: str
    key: str
    did_collect: bool = False


class OwnCertificate(Observation, frozen=True, kw_only=True):
    """A certificate somebody added to the phone's trusted ones; `name` is its file's."""

    name: str
    user: int = 0


class ChangedApp(Observation, frozen=True, kw_only=True):
    """An app that was taken off or set back to an older version, by the phone's battery diary."""

    app: str
    when: str
    version: int
    is_removed: bool


class RootTrace(Observation, frozen=True, kw_only=True):
    """A file that gives full rights over the phone, or hides that they were given."""

    path: str


class Guard(StrEnum):
    """A protection of the system that no ordinary phone leaves open. The signs are `guard_<value>_open`."""

    SELINUX = "selinux"  # rules for programs are only noted, not kept
    SYSTEM_FILES = "system_files"  # the system's own files can be written


class OpenGuard(Observation, frozen=True, kw_only=True):
    """A protection that stands open; `place` is what was seen of it."""

    guard: Guard
    place: str


class LeftTrace(Observation, frozen=True, kw_only=True):
    """An app that is named in the system's notes though no list of installed apps holds it."""

    app: str


class MessageLink(Observation, frozen=True, kw_only=True):
    """A web address in a text message. `when` is RFC 3339 in UTC; the message itself is not kept."""

    url: str
    who: str = ""
    when: str = ""
    is_sent: bool = False
