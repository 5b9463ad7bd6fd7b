"""The phone a person wants to look at: which kind it is, and who uses it."""

from enum import StrEnum

from .value import Value


class PhoneKind(StrEnum):
    """What is looked at in the phone's step; NONE is "no phone now"."""

    ANDROID = "android"
    IPHONE = "iphone"
    NETWORK = "network"
    NONE = "none"


class WhosePhone(StrEnum):
    """Who uses it. With OTHER nothing is looked at: that needs the yes of the person who uses it."""

    MINE = "mine"
    AGREED = "agreed"
    OTHER = "other"


class PhoneChoice(Value, frozen=True, kw_only=True):
    """What was chosen on the first page of the phone's step; None where nothing was."""

    kind: PhoneKind | None = None
    whose: WhosePhone | None = None

    @property
    def is_allowed(self) -> bool:
        """Whether there is a phone to look at, and its user wants it."""
        return self.kind not in (None, PhoneKind.NONE) and self.whose in (
            WhosePhone.MINE,
            WhosePhone.AGREED,
        )
