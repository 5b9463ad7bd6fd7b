"""Rows of one device while they come in: kept by what they say, counted by the hour."""

from checkup.model.sign_in import SignInRecord
from checkup.signins.device_name import DeviceName

Key = tuple[int, str, str, str, str]
"""What rows that are one sighting have in common: kind, program, address, country and place."""


class Same:
    """Rows that say the same but for the time, while they come in; `undated` of them have no time."""

    __slots__ = ("bins", "count", "first", "row", "source", "undated")

    def __init__(self, bins: dict[int, int], row: SignInRecord, source: str) -> None:
        self.bins = bins
        self.row = row
        self.first = row.when
        self.count = self.undated = 0
        self.source = source


class Rest:
    """The rows of one device at one service: those kept by what they say, and the rest."""

    __slots__ = ("group", "known", "same")

    def __init__(self, group: "GroupCounts", same: Same) -> None:
        self.group = group
        self.same = same
        self.known: dict[Key, Same] = {}


class GroupCounts:
    """One group while rows come in: rows kept by what they say, and the rest by device."""

    __slots__ = ("bins", "by_hand", "countries", "name", "rest", "seen")

    def __init__(self, name: DeviceName) -> None:
        self.name = name
        self.by_hand = False
        self.countries: dict[str, None] = {}
        self.bins: dict[str, dict[int, int]] = {}  # by service: rows an hour
        self.seen: list[Same] = []
        self.rest: list[Same] = []
