"""Observations about an iPhone, as its backup holds them. All names come from outside: hostile.

Times are RFC 3339 in UTC, empty where not known.
"""

from enum import StrEnum

from checkup.model.sources import Observation


class AppOrigin(StrEnum):
    """How an app came onto the phone, by the record the store leaves with it."""

    STORE = "store"
    TEST = "test"  # TestFlight, which is Apple's own for trying apps
    MANAGED = "managed"  # put there by device management
    OUTSIDE = "outside"  # no record of a store: side-loaded, or signed by a company
    UNKNOWN = "unknown"  # the backup holds no records of origins


class IphoneApp(Observation, frozen=True, kw_only=True):
    """An installed app. `bought_by` is the Apple account it was fetched with."""

    bundle_id: str
    name: str = ""
    maker: str = ""
    origin: AppOrigin = AppOrigin.UNKNOWN
    since: str = ""
    bought_by: str = ""


class FetchedApp(IphoneApp, frozen=True, kw_only=True):
    """An installed app whose record says where it came from; backups without records have none."""


class Signer(StrEnum):
    """Who may have signed apps outside the store, by the leave that Apple gave them."""

    COMPANY = "company"  # for all phones; meant for a company's own people
    DEVELOPER = "developer"  # for phones the maker wrote down, with the right to look into the app
    REGISTERED = "registered"  # for phones the maker wrote down


class SigningProfile(Observation, frozen=True, kw_only=True):
    """A leave to run apps of one maker that do not come from the store.

    `app` is the bundle id it is for; with a star at its end, all that begin like it.
    """

    signer: Signer
    team: str = ""
    app: str = ""
    until: str = ""


class ConfigurationProfile(Observation, frozen=True, kw_only=True):
    """A profile added to the phone; `parts` are the kinds of settings it makes (`com.apple.vpn.managed`)."""

    identifier: str
    name: str = ""
    organisation: str = ""
    since: str = ""
    parts: tuple[str, ...] = ()
    is_locked: bool = False


class DeviceManagement(Observation, frozen=True, kw_only=True):
    """Somebody manages the phone from afar; `server` is the host that gives it orders."""

    organisation: str = ""
    server: str = ""
    is_supervised: bool = False
    is_locked: bool = False


class Right(StrEnum):
    """What an app may use; the words are the texts `phone.rights.<value>`."""

    LOCATION = "location"
    LOCATION_ALWAYS = "location_always"
    MICROPHONE = "microphone"
    CAMERA = "camera"
    PHOTOS = "photos"
    CONTACTS = "contacts"
    CALENDAR = "calendar"
    BLUETOOTH = "bluetooth"
    MOTION = "motion"


class PrivacyGrant(Observation, frozen=True, kw_only=True):
    """An app that may use something private."""

    bundle_id: str
    right: Right
    since: str = ""


class JailbreakTrace(Observation, frozen=True, kw_only=True):
    """Something a jailbreak, or a tool for unsigned apps, left behind."""

    tool: str


class PhoneAccount(Observation, frozen=True, kw_only=True):
    """An account signed in on the phone; `kind` is its service's name as the phone writes it."""

    kind: str
    who: str = ""
    since: str = ""


class SubscribedCalendar(Observation, frozen=True, kw_only=True):
    """A calendar that comes from elsewhere; `address` is where it is fetched."""

    name: str
    address: str = ""


class OpenCalendar(Observation, frozen=True, kw_only=True):
    """A calendar that others see or write: published at an address, or another person's, shared."""

    name: str
    is_published: bool = False
    owner: str = ""


class Act(StrEnum):
    """What a shortcut does, of what matters here. The signs are `shortcut_<value>`."""

    PLACE = "takes_place"
    PICTURE = "takes_picture"
    SOUND = "takes_sound"
    SCREEN = "takes_screen"
    MESSAGE = "sends_message"
    MAIL = "sends_mail"
    WEB = "sends_web"
    ORDERS = "sends_orders"  # to another computer, over SSH

    @property
    def is_sending(self) -> bool:
        """Whether something leaves the phone by it."""
        return self.value.startswith("sends")


class Shortcut(Observation, frozen=True, kw_only=True):
    """A shortcut the phone keeps; `hosts` are those of web addresses in it.

    `runs_alone` is True where something other than a tap starts it, without a question.
    """

    name: str
    acts: tuple[Act, ...] = ()
    hosts: tuple[str, ...] = ()
    runs_alone: bool = False
    changed: str = ""


class JoinedNetwork(Observation, frozen=True, kw_only=True):
    """A Wi-Fi network the phone knows; None where the backup does not say whether it is open."""

    name: str
    is_open: bool | None = None
    since: str = ""
    last: str = ""


class ProcessTraffic(Observation, frozen=True, kw_only=True):
    """What a program sent and received in all; `bundle_id` is empty for parts of the system."""

    process: str
    bundle_id: str = ""
    received: int = 0
    sent: int = 0
    since: str = ""
    last: str = ""


class ScreenTimeKind(StrEnum):
    """What the phone stores about Screen Time and the family."""

    ON = "on"
    PASSCODE = "passcode"
    CHILD = "child"
    ORGANISER = "organiser"  # another person organises the family


class ScreenTime(Observation, frozen=True, kw_only=True):
    """One thing stored about Screen Time or the family; `who` is the other person's name, if any."""

    kind: ScreenTimeKind
    who: str = ""
