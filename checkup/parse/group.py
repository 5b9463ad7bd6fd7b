"""The groups of a Unix system, `/etc/group`: text in, entries out.

References: group(5).
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """One line: the group's name, its number and the accounts named in it."""

    name: str
    number: int
    members: tuple[str, ...]


def group_entries(text: str) -> Iterator[GroupEntry]:
    """Yield the entries of a group file; lines that are none are left out."""
    for line in text.splitlines():
        fields = line.split(":")
        if len(fields) == 4 and fields[0] and fields[2].isascii() and fields[2].isdigit():
            members = tuple(name for name in fields[3].split(",") if name)
            yield GroupEntry(fields[0], int(fields[2][:10]), members)


def password_days(shadow: str) -> dict[str, int]:
    """Return for each account the day its password was last set, in days since 1970, from /etc/shadow."""
    days = {}
    for line in shadow.splitlines():
        fields = line.split(":")
        if len(fields) >= 3 and fields[2].isascii() and fields[2].isdigit() and len(fields[2]) < 7:
            days[fields[0]] = int(fields[2])
    return days
