"""What a person does on the pages of "Who can get in"."""

from checkup.flow.access_picture import Door
from checkup.model.access_change import Change
from checkup.model.value import Value


class PersonAdded(Value, frozen=True, kw_only=True):
    """A nickname was put in."""

    nickname: str


class PersonRemoved(Value, frozen=True, kw_only=True):
    """Somebody was taken out."""

    person: str


class DeviceAdded(Value, frozen=True, kw_only=True):
    """A device of a kind was put in."""

    kind: str


class DeviceRemoved(Value, frozen=True, kw_only=True):
    """A device was taken out."""

    device: str


class DeviceNamed(Value, frozen=True, kw_only=True):
    """A device's nickname is now this."""

    device: str
    nickname: str


class SharedTold(Value, frozen=True, kw_only=True):
    """These use a device too."""

    device: str
    people: tuple[str, ...]


class PinTold(Value, frozen=True, kw_only=True):
    """These know the PIN of a device."""

    device: str
    people: tuple[str, ...]


class SetUpTold(Value, frozen=True, kw_only=True):
    """Who set a device up, by their id; empty: not told."""

    device: str
    person: str


class Replied(Value, frozen=True, kw_only=True):
    """The open question got "yes", "no" or "unsure"."""

    choice: str


class ManyReplied(Value, frozen=True, kw_only=True):
    """It is so of these things and of no others; None: not sure."""

    so: tuple[str, ...] | None


class AskedAgain(Value, frozen=True, kw_only=True):
    """The last question should be asked again."""


class DoorPointed(Value, frozen=True, kw_only=True):
    """The proof of this door should be lit."""

    door: Door


class ChangePointed(Value, frozen=True, kw_only=True):
    """What this change cuts should be shown; None: no longer."""

    change: Change | None
