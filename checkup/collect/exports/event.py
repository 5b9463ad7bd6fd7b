"""What a reading of exports gives, in its order."""

from checkup.model.looked import Unread
from checkup.model.sign_in import SignInRecord
from checkup.model.value import Value


class Began(Value, frozen=True, kw_only=True):
    """The rows that follow come from here."""

    where: str
    service: str


Event = list[SignInRecord] | Unread | Began
"""Rows come many at a time: handing each on by itself costs as much as reading it."""
