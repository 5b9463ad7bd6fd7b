"""Observations of the antivirus program that comes with the system: what it was told not to look at."""

from enum import StrEnum

from checkup.model.sources import Observation


class ExclusionKind(StrEnum):
    """What is left out."""

    PATH = "path"
    PROCESS = "process"
    EXTENSION = "extension"


class AntivirusExclusion(Observation, frozen=True, kw_only=True):
    """Something the antivirus program does not look at; `value` a folder, a program or an ending."""

    kind: ExclusionKind
    value: str
    when: str = ""


class AntivirusEventKind(StrEnum):
    """What the antivirus program noted."""

    FOUND = "found"  # it found a program it counts as harmful
    LET_BE = "let_be"  # somebody told it to leave one alone, or nothing was done
    SWITCHED_OFF = "switched_off"
    LEFT_OUT = "left_out"  # something was put on the list of what it does not look at


class AntivirusEvent(Observation, frozen=True, kw_only=True):
    """Something it noted in its own log: `what` its name for a program or what is left out, `path` where."""

    kind: AntivirusEventKind
    what: str = ""
    path: str = ""
    when: str = ""


class AntivirusSwitch(Observation, frozen=True, kw_only=True):
    """A part of the antivirus program, and whether it is on; `part` is its own name for it."""

    part: str
    is_on: bool
    when: str = ""
