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


class MenuWord(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One word of the system's own menus, as a look writes it in both languages.

    `en_from` and `vi_from` name the source that shows it; empty where none was found, and then the page says
    that it may be called differently.
    """

    en: str
    vi: str
    en_from: str = ""
    vi_from: str = ""


class GuidedLook(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One look. Its words are the texts `looks.<id>.title`, `.path` and `.what`.

    `checks` are those whose gap it answers: looked at by the person counts as looked at. `of` says which
    version of the system's menus is meant.
    """

    id: str
    on: LookOn
    of: str
    checks: frozenset[str] = frozenset()
    words: tuple[MenuWord, ...] = ()


class LookAnswer(Value, frozen=True, kw_only=True):
    """What the person saw in a guided look: only what is theirs, or somebody's, unknown, or not sure."""

    look: str
    answer: Answer
