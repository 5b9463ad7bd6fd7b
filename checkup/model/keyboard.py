"""Observations of who reads, or may read, what is typed."""

from checkup.model.sources import Observation


class ReadsKeyboard(Observation, frozen=True, kw_only=True):
    """A running program that holds a keyboard's device open. `package` as in RunningProgram."""

    number: int
    name: str
    device: str
    path: str = ""
    who: str = ""
    since: str = ""
    package: str | None = None


class MayReadKeyboard(Observation, frozen=True, kw_only=True):
    """An account whose programs may read every keyboard, by its group; `line` is the group's line."""

    who: str
    group: str
    line: str
