"""Observation of a device that was plugged in once, out of the list the system keeps of them."""

from checkup.model.sources import Observation


class AttachedDevice(Observation, frozen=True, kw_only=True):
    """A device of USB. `vendor` and `product` are its maker's and its own number, four hexadecimal digits.

    `is_keyboard` tells that the system takes keys from it. `when` is the entry's last change, RFC 3339
    in UTC: mostly the last time it was plugged in anew.
    """

    vendor: str
    product: str
    name: str = ""
    is_keyboard: bool = False
    when: str = ""
