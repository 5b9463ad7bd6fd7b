"""What the walk needs of the record a person keeps, whoever stores it."""

from typing import Protocol

from checkup.model.visit import Record


class Kept(Protocol):
    """An opened record. `read_only` is true where another program has it open for writing."""

    @property
    def record(self) -> Record:
        """The record as it was last read or saved."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether saving is refused."""
        ...

    def save(self, record: Record) -> None:
        """Write the record; raises an error of `store.errors` and loses nothing where it cannot."""
        ...

    def close(self) -> None:
        """Forget the keys and let go of the file."""
        ...
