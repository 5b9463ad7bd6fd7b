"""Observations of libraries put into every program."""

from checkup.model.sources import Observation


class PreloadedLibrary(Observation, frozen=True, kw_only=True):
    """A library that a list puts into every program; `package` as in RunningProgram, `when` in UTC."""

    path: str
    line: str
    when: str = ""
    package: str | None = None
    is_there: bool = True
