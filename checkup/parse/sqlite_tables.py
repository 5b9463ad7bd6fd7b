"""The tables of a hostile SQLite file, and the rows of one statement about them."""

from collections.abc import Iterator
from contextlib import contextmanager

from checkup.parse.sqlite import Connection, NotDatabase, opened, quoted
from checkup.parse.sqlite_files import Held, Stored
from checkup.parse.tables import Row

SECONDS = 60.0
SECONDS_AT_ONCE = 5.0
MOST_ROWS = 200_000
SPARE = 1024 * 1024


@contextmanager
def tables_of(main: Stored, log: Stored, seconds: float = SECONDS) -> Iterator["SqliteTables"]:
    """Give the tables of a file and its log; raises NotDatabase."""
    with opened(main, log, seconds) as connection:
        yield SqliteTables(connection)


class SqliteTables:
    """Tables of an open file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def columns(self, table: str) -> frozenset[str]:
        """Return the names of a table's columns; empty where there is no such table."""
        return self._connection.columns(table)

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        """Yield these columns of every row; None for a column the table does not have."""
        there = {one.casefold() for one in self.columns(table)}
        if there:
            asked = ", ".join(quoted(one) if one.casefold() in there else "NULL" for one in columns)
            yield from self._connection.found(f"SELECT {asked} FROM {quoted(table)}")  # noqa: S608 - ours


def rows(data: bytes, statement: str, log: bytes = b"", *, seconds: float = SECONDS_AT_ONCE) -> list[Row]:
    """Return what a SELECT of ours finds in a file held in memory, with its `-wal` file if there is one.

    At most 200,000 rows, and no more text than a file of this length can hold. Text that is not UTF-8
    comes with lone surrogates. Raises `NotDatabase` and `TookTooLong`.
    """
    found: list[Row] = []
    left = SPARE + 2 * (len(data) + len(log))
    with opened(Held(data), Held(log), seconds) as connection:
        for row in connection.found(statement):
            left -= sum(len(one) for one in row if isinstance(one, str | bytes))
            if left < 0:  # the same place is used for many rows
                raise NotDatabase
            found.append(row)
            if len(found) == MOST_ROWS:
                break
    return found
