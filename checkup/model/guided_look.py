"""A guided look: what a program cannot read, looked at by the person on the device's own screen."""

from enum import StrEnum

from .answer import Answer
from .value import Value


class LookOn(StrEnum):
    """On which kind of device; the value is part of the names in resources/looks."""

    WINDOWS = "windows"
    MACOS = "macos"
    LINUX = "linux"
    ANDROID = "android"
    IPHONE = "iphone"


class GuidedLook(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One look. Its words are the texts `looks.<id>.title`, `.path` and `.what`.

    `checks` are those whose gap it answers: looked at by the person counts as looked at. `words_from`
    says of which version of the system the menu's words are, and how they are known.
    """

    id: str
    on: LookOn
    checks: frozenset[str] = frozenset()
    words_from: str


class LookAnswer(Value, frozen=True, kw_only=True):
    """What the person saw in a guided look: only what is theirs, or somebody's, unknown, or not sure."""

    look: str
    answer: Answer
