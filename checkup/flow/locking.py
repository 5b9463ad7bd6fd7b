"""What of a visit stays in memory while its record is locked: as little as leads back to it.

Everything else is read out of the record again when it is unlocked, so nothing is dropped that the
record would not give back: what could not be saved stays, and the person is told.

References: threat-model T11.
"""

from enum import StrEnum

from msgspec import structs

from checkup.flow.keeping import begun_of
from checkup.flow.taking_up import taken_up
from checkup.model.phone import PhoneChoice
from checkup.model.visit import Record, Visit


class Held(StrEnum):
    """Why a locked visit is still in memory. The words are the texts `record.held.<value>`."""

    WORKING = "working"  # a look goes on, and what it finds is not there yet
    UNSAVED = "unsaved"  # the last save did not work
    READ_ONLY = "read_only"  # told since, and the record can only be read


def left_behind(visit: Visit) -> Visit:
    """Return what stays: the visit's id and how it was begun."""
    return structs.replace(begun_of(visit), phone=PhoneChoice())


def read_back(record: Record, left: Visit) -> Visit:
    """Return the visit out of its record: as it was saved, or taken up anew where it never was."""
    own = next((visit for visit in record.visits if visit.id == left.id), None)
    return own or taken_up(record, left)


def can_be_read_back(record: Record, visit: Visit) -> bool:
    """Whether the record gives back all of this visit."""
    return read_back(record, left_behind(visit)) == visit
