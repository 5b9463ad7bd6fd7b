"""The person's own devices, and the people around them, as the person told of them."""

from enum import StrEnum

from .value import Value

MOST_DEVICES = 40
"""More than anybody tells by hand; what lies beyond is not taken."""

LONGEST_NICKNAME = 60

NOT_TOLD = ""
"""Who set a device up, where the person did not say."""


class DeviceKind(StrEnum):
    """What a device is. The words are the texts `devices.kinds.<value>`."""

    PHONE = "phone"
    TABLET = "tablet"
    COMPUTER = "computer"
    TELEVISION = "television"
    OTHER = "other"


class Person(Value, frozen=True, kw_only=True):
    """Somebody around the person, by a nickname the person chose; hostile text like any other.

    `id` is made by this program and stays the same when the nickname changes.
    """

    id: str
    nickname: str = ""


class OwnDevice(Value, frozen=True, kw_only=True):
    """One of the person's devices.

    `nickname` is what the person calls it, `model_words` what a service may call it ("SM-A536E",
    "Galaxy A53"): both as typed. `shared_with`, `set_up_by` and `pin_known_by` hold ids of `Person`,
    or `ME`; `set_up_by` is empty where not told. `pin_asked` and `sharing_asked` tell an empty answer
    ("nobody") from one that was not given.
    """

    id: str
    kind: DeviceKind = DeviceKind.PHONE
    nickname: str = ""
    model_words: tuple[str, ...] = ()
    shared_with: tuple[str, ...] = ()
    sharing_asked: bool = False
    set_up_by: str = NOT_TOLD
    pin_known_by: tuple[str, ...] = ()
    pin_asked: bool = False


ME = "me"
"""The person themselves, where an id of a `Person` can stand."""
