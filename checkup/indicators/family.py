"""What is known about one program: a family of names and places, and how sure each fact is."""

from enum import StrEnum
from typing import Final

from checkup.model.value import Value


class FamilyKind(StrEnum):
    """What such a program is made for. The words are the texts `families.kinds.<value>`."""

    STALKERWARE = "stalkerware"
    KEYLOGGER = "keylogger"
    RAT = "rat"
    EMPLOYEE_MONITORING = "employee-monitoring"
    PARENTAL_CONTROL = "parental-control"
    WATCHWARE = "watchware"
    REMOTE_ACCESS = "remote-access"
    SPYWARE = "spyware"  # made for states, or for whoever pays; lists of others call it so
    UNSTATED = "unstated"  # an added list that does not say

    @property
    def is_dual_use(self) -> bool:
        """Whether it often stands on a computer for an honest reason."""
        return self not in _MADE_FOR_WATCHING


_MADE_FOR_WATCHING: Final = frozenset(
    {FamilyKind.STALKERWARE, FamilyKind.KEYLOGGER, FamilyKind.RAT, FamilyKind.SPYWARE}
)


class Confidence(StrEnum):
    """How sure a fact is, surest first."""

    HIGH = "high"  # the maker's own page, a maintained public index, a package's own file list
    MEDIUM = "medium"  # one technical source, or two that may depend on each other
    LOW = "low"  # old, single or partial source
    UNVERIFIED = "unverified"  # people meet it, but no fact could be traced to a source

    @property
    def rank(self) -> int:
        """0 for the surest; for sorting."""
        return tuple(Confidence).index(self)

    @property
    def carries_a_strong_sign(self) -> bool:
        """Whether a fact of this confidence may be shown as a likely sign."""
        return self in {Confidence.HIGH, Confidence.MEDIUM}


class IndicatorKind(StrEnum):
    """What a fact is about; the values are the keys of the lists."""

    PATH = "path"
    PROCESS = "process"
    FILE = "file"
    SERVICE = "service"
    PACKAGE = "package"
    PORT = "port"
    DOMAIN = "domain"
    REGISTRY = "registry"
    SIGNER = "signer"
    BUNDLE_ID = "bundle_id"
    LAUNCHD = "launchd"
    DAEMON = "daemon"
    TEAM_ID = "team_id"
    PKG = "pkg"
    MUTEX = "mutex"
    ROOT_CERTIFICATE = "root_certificate"


NAMES: Final = frozenset({IndicatorKind.PROCESS, IndicatorKind.FILE})
"""Kinds that are only a name: never proof by themselves, anybody may choose it."""

EVERY_SYSTEM: Final = "any"


class Indicator(Value, frozen=True, kw_only=True):
    """One fact: `value` of `kind`, true on `system` (`linux`, `windows`, `macos`, ... or `any`)."""

    kind: IndicatorKind
    value: str
    system: str
    confidence: Confidence

    def holds_on(self, system: str) -> bool:
        """Whether the fact speaks about this system."""
        return self.system in {EVERY_SYSTEM, system}


class Family(Value, frozen=True, kw_only=True):
    """One program under all its names. `list_name` says which list it is from, with its date.

    `comes_with_system` marks parts of a system or desktop: that they are there says nothing, only
    that they are switched on does.
    """

    id: str
    name: str
    kind: FamilyKind
    confidence: Confidence
    platforms: tuple[str, ...]
    sources: tuple[str, ...]
    vendor: str = ""
    comes_with_system: bool = False
    indicators: tuple[Indicator, ...] = ()
    list_name: str = ""
