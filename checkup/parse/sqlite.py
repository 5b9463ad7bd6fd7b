"""Rows of a hostile SQLite file, out of its bytes: nothing is opened, nothing is written.

The pages of a write-ahead log are laid over the main file in memory, so that no copy touches the
disk and a program that holds the file open is not disturbed. The statement may read tables and
nothing else: views that call functions, recursion and writing are refused, and time is limited.
References: sqlite.org/fileformat2.html (header, section 4 on the log), sqlite.org/security.html.
"""

import sqlite3
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial

HEADER = b"SQLite format 3\0"
SECONDS = 5.0
MOST_ROWS = 200_000
LONGEST_VALUE = 1024 * 1024
STEPS = 1000  # how many steps of SQLite's machine lie between two looks at the clock
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_LOG_HEADER = struct.Struct(">IIIIIIII")
_FRAME_HEADER = struct.Struct(">IIIIII")
_LOG_MAGIC = (0x377F0682, 0x377F0683)  # the second one: checksums are big-endian

Row = tuple[object, ...]


class NotDatabase(Exception):
    """The bytes are no SQLite file, or are damaged, or hold no such table."""


class TookTooLong(Exception):
    """The statement did not end within its time: a hostile or a giant file."""


def rows(data: bytes, statement: str, log: bytes = b"", *, seconds: float = SECONDS) -> list[Row]:
    """Return what a SELECT of ours finds. `log` is the content of the `-wal` file, if there is one.

    At most 200,000 rows. Text that is not UTF-8 comes with lone surrogates.
    Raises `NotDatabase` and `TookTooLong`.
    """
    if not data.startswith(HEADER) or len(data) < 512:
        raise NotDatabase
    whole = overlaid(bytearray(data), log)
    deadline = time.monotonic() + seconds
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.deserialize(whole)
            narrow(connection, lambda: time.monotonic() > deadline)
            return connection.execute(statement).fetchmany(MOST_ROWS)
        except sqlite3.OperationalError as fault:
            if time.monotonic() > deadline:
                raise TookTooLong from fault
            raise NotDatabase from fault
        except (sqlite3.Error, OverflowError, MemoryError) as fault:
            raise NotDatabase from fault


def narrow(connection: sqlite3.Connection, is_over: Callable[[], bool]) -> None:
    """Let a connection read tables and nothing else, until `is_over` says that its time is up."""
    connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.set_progress_handler(lambda: int(is_over()), STEPS)
    connection.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
    )


def overlaid(whole: bytearray, log: bytes) -> bytearray:
    """Lay the finished transactions of its log over a file, in place, and mark it as one without a log.

    A database in memory cannot have a log.
    """
    length = len(whole)
    for pages, count, size in transactions(log, page_size(whole)):
        if count * size > length + len(log):  # a size its pages cannot fill
            break
        if count * size > len(whole):
            whole.extend(bytes(count * size - len(whole)))
        for number, page in pages.items():
            whole[(number - 1) * size : number * size] = page
        del whole[count * size :]
    whole[18:20] = b"\x01\x01"
    return whole


def page_size(data: bytes | bytearray) -> int:
    """Return the page size a file says it has; not checked."""
    size = int.from_bytes(data[16:18], "big")
    return 65536 if size == 1 else size


def transactions(log: bytes, wanted_size: int) -> Iterator[tuple[dict[int, bytes], int, int]]:
    """Yield the pages of each finished transaction, the size it left in pages, and a page's size."""
    if len(log) < _LOG_HEADER.size:
        return
    magic, _, size, _, salt, other_salt, *sums = _LOG_HEADER.unpack_from(log)
    checked = _checksum(log[:24], (0, 0), big=magic == _LOG_MAGIC[1])
    if magic not in _LOG_MAGIC or size != wanted_size or checked != tuple(sums):
        return
    pages: dict[int, bytes] = {}
    for offset in range(
        _LOG_HEADER.size, len(log) - _FRAME_HEADER.size - size + 1, _FRAME_HEADER.size + size
    ):
        number, commit, *salts_and_sums = _FRAME_HEADER.unpack_from(log, offset)
        page = log[offset + _FRAME_HEADER.size : offset + _FRAME_HEADER.size + size]
        if salts_and_sums[:2] != [salt, other_salt] or number == 0:
            return  # what is left of an earlier round
        checked = _checksum(log[offset : offset + 8] + page, checked, big=magic == _LOG_MAGIC[1])
        if checked != tuple(salts_and_sums[2:]):
            return  # written half
        pages[number] = page
        if commit:
            yield {at: kept for at, kept in pages.items() if at <= commit}, commit, size
            pages = {}


def _checksum(data: bytes, start: tuple[int, int], *, big: bool) -> tuple[int, int]:
    first, second = start
    words = struct.unpack(f"{'>' if big else '<'}{len(data) // 4}I", data[: len(data) // 4 * 4])
    for even, odd in zip(words[::2], words[1::2], strict=False):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
