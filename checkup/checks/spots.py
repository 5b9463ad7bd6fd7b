"""The kinds of places a program can lie in."""

from enum import StrEnum


class Spot(StrEnum):
    """Where a program lies; HOME and DATA_FOLDER hold honest programs too, the others seldom do."""

    USUAL = "usual"
    HOME = "home"
    DATA_FOLDER = "data_folder"  # of Windows, where programs keep what everybody shares
    TEMPORARY = "temporary"
    MEMORY = "memory"
    HIDDEN_FOLDER = "hidden_folder"
    SHARED_FOLDER = "shared_folder"  # one that everybody on the computer may write to
    NAMELESS_FOLDER = "nameless_folder"  # named by a long number instead of a word

    @property
    def is_odd(self) -> bool:
        """Whether programs are seldom there for an honest reason."""
        return self not in (Spot.USUAL, Spot.HOME, Spot.DATA_FOLDER)
