"""A hostile SQLite file opened by SQLite itself, out of its bytes: nothing is ever written.

The pages of a write-ahead log are laid over the file by SQLite, in its own memory, so that no copy
touches the disk and a program that holds the file open is not disturbed. A statement may read tables
and nothing else: views, functions, recursion and writing are refused; time and work are limited.
References: sqlite.org/security.html, sqlite.org/wal.html (section 8, a log without shared memory).
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import apsw

from checkup.parse.sqlite_files import DATABASE, Files, Stored
from checkup.parse.tables import Row

HEADER = b"SQLite format 3\0"
SHORTEST = 512
LONGEST_VALUE = 16 * 1024 * 1024
STEPS = 1000  # how many steps of SQLite's machine lie between two looks at the clock
FEWEST_STEPS = 2_000_000
STEPS_A_BYTE = 4  # a row takes about ten steps, and at least so many bytes of an honest file
_ALLOWED = frozenset({apsw.SQLITE_SELECT, apsw.SQLITE_READ})
_KIND, _COLUMNS = "typeof", "table_xinfo"  # the one function and the one pragma; our own
_WORKED_OUT = 2  # a column that is not stored: its value would be worked out by a term of the file's
_OFF = (
    *(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, apsw.SQLITE_DBCONFIG_ENABLE_VIEW),
    *(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, apsw.SQLITE_DBCONFIG_DQS_DML, apsw.SQLITE_DBCONFIG_DQS_DDL),
)
_ON = (apsw.SQLITE_DBCONFIG_DEFENSIVE, apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE)
_PRAGMAS = ("locking_mode=EXCLUSIVE", "temp_store=MEMORY", "cell_size_check=ON", "query_only=ON")


class NotDatabase(Exception):
    """The bytes are no SQLite file, or are damaged, or hold no such table."""


class TookTooLong(Exception):
    """The statement did not end within its time or its work: a hostile or a giant file."""


class Limits:
    """How long, and how much work, one opening may take; `is_over` once either is used up."""

    def __init__(self, size: int, seconds: float) -> None:
        self._deadline = time.monotonic() + seconds
        self._looks = (FEWEST_STEPS + STEPS_A_BYTE * size) // STEPS
        self.is_over = False

    def look(self) -> bool:
        """Count some steps; return whether to stop."""
        self._looks -= 1
        self.is_over = self.is_over or self._looks < 0 or time.monotonic() > self._deadline
        return self.is_over


class Connection:
    """An open file. What goes wrong in reading its bytes is raised as it is."""

    def __init__(self, connection: apsw.Connection, limits: Limits) -> None:
        self._connection = connection
        self._limits = limits
        self._rules = _Rules()
        connection.authorizer = self._rules.allow

    def columns(self, table: str) -> frozenset[str]:
        """Return the names of a table's columns, without those the file would have worked out.

        Empty where there is no such table. Raises NotDatabase, TookTooLong.
        """
        return frozenset(name for name, kind in self._kinds(table) if kind != _WORKED_OUT)

    def found(self, statement: str) -> Iterator[Row]:
        """Yield the rows of a SELECT of ours. Text that is not UTF-8 comes with lone surrogates.

        Raises NotDatabase and TookTooLong, also in the middle.
        """
        width, count = self._width(statement), 0
        with self._told():
            try:
                for count, row in enumerate(self._connection.execute(statement), 1):  # noqa: B007 - for what comes after a fault
                    yield row
            except UnicodeDecodeError:
                yield from self._letter_by_letter(statement, width, count)

    def _width(self, statement: str) -> int:
        """Return how many columns a statement gives, if none is one the file would have worked out."""
        widths: list[int] = []

        def told(cursor: apsw.Cursor, *_: object) -> bool:
            widths.append(len(cursor.get_description()))
            return False  # do not begin

        cursor = self._connection.cursor()
        cursor.exec_trace = told
        self._rules.read.clear()
        with self._told(), suppress(apsw.ExecTraceAbort):
            cursor.execute(statement, can_cache=False)
        for table in {table for table, _ in self._rules.read}:
            hidden = {(table, name) for name, kind in self._kinds(table) if kind == _WORKED_OUT}
            if hidden & self._rules.read:
                raise NotDatabase
        return sum(widths)

    def _kinds(self, table: str) -> list[tuple[str, int]]:
        with self._told():
            return [
                (row[1], row[6]) for row in self._connection.execute(f"PRAGMA {_COLUMNS}({quoted(table)})")
            ]

    def _letter_by_letter(self, statement: str, width: int, passed: int) -> Iterator[Row]:
        """Yield the rows from one on whose text nobody could read as a whole."""
        asked = ", ".join(
            f"{_KIND}(c{n}), CASE {_KIND}(c{n}) WHEN 'text' THEN CAST(c{n} AS BLOB) ELSE c{n} END"
            for n in range(width)
        )
        within = f"WITH found({', '.join(f'c{n}' for n in range(width))}) AS ({statement})"
        whole = f"{within} SELECT {asked} FROM found LIMIT -1 OFFSET {passed}"  # noqa: S608 - ours
        for row in self._connection.execute(whole):
            yield tuple(map(_value, row[::2], row[1::2]))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite says is wrong into one of two words."""
        try:
            yield
        except (apsw.Error, UnicodeDecodeError, MemoryError) as fault:
            raise TookTooLong if self._limits.is_over else NotDatabase from fault


class _Rules:
    """What a statement may do; `read` are the tables and columns it reads."""

    def __init__(self) -> None:
        self.read: set[tuple[str, str]] = set()

    def allow(self, action: int, first: str | None, second: str | None, *_: str | None) -> int:
        """Answer SQLite while it prepares a statement."""
        if action == apsw.SQLITE_READ and first and second is not None:
            self.read.add((first, second))
        is_allowed = (
            action in _ALLOWED
            or (action == apsw.SQLITE_FUNCTION and second == _KIND)
            or (action == apsw.SQLITE_PRAGMA and first == _COLUMNS)
        )
        return apsw.SQLITE_OK if is_allowed else apsw.SQLITE_DENY


@contextmanager
def opened(main: Stored, log: Stored, seconds: float) -> Iterator[Connection]:
    """Give a connection to a file and its log (empty: none); raises NotDatabase."""
    if main.size < SHORTEST or main.read(0, len(HEADER)) != HEADER:
        raise NotDatabase
    files = Files(main, log)
    try:
        connection = apsw.Connection(DATABASE, flags=apsw.SQLITE_OPEN_READONLY, vfs=files.name)
        try:
            limits = Limits(main.size + log.size, seconds)
            _narrow(connection, limits)
            yield Connection(connection, limits)
        finally:
            connection.close(True)  # noqa: FBT003 - also what is being read
    finally:
        files.unregister()


def _narrow(connection: apsw.Connection, limits: Limits) -> None:
    for setting, value in (*((one, 0) for one in _OFF), *((one, 1) for one in _ON)):
        connection.config(setting, value)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.limit(apsw.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_progress_handler(limits.look, STEPS)
    connection.drop_modules(None)  # what a table would be made of by a program


def quoted(name: str) -> str:
    """Return a name as statements write it."""
    return '"' + name.replace('"', '""') + '"'


def _value(kind: object, value: object) -> object:
    if kind == "text" and isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    return value
