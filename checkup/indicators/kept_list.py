"""A list somebody added: what it holds, how it came here, and how a newer one compares with it."""

from collections.abc import Iterator
from enum import StrEnum

from checkup.indicators.imports.outcome import Skipped
from checkup.indicators.listed import Role
from checkup.indicators.program_list import ProgramList
from checkup.model.value import Value

MOST_LOST = 5  # a list that lost more than one part in so many is held back


class KeptList(Value, frozen=True, kw_only=True):
    """An added list. `taken` is the day it came here (`2026-11-24`); `address` where from, "" for a file.

    `signed_by` is the id of the key that signed it, "" if none did, and `stamp` when, as seconds since
    1970.
    """

    list: ProgramList
    taken: str
    skipped: tuple[Skipped, ...] = ()
    address: str = ""
    signed_by: str = ""
    stamp: int = 0

    @property
    def id(self) -> str:
        """The list's id."""
        return self.list.source.id


class Change(StrEnum):
    """How a list compares with the one it would replace. The words are the texts `lists.change.<value>`."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    SHRUNK = "shrunk"  # held back; can be taken knowingly
    OLDER = "older"  # refused
    OTHER_SIGNER = "other_signer"  # refused: the earlier one was signed, this one is not by the same key

    @property
    def is_refused(self) -> bool:
        """Whether it is not taken, whatever the person says: the earlier one can be brought back instead."""
        return self in {Change.OLDER, Change.OTHER_SIGNER}


class Compared(Value, frozen=True, kw_only=True):
    """A comparison: how many values came and how many went."""

    change: Change
    added: int = 0
    lost: int = 0


def compared(new: KeptList, before: KeptList | None, baseline: ProgramList | None = None) -> Compared:
    """Compare a list with the kept one; where there is none, with the built-in list it continues."""
    earlier = before.list if before else baseline
    if earlier is None:
        return Compared(change=Change.NEW, added=new.list.count)
    had, has = set(_values(earlier)), set(_values(new.list))
    lost, added = len(had - has), len(has - had)
    return Compared(change=_change(new, before, lost, had, has), added=added, lost=lost)


def _change(
    new: KeptList, before: KeptList | None, lost: int, had: set[tuple[Role, str]], has: set[tuple[Role, str]]
) -> Change:
    if before and before.signed_by and before.signed_by != new.signed_by:
        return Change.OTHER_SIGNER
    if before and _is_older(new, before):
        return Change.OLDER
    if lost * MOST_LOST > len(had):
        return Change.SHRUNK
    if before is None:
        return Change.NEW
    return Change.SAME if had == has and new.list == before.list else Change.CHANGED


def _is_older(new: KeptList, before: KeptList) -> bool:
    if before.stamp:
        return new.stamp < before.stamp
    dates = new.list.source.as_of, before.list.source.as_of
    return all(dates) and dates[0] < dates[1]


def _values(one: ProgramList) -> Iterator[tuple[Role, str]]:
    for family in one.families:
        for role, values in family.values.items():
            yield from ((role, value) for value in values)
