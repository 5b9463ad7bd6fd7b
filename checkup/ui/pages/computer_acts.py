"""What a person can do on the page "This computer": the values its `acted` carries."""

from checkup.model.answer import Answer
from checkup.model.value import Value


class Answered(Value, frozen=True, kw_only=True):
    """One of the four answers about one card."""

    about: str
    answer: Answer


class SamePhoneChosen(Value, frozen=True, kw_only=True):
    """Which phone of an earlier visit this look is of: the key of its subject, or ANOTHER."""

    key: str


class StopAsked(Value, frozen=True, kw_only=True):
    """The look should stop."""


class DiskAsked(Value, frozen=True, kw_only=True):
    """Another disk should be looked at."""


class DiskChosen(Value, frozen=True, kw_only=True):
    """The page should show another of the disks that were looked at, named by its folder."""

    name: str


class DiskRemoved(Value, frozen=True, kw_only=True):
    """The disk that is shown should no longer be part of the visit."""


class RightsAsked(Value, frozen=True, kw_only=True):
    """An administrator's password should be asked for."""


class CopyAsked(Value, frozen=True, kw_only=True):
    """A text should go to the clipboard."""

    text: str
