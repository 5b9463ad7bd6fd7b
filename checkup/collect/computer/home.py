"""A person's home folder, on any system."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    """A person's home folder: a whole path inside the place, and whose it is."""

    path: str
    who: str
