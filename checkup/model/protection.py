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


class AntivirusSwitch(Observation, frozen=True, kw_only=True):
    """A part of the antivirus program, and whether it is on; `part` is its own name for it."""

    part: str
    is_on: bool
    when: str = ""
