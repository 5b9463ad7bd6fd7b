"""Observation of a program for remote control having been used, out of its own log."""

from checkup.model.sources import Observation


class RemoteSession(Observation, frozen=True, kw_only=True):
    """Somebody connected to this computer. `program` is the id of its family.

    `peer` is who connected, as the program names them, `who` the account here. `since` and `until` are
    RFC 3339 in UTC where the log says so; where it is in local time, `since` is written without a zone.
    `needs_no_answer` tells that nobody here had to say yes, None where the log does not say.
    """

    program: str
    peer: str = ""
    who: str = ""
    since: str = ""
    until: str = ""
    line: str = ""
    needs_no_answer: bool | None = None
