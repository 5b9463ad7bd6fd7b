"""Where a person can turn: services of a country, how each is known, and how old that knowledge is.

The facts stand in resources/help, one file a country; the words in resources/text.
"""

import re
from datetime import date, datetime, timedelta
from enum import StrEnum

import msgspec

from .value import Value

FRESH = timedelta(days=90)
"""Knowledge older than this is shown with "check first"."""

EVERYWHERE = "GLOBAL"
"""The country of entries that serve people wherever they are."""


class HelpSection(StrEnum):
    """What a call or a visit sets going; kept apart on the page, in this order."""

    DANGER_NOW = "danger_now"
    TALK = "talk"
    REPORT = "report"
    TAKEDOWN = "takedown"
    DIRECTORIES = "directories"


class HelpKind(StrEnum):
    """What a service does."""

    EMERGENCY = "emergency"
    POLICE = "police"
    HEALTH = "health"
    DOMESTIC_VIOLENCE = "domestic_violence"
    CHILD = "child"
    TRAFFICKING = "trafficking"
    SHELTER = "shelter"
    COUNSELLING = "counselling"
    ONE_STOP = "one_stop"
    LEGAL = "legal"
    MENTAL_HEALTH = "mental_health"
    DIGITAL_SECURITY = "digital_security"
    REPORT = "report"
    CYBERCRIME = "cybercrime"
    SPAM_SCAM = "spam_scam"
    IMAGE_ABUSE = "image_abuse"
    TAKEDOWN = "takedown"
    DIRECTORY = "directory"


class HelpEvidence(StrEnum):
    """How an entry is known. The words are the texts `help.evidence.<value>`."""

    LOCAL = "local"  # a centre wrote it into its own file
    OPERATOR = "operator"  # a page of the operator, a public body or a law
    PRESS = "press"  # a named report
    LIST = "list"  # a public table that says it read the operator's page
    SECONDARY = "secondary"  # only general lists
    NONE = "none"  # general knowledge

    @property
    def is_enough_to_call(self) -> bool:
        """Whether a number or address known like this may be offered."""
        return self not in (HelpEvidence.SECONDARY, HelpEvidence.NONE)


class Ages(StrEnum):
    """For whom an entry is."""

    ANY = "any"
    ADULTS = "adults"
    UNDER_18 = "under_18"


class Hours(StrEnum):
    """When somebody answers. `WEEKDAYS` comes with two clock times of that country."""

    UNKNOWN = "unknown"
    ALL_DAY = "all_day"
    WEEKDAYS = "weekdays"
    VARIES = "varies"


class Cost(StrEnum):
    """What it costs. `SERVICE_FREE` means that the call itself may be charged."""

    UNKNOWN = "unknown"
    FREE = "free"
    SERVICE_FREE = "service_free"


class Way(StrEnum):
    """A way to reach a service besides its phone number and its page."""

    SMS = "sms"
    CHAT = "chat"
    WHATSAPP = "whatsapp"
    ZALO = "zalo"
    APP = "app"


class PhoneUse(StrEnum):
    """What one of several numbers is for."""

    ANY = "any"
    POLICE = "police"
    OLDER = "older"  # an earlier number that may still work


class Phone(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number as it is dialled in its country; `then` is the digit asked for after that."""

    number: str
    use: PhoneUse = PhoneUse.ANY
    then: str = ""


class AlsoBy(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another way in: `say` is the word or form to send."""

    way: Way
    number: str = ""
    say: str = ""


class HelpSource(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the knowledge stands; `date` is a year, a month or a day in ISO form, or empty: undated."""

    what: str
    date: str = ""


class HelpEntry(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One service. `serves` is looked up as the text `help.serves.<serves>`.

    `checked` is the day somebody asked the operator, ISO form, empty where nobody did. `only_in`
    names the countries in which an entry of a whole region works. `careful` marks a note that
    belongs before the call. `note` and `note_vi` are a centre's own words.
    """

    id: str
    country: str
    name: str
    section: HelpSection
    evidence: HelpEvidence
    name_native: str = ""
    name_vi: str = ""
    kinds: tuple[HelpKind, ...] = ()
    serves: str = ""
    region: str = ""
    region_vi: str = ""
    ages: Ages = Ages.ANY
    only_in: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    web: tuple[str, ...] = ()
    email: str = ""
    also: tuple[AlsoBy, ...] = ()
    hours: Hours = Hours.UNKNOWN
    opens: str = msgspec.field(default="", name="from")
    closes: str = msgspec.field(default="", name="to")
    cost: Cost = Cost.UNKNOWN
    off_the_bill: bool = False
    languages: tuple[str, ...] = ()
    more_languages: bool = False
    careful: bool = False
    verified: bool = False
    checked: str = ""
    note: str = ""
    note_vi: str = ""
    sources: tuple[HelpSource, ...] = ()

    @property
    def may_be_called(self) -> bool:
        """Whether its numbers and addresses may be offered at all."""
        return self.evidence.is_enough_to_call

    @property
    def known_since(self) -> str:
        """The newest date of its knowledge, as written (`2021`, `2025-11`, `2025-11-27`), or empty."""
        if self.checked:
            return self.checked
        return max((source.date for source in self.sources), default="")

    def needs_checking(self, today: datetime) -> bool:
        """Whether its knowledge is older than 90 days; a year or a month counts from its first day.

        A date that lies ahead says nothing: the clock or the date is wrong.
        """
        known = first_day(self.known_since)
        return known is None or not -timedelta(days=1) <= today.date() - known <= FRESH


class LocalFault(StrEnum):
    """What is wrong with a centre's own file. The words are the texts `help.local.<value>`."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_TOML = "not_toml"
    WRONG_FIELD = "wrong_field"
    BAD_DATE = "bad_date"
    BAD_NUMBER = "bad_number"
    BAD_ADDRESS = "bad_address"


class LocalTrouble(Value, frozen=True, kw_only=True):
    """Why a centre's own file is not used: the file's name, and the line or entry and field at fault.

    `line` and `entry` count from 1; 0 where there is none.
    """

    file: str
    fault: LocalFault
    line: int = 0
    entry: int = 0
    field: str = ""


def first_day(written: str) -> date | None:
    """Return the first day of a year, a month or a day in ISO form, or None where it is none."""
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", written, re.ASCII):
        return None
    try:
        return date.fromisoformat(written + "-01" * (2 - written.count("-")))
    except ValueError:
        return None
