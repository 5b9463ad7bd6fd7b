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


class Subject(Value, frozen=True, kw_only=True):
    """The thing that was looked at; `system` is its operating system with version, `name` its own name."""

    kind: SubjectKind
    name: str = ""
    system: str = ""


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

        The same program on this computer and on another disk are two things, with an answer each.
        """
        return f"disk {self.disk}: {finding.about}" if self.disk else finding.about

    def at(self, level: Level) -> tuple[Finding, ...]:
        """Return its findings of one level, in the order they came."""
        return tuple(finding for finding in self.findings if finding.level is level)

    @property
    def has_strong_sign(self) -> bool:
        """Whether anything in it looks like monitoring software."""
        return any(finding.level is Level.STRONG for finding in self.findings)
