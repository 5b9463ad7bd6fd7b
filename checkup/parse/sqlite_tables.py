"""The tables of a hostile SQLite file, read by SQLite itself: narrowed, timed, never written."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from checkup.parse.sqlite import HEADER, NotDatabase, TookTooLong, narrow, overlaid
from checkup.parse.tables import Row

SECONDS = 60.0
AT_ONCE = 2000
Answer = TypeVar("Answer")


@contextmanager
def tables_of_bytes(data: bytearray, log: bytes = b"", seconds: float = SECONDS) -> Iterator["SqliteTables"]:
    """Give the tables of a file held in memory; `data` is used up. Raises NotDatabase."""
    if not data.startswith(HEADER) or len(data) < 512:
        raise NotDatabase
    connection = sqlite3.connect(":memory:")
    try:
        overlaid(data, log)
        try:
            connection.deserialize(data)
        except (sqlite3.Error, OverflowError, MemoryError) as fault:
            raise NotDatabase from fault
        data.clear()  # SQLite has its own copy now
        yield SqliteTables(connection, seconds)
    finally:
        connection.close()


class SqliteTables:
    """Tables of an open connection, which belongs to whoever opened it. Limits begin here."""

    def __init__(self, connection: sqlite3.Connection, seconds: float = SECONDS) -> None:
        self._connection = connection
        self._deadline = time.monotonic() + seconds
        self._tried(lambda: narrow(connection, self._is_over))

    def columns(self, table: str) -> frozenset[str]:
        """Return the names of a table's columns; empty where there is no such table."""
        try:
            found = self._connection.execute(f"SELECT * FROM {_quoted(table)} LIMIT 0")  # noqa: S608 - ours
        except sqlite3.OperationalError as fault:
            if "no such table" in str(fault):
                return frozenset()
            raise self._trouble() from fault
        except sqlite3.Error as fault:
            raise NotDatabase from fault
        return frozenset(column[0] for column in found.description)

    def rows(self, table: str, *columns: str) -> Iterator[Row]:
        """Yield these columns of every row; None for a column the table does not have."""
        there = self.columns(table)
        asked = ", ".join(_quoted(one) if one in there else "NULL" for one in columns)
        statement = f"SELECT {asked} FROM {_quoted(table)}"  # noqa: S608 - names of ours
        if not there:
            return
        found = self._tried(lambda: self._connection.execute(statement))
        while some := self._tried(lambda: found.fetchmany(AT_ONCE)):
            yield from some

    def _is_over(self) -> bool:
        return time.monotonic() > self._deadline

    def _trouble(self) -> Exception:
        return TookTooLong() if self._is_over() else NotDatabase()

    def _tried(self, ask: Callable[[], Answer]) -> Answer:
        try:
            return ask()
        except (sqlite3.Error, OverflowError, MemoryError) as fault:
            raise self._trouble() from fault


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
