"""Tables of a database, whoever reads them: asked for columns, given rows.

What is read joins and counts on our side: a file of somebody else's is asked for nothing but rows.
"""

from collections.abc import Iterator
from typing import Protocol

Row = tuple[object, ...]


class UnknownColumns(Exception):
    """A table is not there, or has none of the columns known from any version."""


class LeftOut(Exception):
    """More than can be counted: what came before stands, and so many were left out (`count`)."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class Tables(Protocol):
    """Reading raises `checkup.parse.sqlite.NotDatabase` or `TookTooLong`, also in the middle of rows."""

    def columns(self, table: str) -> frozenset[str]:
        """Return the names of a table's columns; empty where there is no such table."""
        ...

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        """Yield these columns of every row; None for a column the table does not have."""
        ...


def whole_number(value: object) -> int:
    """Return a whole number out of a row; 0 for anything else."""
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, float) and abs(value) < 2**63 else 0


def real_number(value: object) -> float:
    """Return a number out of a row; 0 for anything else."""
    return float(value) if isinstance(value, int | float) and abs(value) < 2**63 else 0.0


def text(value: object) -> str:
    """Return a text out of a row; empty for anything else."""
    return value if isinstance(value, str) else ""
