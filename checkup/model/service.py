"""A service a person may have an account with: where to look, and what outlives a new password.

The facts stand in resources/services, one file a service; the words in resources/text.
"""

from enum import StrEnum

import msgspec

from .value import Value


class ServiceKind(StrEnum):
    """What a service is. The words on what to look for are the texts `services.kinds.<value>`."""

    IDENTITY = "identity"
    MAIL = "mail"
    CLOUD = "cloud"
    GOVERNMENT_ID = "government_id"
    MESSAGING = "messaging"
    BANK = "bank"
    PAYMENT = "payment"
    SOCIAL = "social"
    LOCATION = "location"
    SMART_HOME = "smart_home"
    SHOPPING = "shopping"
    TRANSPORT = "transport"
    VIDEO = "video"
    MEDIA = "media"


class Unlocks(StrEnum):
    """What an account opens for whoever is in it, the widest door first."""

    OTHER_ACCOUNTS = "other_accounts"
    PHONE_AND_CLOUD = "phone_and_cloud"
    OFFICIAL_ID = "official_id"
    MESSAGES = "messages"
    MONEY = "money"
    SOCIAL = "social"
    PLACE_AND_HOME = "place_and_home"
    EVERYDAY = "everyday"

    @property
    def rank(self) -> int:
        """0 for the widest door; for sorting."""
        return tuple(Unlocks).index(self)


class Outlives(StrEnum):
    """What can stay open after a password change. The words are the texts `outlives.<value>`."""

    APP_PASSWORDS = "app_passwords"
    MAIL_FORWARDING = "mail_forwarding"
    MAIL_FILTERS = "mail_filters"
    MAIL_DELEGATES = "mail_delegates"
    RECOVERY_CONTACTS = "recovery_contacts"
    PASSKEYS = "passkeys"
    BACKUP_CODES = "backup_codes"
    TRUSTED_DEVICES = "trusted_devices"
    LINKED_DEVICES = "linked_devices"
    SESSIONS_STAY = "sessions_stay"
    THIRD_PARTY_APPS = "third_party_apps"
    LINKED_PROFILES = "linked_profiles"
    LINKED_SIGN_IN = "linked_sign_in"
    PHONE_NUMBER = "phone_number"
    FAMILY_GROUP = "family_group"
    HOME_MEMBERS = "home_members"
    LOCATION_SHARING = "location_sharing"
    FIND_DEVICE = "find_device"
    SHARED_CONTENT = "shared_content"
    CHAT_COPIES = "chat_copies"
    DROP_IN = "drop_in"
    SAVED_ADDRESSES = "saved_addresses"


class Purpose(StrEnum):
    """What a page or a menu of a service is for."""

    SESSIONS = "sessions"
    SESSIONS_ALT = "sessions_alt"
    SESSIONS_OLD = "sessions_old"
    ACTIVITY = "activity"
    CHECKUP = "checkup"
    SECURITY = "security"
    SAFETY_CHECK = "safety_check"
    APPS = "apps"
    APP_PASSWORDS = "app_passwords"
    MAIL_FORWARDING = "mail_forwarding"
    MAIL_RULES = "mail_rules"
    FAMILY = "family"
    MEMBERS = "members"
    LOCATION_SHARING = "location_sharing"
    FIND_DEVICE = "find_device"
    CALLS = "calls"
    TWO_STEP = "two_step"
    TWO_STEP_RECOVERY = "two_step_recovery"
    RECOVERY = "recovery"
    LOST_ACCOUNT = "lost_account"
    PASSWORD = "password"  # noqa: S105 - the name of a page, not a secret
    PASSCODE = "passcode"
    LOCK = "lock"
    EXPORT = "export"


class Known(StrEnum):
    """How an address is known; none of it means that the page answered today."""

    PMR = "pmr"  # a public list of password pages
    TFA = "tfa"  # a public list of two-step pages
    MULTI = "multi"  # in use in three or more unrelated public repositories
    ONE = "one"  # in one or two public directories of security links
    PAGE = "page"  # a public web page describes it


class Address(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One web page of a service. Without evidence it is a hint, never the only way."""

    purpose: Purpose
    url: str
    evidence: tuple[Known, ...] = ()

    @property
    def is_verified(self) -> bool:
        """Whether any source names this address."""
        return bool(self.evidence)


class Menu(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The way through a service's own menus, one name a part, in each language that is known.

    A marked language is a translation or unsure: the names can differ on the person's device.
    """

    purpose: Purpose
    en: tuple[str, ...] = ()
    vi: tuple[str, ...] = ()
    en_unverified: bool = False
    vi_unverified: bool = False
    source: str = ""


class SignedInMark(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hosts and cookie names that stand for a signed-in browser; values are never read.

    A host with a leading dot stands for the host and everything below it.
    """

    hosts: tuple[str, ...]
    names: tuple[str, ...]
    unverified: bool = False
    source: str = ""


class Export(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The copy of their data a person can ask for: where, which formats, how long it can take."""

    request: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    longest_wait_hours: int | None = None
    wait_unverified: bool = False


class ByNumber(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A service that knows a person by their number: a code sent to it signs in, and there is no password.

    `second_step` means that a PIN or password can be switched on beside the code. `gives_way_days` is
    after how many days whoever has the number gets in without it; 0 where that never happens.
    """

    second_step: bool = False
    gives_way_days: int = 0
    source: str

    @property
    def guards(self) -> bool:
        """Whether the second step keeps out whoever has the number."""
        return self.second_step and not self.gives_way_days


class HelpPage(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A page of the service's own help."""

    url: str
    about: Purpose | None = None


class Service(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One service. `countries` holds ISO codes, or `*` for everywhere; `as_of` is a year and month.

    `weight` orders services that unlock the same, the heavier first. `same_account_as` names the
    service whose sign-in this one uses. `one_device` means that only one device can be signed in.
    `tells_others` means that a change of sharing is told to the others by itself.
    """

    id: str
    name: str
    name_vi: str = ""
    kind: ServiceKind
    unlocks: Unlocks
    weight: int
    countries: tuple[str, ...]
    as_of: str
    outlives: tuple[Outlives, ...] = ()
    same_account_as: str = ""
    one_device: bool = False
    tells_others: bool = False
    addresses: tuple[Address, ...] = ()
    menus: tuple[Menu, ...] = ()
    signed_in: SignedInMark | None = None
    export: Export | None = None
    by_number: ByNumber | None = None
    help: tuple[HelpPage, ...] = ()
    sources: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def has_two_step(self) -> bool:
        """Whether anything known about it says that it has two-step verification."""
        named = {*(one.purpose for one in self.addresses), *(one.purpose for one in self.menus)}
        named |= {one.about for one in self.help if one.about}
        return not named.isdisjoint((Purpose.TWO_STEP, Purpose.TWO_STEP_RECOVERY))

    def name_in(self, language: str) -> str:
        """Return its name as people write it in a language."""
        return self.name_vi if language == "vi" and self.name_vi else self.name

    def address(self, purpose: Purpose) -> Address | None:
        """Return its address for a purpose, or None where none is known."""
        return next((one for one in self.addresses if one.purpose is purpose), None)

    def menu(self, purpose: Purpose) -> Menu | None:
        """Return its menu path for a purpose, or None where none is known."""
        return next((one for one in self.menus if one.purpose is purpose), None)
