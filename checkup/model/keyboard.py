"""Observations of who reads, or may read, what is typed."""

from enum import StrEnum

from checkup.model.sources import Observation


class KeyboardWay(StrEnum):
    """By which way a program gets keys."""

    DEVICE = "device"  # it holds the keyboard's device open
    EVENT_TAP = "event_tap"  # macOS tells it of keys in other programs


class ReadsKeyboard(Observation, frozen=True, kw_only=True):
    """A running program that gets all keys, by a device or a list. `package` as in RunningProgram."""

    number: int
    name: str
    device: str
    way: KeyboardWay = KeyboardWay.DEVICE
    path: str = ""
    who: str = ""
    since: str = ""
    package: str | None = None


class MayReadKeyboard(Observation, frozen=True, kw_only=True):
    """An account whose programs may read every keyboard, by its group; `line` is the group's line."""

    who: str
    group: str
    line: str
