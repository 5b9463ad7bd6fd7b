"""Observation of a program having run, out of the notes the system keeps for itself."""

from enum import StrEnum

from checkup.model.sources import Observation


class Trace(StrEnum):
    """What was noted. The words are the texts `signs.<value>`."""

    RAN = "ran_before"
    ADDED = "added_before"  # it was set up to run in the background


class OnceRan(Observation, frozen=True, kw_only=True):
    """A program that ran or was added, though it may be gone. `when` is the last time, RFC 3339 in UTC."""

    path: str
    trace: Trace = Trace.RAN
    who: str = ""
    when: str = ""
