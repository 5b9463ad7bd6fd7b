"""Observation of a program having run, out of the notes the system keeps for itself."""

from checkup.model.sources import Observation


class OnceRan(Observation, frozen=True, kw_only=True):
    """A program that ran, though it may be gone. `when` is the last time, RFC 3339 in UTC."""

    path: str
    who: str = ""
    when: str = ""
