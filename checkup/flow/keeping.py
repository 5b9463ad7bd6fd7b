"""What the walk needs of the record a person keeps, whoever stores it."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from checkup.model.visit import Record, Visit


class KeepState(StrEnum):
    """What becomes of what is told now. The words are the texts `window.keeps.<value>`."""

    NOTHING = "nothing"
    RECORD = "record"
    UNSAVED = "unsaved"  # the last save did not work
    READ_ONLY = "read_only"


def with_visit(record: "Record", visit: "Visit") -> "Record":
    """Return the record with this visit as its last, in the place of what it held of it."""
    from msgspec import structs

    others = tuple(one for one in record.visits if one.id != visit.id)
    return structs.replace(record, visits=(*others, visit))


def without(record: "Record", changes: Iterable[Callable[["Visit"], "Visit"]]) -> "Record":
    """Return the record after something was taken out of every visit of it."""
    from msgspec import structs

    visits = record.visits
    for change in changes:
        visits = tuple(map(change, visits))
    return structs.replace(record, visits=visits)


def begun_of(visit: "Visit") -> "Visit":
    """Return a visit as it was begun: no more than for whom it is, on which device, and what is kept."""
    from checkup.model.visit import Visit

    return Visit(
        id=visit.id,
        began=visit.began,
        language=visit.language,
        company=visit.company,
        device=visit.device,
        keeping=visit.keeping,
        offline=visit.offline,
        phone=visit.phone,
        went_on_knowingly=visit.went_on_knowingly,
    )


def tells_nothing(visit: "Visit") -> bool:
    """Whether a visit holds no more than how the walk was begun: closing it loses nothing."""
    return visit == begun_of(visit)


class Kept(Protocol):
    """An opened record. `read_only` is true where another program has it open for writing."""

    @property
    def record(self) -> "Record":
        """The record as it was last read or saved."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether saving is refused."""
        ...

    def save(self, record: "Record") -> None:
        """Write the record; raises an error of `store.errors` and loses nothing where it cannot."""
        ...

    @property
    def path(self) -> Path:
        """Where it lies."""
        ...

    @property
    def is_locked(self) -> bool:
        """Whether the passphrase is needed before anything else."""
        ...

    def save_elsewhere(self, path: Path, record: "Record") -> None:
        """Write the record to a new file, which is the one kept from now on."""
        ...

    def change_passphrase(self, old: str, new: str) -> None:
        """Put the record under another passphrase; takes about two seconds."""
        ...

    def lock(self) -> None:
        """Forget the keys; unsaved work is the caller's."""
        ...

    def unlock(self, passphrase: str) -> None:
        """Open it again after `lock`; raises WrongPassphrase. Takes about a second."""
        ...

    def close(self) -> None:
        """Forget the keys and let go of the file."""
        ...
