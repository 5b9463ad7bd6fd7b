"""Observations of what is installed: packages of the distribution, and programs beside them."""

from checkup.model.sources import Observation


class InstalledProgram(Observation, frozen=True, kw_only=True):
    """Something installed: a package by its name, or a file or folder by its whole path.

    `name` is what the system's own list calls it, `registry` the whole path of a key it left in the
    Windows registry, `bundle_id` the name macOS tells programs apart by, `maker` who says it made it.
    """

    package: str = ""
    path: str = ""
    name: str = ""
    maker: str = ""
    registry: str = ""
    bundle_id: str = ""
