"""What the person told about themselves before anything was looked at."""

from enum import StrEnum

from .value import Value


class Company(StrEnum):
    """For whom the walk is: alone, or with someone at the same table (a counsellor)."""

    ALONE = "alone"
    WITH_SOMEONE = "with_someone"


class DeviceSafety(StrEnum):
    """The first question: is this device safe to use now?"""

    SAFE = "safe"
    NOT_SURE = "not_sure"
    NOT_SAFE = "not_safe"


class Keeping(StrEnum):
    """What becomes of the visit when the program closes."""

    NOTHING = "nothing"
    RECORD = "record"


class Reply(Value, frozen=True, kw_only=True):
    """The reply to one question of resources/questions; several choices where it allows them.

    An empty `choices` means the person skipped it, which is a reply too. `words` is what they wrote
    themselves, where the question asks for that.
    """

    question: str
    choices: tuple[str, ...] = ()
    words: str = ""
