"""What a look-up in the lists gives: whose fact it is, of what kind, from which lists, what it says."""

from enum import StrEnum
from typing import Final

from checkup.indicators.family import FamilyKind
from checkup.model.finding import Level
from checkup.model.value import Value


class Role(StrEnum):
    """What the value of a list is. The values are the keys of the lists."""

    APPLICATION_ID = "application_id"
    CERTIFICATE = "certificate"  # the certificate an app is signed with: MD5, SHA-1 or SHA-256
    CERTIFICATE_OWNER = "certificate_owner"  # the organisation a signing certificate names
    CERTIFICATE_NAME = "certificate_name"  # a pattern of the common name of a signing certificate
    BUNDLE_ID = "bundle_id"
    HASH = "hash"  # a file's MD5, SHA-1 or SHA-256
    CONTROL_DOMAIN = "control_domain"  # the app itself talks to it
    CONTROL_ADDRESS = "control_address"
    SHOP_DOMAIN = "shop_domain"  # where it is sold, or where the buyer signs in
    SHOP_ADDRESS = "shop_address"
    SHOP_URL = "shop_url"  # one page of a host that belongs to somebody else
    DOMAIN = "domain"  # the list does not say what the host is for
    URL = "url"
    PROCESS = "process"
    EMAIL = "email"

    @property
    def rank(self) -> int:
        """0 for the one that says most, as they stand here; for choosing among several."""
        return _RANKS[self]


_RANKS: Final = {role: rank for rank, role in enumerate(Role)}

_ON_THE_DEVICE: Final = frozenset(
    {Role.APPLICATION_ID, Role.CERTIFICATE, Role.CERTIFICATE_OWNER, Role.BUNDLE_ID, Role.HASH}
)
_TRACES: Final = frozenset({Role.SHOP_DOMAIN, Role.SHOP_ADDRESS, Role.SHOP_URL, Role.DOMAIN})


class ListSource(Value, frozen=True, kw_only=True):
    """Which list says so. `as_of` is the list's own date (`2026-06` or `2026-06-30`), "" if it has none.

    `name` is what a person reads; of a list that came from outside it is hostile text. `origin` is
    where it can be had, `credit` whom its licence asks to be named.
    """

    id: str
    name: str
    as_of: str = ""
    licence: str = ""
    origin: str = ""
    credit: str = ""


class Listed(Value, frozen=True, kw_only=True):
    """One value that lists know. `family` is the id of the program it belongs to, `name` its name.

    `value` is the value as it stands in the list, which for a host may be a name above the one asked.
    """

    family: str
    name: str
    kind: FamilyKind
    role: Role
    value: str
    sources: tuple[ListSource, ...]

    @property
    def source(self) -> str:
        """The name of the list that says so first, with its date: for a reason's `source`."""
        return self.sources[0].name

    @property
    def level(self) -> Level:
        """How much this alone may say.

        Only an id, a certificate or a hash of a program made for watching looks like monitoring; open
        monitoring is a question; a host the app talks to is a question, as a page can be opened by
        hand too; the shop is a trace of who used the device.
        """
        if self.role in _TRACES:
            return Level.LEAD
        if self.role in _ON_THE_DEVICE and not self.kind.is_dual_use:
            return Level.STRONG
        return Level.ASK
