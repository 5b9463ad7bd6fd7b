"""Observations of what is installed: packages of the distribution, and programs beside them."""

from checkup.model.sources import Observation


class InstalledProgram(Observation, frozen=True, kw_only=True):
    """Something installed: a package by its name, or a file or folder by its whole path."""

    package: str = ""
    path: str = ""
