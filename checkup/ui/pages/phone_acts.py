"""What a person can do on the pages of "Your phone": the values their `acted` carries."""

from pathlib import Path

from checkup.flow.phone_look import Source
from checkup.model.phone import PhoneKind, WhosePhone
from checkup.model.value import Value


class KindChosen(Value, frozen=True, kw_only=True):
    """What is to be looked at."""

    kind: PhoneKind


class WhoseChosen(Value, frozen=True, kw_only=True):
    """Who uses the phone."""

    whose: WhosePhone


class ListsAsked(Value, frozen=True, kw_only=True):
    """The lists of known programs should be shown."""


class SourceChosen(Value, frozen=True, kw_only=True):
    """Where the facts come from."""

    source: Source


class SerialChosen(Value, frozen=True, kw_only=True):
    """Which of several phones on the cable."""

    serial: str


class PathAsked(Value, frozen=True, kw_only=True):
    """A file, or a folder, should be chosen in a dialog."""

    folder: bool


class PathGiven(Value, frozen=True, kw_only=True):
    """A file or folder was dropped on the page."""

    path: Path


class EnterPressed(Value, frozen=True, kw_only=True):
    """Enter was pressed in the field of the password: as the main button."""
