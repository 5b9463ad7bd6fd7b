"""Tables of a SQLite file as SQLite itself reads them, out of bytes that come piece by piece."""

import sqlite3
from contextlib import closing, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from checkup.parse.sqlite import NotDatabase, TookTooLong
from checkup.parse.sqlite_files import Held
from checkup.parse.sqlite_tables import rows, tables_of
from tests.phones.iphone_backup import database

TABLE = database(
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b REAL, c BLOB);",
    {"t": [(n, "é" * n, n / 3, bytes(n)) for n in range(1, 300)] + [(300, "long" * 5000, None, b"")]},
)
CELLS = (
    some.text(max_size=3000, alphabet=some.characters(codec="utf-8", exclude_characters="\0"))
    | some.none()
    | some.integers(-(2**63), 2**63 - 1)
    | some.floats(allow_nan=False)
    | some.binary(max_size=9000)
)


class Noted(Held):
    """Remembers what was asked for."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self.asked = 0

    def read(self, offset: int, length: int) -> bytes:
        self.asked += length
        return super().read(offset, length)


class Unplugged(Held):
    """A disk that is pulled out after its first page."""

    def read(self, offset: int, length: int) -> bytes:
        if offset:
            raise ConnectionError
        return super().read(offset, length)


def all_of(data: bytes, *columns: str, log: bytes = b"") -> list[tuple[object, ...]]:
    with tables_of(Held(data), Held(log)) as tables:
        return list(tables.rows("t", *columns))


@given(
    found=some.lists(some.tuples(CELLS, CELLS), max_size=40),
    size=some.sampled_from([512, 1024, 4096, 65536]),
    letters=some.sampled_from(["UTF-8", "UTF-16le", "UTF-16be"]),
)
def test_any_rows_come_back_whatever_the_pages_and_letters(found, size, letters):
    script = f"PRAGMA page_size={size}; PRAGMA encoding='{letters}'; CREATE TABLE t (a, b)"
    assert all_of(database(script, {"t": found}), "a", "b") == found


def test_names_of_tables_and_columns_are_found_in_any_case_and_absent_ones_are_none():
    with tables_of(Held(TABLE), Held()) as tables:
        assert tables.columns("T") == {"id", "a", "b", "c"}
        assert tables.columns("gone") == frozenset()
        assert list(tables.rows("gone", "a")) == []
        assert next(tables.rows("T", "gone", "A", "id")) == (None, "é", 1)


def test_text_that_is_no_utf8_comes_with_lone_surrogates_and_hides_no_other_row():
    data = database(
        "CREATE TABLE t (a TEXT, b);"
        "INSERT INTO t VALUES ('xin', 1), (CAST(x'ff41' AS TEXT), x'ff'), ('chào', 2.5), (x'41', NULL)"
    )
    assert all_of(data, "a", "b") == [("xin", 1), ("\udcffA", b"\xff"), ("chào", 2.5), (b"A", None)]
    assert rows(data, "SELECT b, a FROM t")[1:] == [(b"\xff", "\udcffA"), (2.5, "chào"), (None, b"A")]


def test_only_what_is_needed_is_asked_for():
    data = database(
        "CREATE TABLE t (a); CREATE TABLE other (b)",
        {"t": [("x",)], "other": [("y" * 3000,) for _ in range(500)]},
    )
    noted = Noted(data)
    with tables_of(noted, Held()) as tables:
        assert list(tables.rows("t", "a")) == [("x",)]
    assert noted.asked < len(data) / 20


def test_what_goes_wrong_with_the_disk_is_raised_as_it_is():
    with pytest.raises(ConnectionError), tables_of(Unplugged(TABLE), Held()) as tables:
        list(tables.rows("t", "a"))


@pytest.fixture
def written(tmp_path):
    """Make a file in which one row is kept and a second one stands in its log alone."""
    path = tmp_path / "t.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.executescript("CREATE TABLE t (a); INSERT INTO t VALUES ('kept')")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("INSERT INTO t VALUES ('newer')")
        connection.commit()
        yield path.read_bytes(), (tmp_path / "t.db-wal").read_bytes()


def test_what_stands_in_the_log_alone_is_read(written):
    data, log = written
    assert all_of(data, "a", log=log) == [("kept",), ("newer",)]
    assert rows(data, "SELECT a FROM t", log) == [("kept",), ("newer",)]
    assert all_of(data, "a") == [("kept",)]


def test_a_log_that_is_cut_or_changed_counts_up_to_there(written):
    data, log = written
    half = log[: len(log) // 2]
    changed = log[:-1] + bytes([log[-1] ^ 1])
    for other in (half, changed, bytes(len(log)), b"x" * 100):
        assert all_of(data, "a", log=other) == [("kept",)]


@given(changes=some.lists(some.tuples(some.integers(0, 1 << 20), some.integers(0, 255)), max_size=8))
def test_a_damaged_file_is_refused_or_read(changes):
    data = bytearray(TABLE)
    for at, byte in changes:
        data[at % len(data)] = byte
    try:
        for _, _ in zip(all_of(bytes(data), "id", "a", "c"), range(2000), strict=False):
            pass
    except (NotDatabase, TookTooLong):
        return


@given(data=some.binary(max_size=600))
def test_any_bytes_are_refused(data):
    for one in (data, b"SQLite format 3\0" + data):
        with pytest.raises(NotDatabase):
            all_of(one, "a")


@pytest.mark.parametrize(
    "script",
    [
        "CREATE VIEW t AS SELECT hex(randomblob(100000000)) AS a",
        "CREATE VIEW t AS WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT a FROM n",
        "CREATE TABLE t (b, a AS (hex(b))); INSERT INTO t VALUES (1)",
        "CREATE VIRTUAL TABLE t USING fts5(a); INSERT INTO t VALUES (1)",
    ],
    ids=["view", "endless view", "worked-out column", "table of a program"],
)
def test_nothing_of_the_files_own_runs(script):
    data = database(script)
    with pytest.raises(NotDatabase):
        rows(data, "SELECT a FROM t")
    with suppress(NotDatabase):
        assert all_of(data, "a") == [(None,)]


def test_work_without_end_is_ended(monkeypatch):
    monkeypatch.setattr("checkup.parse.sqlite.FEWEST_STEPS", 1000)
    monkeypatch.setattr("checkup.parse.sqlite.STEPS_A_BYTE", 0)
    data = database("CREATE TABLE t (a)", {"t": [(n,) for n in range(2000)]})
    with pytest.raises(TookTooLong):
        all_of(data, "a")


def test_one_place_used_for_many_rows_does_not_fill_the_memory(monkeypatch):
    data = database("CREATE TABLE t (a)", {"t": [("x" * 400_000,) for _ in range(20)]})
    assert len(rows(data, "SELECT a FROM t")) == 20
    with pytest.raises(NotDatabase):
        rows(data, "SELECT a FROM t, (SELECT 1 FROM t) x")
