"""A change to who can get in, and what is said about each: its effort, and whether it is noticed."""

from enum import StrEnum

from .step import Noticed
from .value import Value


class Do(StrEnum):
    """What is done. The sentences are the texts `access.changes.<value>`."""

    NEW_PASSWORD = "new_password"  # noqa: S105 - what is done, not a secret
    NEW_PIN = "new_pin"
    TAKE_OUT_BIOMETRIC = "take_out_biometric"
    KEEP_DEVICE = "keep_device"  # have it where nobody else gets hold of it
    STOP_SHARING = "stop_sharing"
    NEW_SIM = "new_sim"
    OWN_NUMBER = "own_number"  # have the number registered to oneself
    NEW_SECOND_FACTOR = "new_second_factor"
    NEW_RECOVERY = "new_recovery"
    LEAVE_FAMILY = "leave_family"
    SIGN_OUT_OTHERS = "sign_out_others"
    TWO_STEP = "two_step"  # switch on two-step verification; `by` is what it then needs too
    CLOSE = "close"  # a way is closed; `by` says which
    KEEP_CODES = "keep_codes"  # have recovery codes of one's own, before two-step verification is on
    RECOVER = "recover"  # set up and test a way of one's own, before something else closes

    @property
    def is_own_way(self) -> bool:
        """Whether it gives the person a way of their own and takes nothing from anybody."""
        return self in (Do.KEEP_CODES, Do.RECOVER)


class Change(Value, frozen=True, kw_only=True):
    """One change. `on` is the thing's id; `by` what the closed way needs, or the second step."""

    do: Do
    on: str
    by: tuple[str, ...] = ()


class WeighedChange(Value, frozen=True, kw_only=True):
    """A change with its effort (1 to 9), whether others would notice, and their sum as a weight."""

    change: Change
    effort: int
    noticed: Noticed

    @property
    def weight(self) -> int:
        """What it costs: being noticed counts like the hardest work."""
        return self.effort + {Noticed.NO: 0, Noticed.MAYBE: 2, Noticed.YES: 5}[self.noticed]
