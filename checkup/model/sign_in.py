"""Sign-ins as services wrote them down: one row, rows of one device together, and what could not be read.

`when`, `first` and `last` are RFC 3339 in UTC, or empty where the zone is not known; `when_raw` is what
was written. Places are the service's own guess from an address. All texts come from outside: hostile.
"""

from enum import StrEnum

from .looked import Unread
from .value import Value


class SignInKind(StrEnum):
    """What a row tells. The words are the texts `signins.kinds.<value>`."""

    LOGIN = "login"
    LOGOUT = "logout"
    FAILED = "failed"
    SESSION = "session"  # signed in, now or when last used
    DEVICE = "device"  # a device the account knows
    USE = "use"  # the account was used from there; not a sign-in of its own
    RECOVERY_CHANGE = "recovery_change"  # password, mail, phone or name changed
    ACCOUNT_CHANGE = "account_change"  # a setting, a profile, closed or opened again
    APP_GRANT = "app_grant"  # another program may use the account
    EXPORT_REQUEST = "export_request"  # somebody asked for the data


class AddressKind(StrEnum):
    """What sort of network address it is. The words are the texts `signins.addresses.<value>`."""

    PUBLIC = "public"
    SHARED = "shared"  # one address for many customers: carrier-grade, or a mobile network as the row says
    PRIVATE = "private"  # inside a home or an office; says nothing about where
    LOCAL = "local"  # inside the device, or its own cable
    EXAMPLE = "example"  # set apart for manuals
    NONE = "none"  # nothing that a device can have


class SignInRecord(Value, frozen=True, kw_only=True, gc=False):
    """One row of an export, or one line a person saw. `country` is stated by the service or by the registry.

    `active` is None where the service does not say whether it still lasts. `source` is the file it stood in.
    `browser` is the beginning of the number a service gave to a browser: rows with the same may be of one.
    """

    service: str
    kind: SignInKind
    when: str = ""
    when_raw: str = ""
    zone_known: bool = False
    ip: str = ""
    country: str = ""
    place: str = ""
    device: str = ""
    os: str = ""
    app: str = ""
    user_agent: str = ""
    active: bool | None = None
    source: str = ""
    browser: str = ""


class DeviceKind(StrEnum):
    """What a device is, as far as its name tells."""

    PHONE = "phone"
    TABLET = "tablet"
    COMPUTER = "computer"
    TELEVISION = "television"
    OTHER = "other"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """How a group stands. The words are the texts `signins.verdicts.<value>`; none of them says "safe"."""

    EXPECTED = "expected"
    TO_RECOGNISE = "to_recognise"
    UNEXPECTED = "unexpected"
    CANNOT_TELL = "cannot_tell"


class Stretch(Value, frozen=True, kw_only=True):
    """How often a service saw a device, by time: pairs of (hours since 1970 in UTC, rows in that bin).

    `step` is the width of a bin in hours; a long history has wider ones.
    """

    service: str
    step: int = 1
    bins: tuple[tuple[int, int], ...] = ()


class Sighting(Value, frozen=True, kw_only=True):
    """Rows that say the same but for the time: the newest of them, the first time and how many."""

    row: SignInRecord
    first: str = ""
    count: int = 1


class SignInGroup(Value, frozen=True, kw_only=True):
    """All rows of one device, or of one country where no device is named, across services.

    `id` stays the same when the same exports are read again. `device` is a model's name; where only a
    sort of device is known it is empty and `sort` says which (`signins.sorts.<sort>`). `failed` are
    attempts that did not get in; they count apart. `rows` is a sample, the newest first. `addresses` are
    the sorts of address it came from, `connections` how many internet connections, 0 where that is not
    known: all of one half of an IPv6 address are one.
    """

    id: str
    device: str = ""
    kind: DeviceKind = DeviceKind.UNKNOWN
    sort: str = ""
    services: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    count: int = 0
    failed: int = 0
    undated: int = 0
    by_hand: bool = False
    addresses: tuple[AddressKind, ...] = ()
    connections: int = 0
    stretches: tuple[Stretch, ...] = ()
    rows: tuple[Sighting, ...] = ()


class SignInHistory(Value, frozen=True, kw_only=True):
    """What some exports gave: groups, not rows; a million rows are never kept.

    `read` counts rows by service; `left_out` counts the groups that were too many to keep.
    """

    groups: tuple[SignInGroup, ...] = ()
    read: tuple[tuple[str, int], ...] = ()
    unread: tuple[Unread, ...] = ()
    left_out: int = 0
