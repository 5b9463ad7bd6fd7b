"""What the person told about themselves before anything was looked at."""

from enum import StrEnum


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
