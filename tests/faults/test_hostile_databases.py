"""Databases made to do harm are gaps, cost little, run nothing and stay as they are (T16).

The figures are those of the threat model: ten seconds, and the hash equal. Whatever is wrong with the
history, what the messages hold is told beside it.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from checkup.collect.iphone import paths
from tests.faults.bounded_program import bounded, fingerprints
from tests.phones.iphone_backup import Backup, Keys, database

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="what a process held is asked of Linux"),
    pytest.mark.timeout(300),
]

MOST_SECONDS, MOST_MIB = 10.0, 300
ITEMS = "CREATE TABLE history_items (id INTEGER PRIMARY KEY, url TEXT);"
VISITS = "CREATE TABLE history_visits (id INTEGER PRIMARY KEY, history_item INTEGER, visit_time REAL);"
SAFARI = ITEMS + VISITS
PAGES = [(number, f"https://a{number % 9}.example/{'x' * 90}{number}") for number in range(1, 4000)]
SMS = database("CREATE TABLE message (text TEXT)", {"message": [("https://sent.example/",)]})
LEAF, INNER = 13, 5
SLOW = "instr(zeroblob(16000000), zeroblob(8000000) || x'01')"
ENDLESS_VIEW = (
    "CREATE VIEW history_items AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    " SELECT x AS id, 'https://a.example' AS url FROM n;"
)
TRIGGER = (  # never run
    "CREATE TRIGGER t AFTER INSERT ON history_items BEGIN"
    f" INSERT INTO history_visits SELECT id, {SLOW}, 1 FROM history_items; END;"
)


def honest() -> bytearray:
    return bytearray(database(SAFARI, {"history_items": PAGES}))


def size_of(data: bytearray) -> int:
    return int.from_bytes(data[16:18], "big")


def inner_pages(data: bytearray) -> list[int]:
    size = size_of(data)
    return [at for at in range(size, len(data), size) if data[at] == INNER]


def in_circles() -> bytes:
    """The page above all others is its own child, everywhere."""
    data = honest()
    [at] = inner_pages(data)
    number = (at // size_of(data) + 1).to_bytes(4, "big")
    for place in range(at + 12, at + 12 + 2 * int.from_bytes(data[at + 3 : at + 5], "big"), 2):
        cell = at + int.from_bytes(data[place : place + 2], "big")
        data[cell : cell + 4] = number
    data[at + 8 : at + 12] = number
    return bytes(data)


def one_page_many_times() -> bytes:
    """Each page above leads to the same one below, some hundred times over: a thousand million rows."""
    data = honest()
    size = size_of(data)
    [at] = inner_pages(data)
    full = (one for one in range(size, len(data), size) if data[one] == LEAF and data[one + 4])
    below = next(full) // size + 1
    for _ in range(2):
        data += page_above(below, size)
        below = len(data) // size
    data[at : at + size] = page_above(below, size)
    data[28:32] = below.to_bytes(4, "big")
    return bytes(data)


def page_above(below: int, size: int) -> bytes:
    count = (size - 12) // 8
    begin = size - 6 * count
    head = bytes([INNER, 0, 0]) + count.to_bytes(2, "big") + begin.to_bytes(2, "big") + b"\0"
    places = b"".join((begin + 6 * number).to_bytes(2, "big") for number in range(count))
    page = (head + below.to_bytes(4, "big") + places).ljust(begin, b"\0")
    return page + (below.to_bytes(4, "big") + b"\x8f\x01") * count


def with_schema(table: str, words: str) -> bytes:
    """A file whose own words about a table were exchanged."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SAFARI)
        connection.executemany("INSERT INTO history_items VALUES (?, ?)", PAGES)
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (words, table))
        connection.commit()
        return bytes(connection.serialize())


def with_root(page: int) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SAFARI)
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("UPDATE sqlite_master SET rootpage = ?", (page,))
        connection.commit()
        return bytes(connection.serialize())


def view_of_views() -> Iterator[str]:
    yield "CREATE VIEW v0 AS SELECT 1 AS id, 'x' AS url;"
    for n in range(1, 20):
        yield f"CREATE VIEW v{n} AS SELECT a.id, b.url FROM v{n - 1} a, v{n - 1} b;"
    yield "CREATE VIEW history_items AS SELECT * FROM v19;"


def large_value() -> bytes:
    return database(SAFARI, {"history_items": [(1, "https://a.example/" + "x" * 100_000_000)]})


CASES = {
    "another header": lambda: b"SQLite format 2\0" + bytes(honest()[16:]),
    "cut": lambda: bytes(honest()[:5000]),
    "one page": lambda: bytes(honest()[:4096]),
    "zeros": lambda: bytes(honest()[:100]) + bytes(100_000),
    "pages in circles": in_circles,
    "one page many times": one_page_many_times,
    "an endless view": lambda: database(ENDLESS_VIEW + VISITS),
    "a view of views": lambda: database("".join(view_of_views()) + VISITS),
    "heavy triggers": lambda: database(SAFARI + TRIGGER),
    "a value worked out": lambda: with_schema(
        "history_items", f"CREATE TABLE history_items (id INTEGER PRIMARY KEY, x, url AS ({SLOW}))"
    ),
    "a condition on an index": lambda: database(
        f"{SAFARI} CREATE INDEX i ON history_items (url) WHERE url LIKE '%_%_%_%_%_%_%_%_%_%z'"
    ),
    "words that are none": lambda: with_schema("history_items", "CREATE TABLE history_items (id, url"),
    "a table of a program": lambda: with_schema(
        "history_items", "CREATE VIRTUAL TABLE history_items USING fts5(url, id)"
    ),
    "a root that is not there": lambda: with_root(999_999_999),
    "a root that is the first page": lambda: with_root(1),
    "a value of a hundred megabytes": large_value,
}  # fmt: skip
HARMLESS = ("heavy triggers", "a condition on an index")


def looked_at(folder, *more):
    before = fingerprints(folder)
    ended = bounded("iphone", "--backup", folder, *more, "--json")
    assert fingerprints(folder) == before
    assert ended.status == 0, ended.errors
    assert ended.seconds < MOST_SECONDS
    assert ended.memory < MOST_MIB
    assert "sms.db" not in ended.gaps
    return ended


@pytest.mark.parametrize("case", CASES)
def test_a_history_made_to_do_harm_is_a_gap_and_costs_little(tmp_path, case):
    made = Backup().add(paths.SAFARI[0].domain, paths.SAFARI[0].path, CASES[case]())
    made.add(paths.MESSAGES[0].domain, paths.MESSAGES[0].path, SMS)
    ended = looked_at(made.write(tmp_path / "b"))
    assert ("History.db" in ended.gaps) is (case not in HARMLESS)


def test_an_encrypted_one_is_treated_the_same(tmp_path):
    made = Backup(keys=Keys("x")).add(paths.SAFARI[0].domain, paths.SAFARI[0].path, in_circles())
    made.add(paths.MESSAGES[0].domain, paths.MESSAGES[0].path, SMS)
    (tmp_path / "password").write_text("x\n")
    ended = looked_at(made.write(tmp_path / "b"), "--password-file", tmp_path / "password")
    assert "History.db" in ended.gaps


def test_the_log_of_another_file_changes_nothing(tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("PRAGMA page_size=8192")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.executescript("CREATE TABLE other (a); INSERT INTO other VALUES (zeroblob(30000))")
        log = (tmp_path / "other.db-wal").read_bytes()
    at = paths.SAFARI[0]
    made = Backup().add(at.domain, at.path, bytes(honest())).add(at.domain, f"{at.path}-wal", log)
    made.add(paths.MESSAGES[0].domain, paths.MESSAGES[0].path, SMS)
    looked_at(made.write(tmp_path / "b"))


@pytest.mark.parametrize("harm", [in_circles, one_page_many_times, large_value], ids=lambda one: one.__name__)
def test_a_list_of_files_made_to_do_harm_is_said(tmp_path, harm):
    folder = Backup().write(tmp_path / "b")
    (folder / "Manifest.db").write_bytes(harm())
    before = fingerprints(folder)
    ended = bounded("iphone", "--backup", folder, "--json")
    assert (ended.status, fingerprints(folder)) == (3, before)
    assert ended.seconds < MOST_SECONDS
    assert ended.memory < MOST_MIB
