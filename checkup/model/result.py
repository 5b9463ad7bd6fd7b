"""The result of one look at one thing: this computer, a disk, a phone."""

from enum import StrEnum

from .finding import Finding, Level
from .looked import Gap, Looked, Unread
from .value import Value


class SubjectKind(StrEnum):
    """What was looked at."""

    COMPUTER = "computer"
    DISK = "disk"
    ANDROID = "android"
    IPHONE = "iphone"
    NETWORK = "network"


_PHONES = frozenset({SubjectKind.ANDROID, SubjectKind.IPHONE})


class Subject(Value, frozen=True, kw_only=True):
    """The thing that was looked at; `system` is its operating system with version, `name` its own name.

    `mark` is worked out of a phone's serial number, so that the same phone is known again without the
    number being kept; empty where what was brought does not tell it.
    """

    kind: SubjectKind
    name: str = ""
    system: str = ""
    mark: str = ""

    @property
    def is_phone(self) -> bool:
        """Whether it is a phone, of which a person may have several."""
        return self.kind in _PHONES

    @property
    def key(self) -> str:
        """What names it among others of its kind: two phones of one model are two things."""
        return f"{self.kind} {self.mark or self.name}"

    def may_be(self, other: "Subject") -> bool:
        """Whether both can be the same thing: by their marks where both have one, else by their names.

        Phones without a name are never taken for the same one.
        """
        if self.kind is not other.kind:
            return False
        if self.mark and other.mark:
            return self.mark == other.mark
        return self.name == other.name and bool(self.name or not self.is_phone)


class Result(Value, frozen=True, kw_only=True):
    """Every check of a run, in exactly one of `findings`, `gaps` and `looked`.

    A check with findings that could not read some places has these in `unread`. `when` is the start,
    RFC 3339 in UTC. `stopped` is true when the person stopped it; the checks not reached are gaps.
    """

    subject: Subject
    when: str
    findings: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()
    looked: tuple[Looked, ...] = ()
    unread: tuple[Unread, ...] = ()
    stopped: bool = False

    @property
    def disk(self) -> str:
        """The name of the other disk that was looked at, "" where it was something else."""
        return self.subject.name if self.subject.kind is SubjectKind.DISK else ""

    def key_of(self, finding: Finding) -> str:
        """Return what names a finding among those of all results.

        The same program on this computer, on another disk and on a phone are several things, with an
        answer each.
        """
        if self.subject.is_phone:
            return f"{self.subject.key}: {finding.about}"
        return f"disk {self.disk}: {finding.about}" if self.disk else finding.about

    def at(self, level: Level) -> tuple[Finding, ...]:
        """Return its findings of one level, in the order they came."""
        return tuple(finding for finding in self.findings if finding.level is level)

    @property
    def has_strong_sign(self) -> bool:
        """Whether anything in it looks like monitoring software."""
        return any(finding.level is Level.STRONG for finding in self.findings)
