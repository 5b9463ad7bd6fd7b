"""Whatever the bytes are, a parser of an iPhone's backup answers or says what it cannot read."""

import plistlib
import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkup.parse.iphone.keybag import BadKeybag, keybag
from checkup.parse.iphone.manifest import lock
from checkup.parse.plist import NotPlist, dict_of, plist, plist_dict
from checkup.parse.sqlite import NotDatabase
from checkup.parse.sqlite_pages import PageTables
from checkup.parse.sqlite_schema import table_form
from checkup.parse.sqlite_tables import tables_of_bytes
from tests.phones.iphone_backup import Keys, archived, database

BAG = Keys("x").bag()
LIST = plistlib.dumps({"a": [1, "b", {"c": b"d" * 40}]}, fmt=plistlib.FMT_BINARY)
TABLE = database(
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b REAL, c BLOB);",
    {"t": [(n, "é" * n, n / 3, bytes(n)) for n in range(1, 300)] + [(300, "long" * 5000, None, b"")]},
)
changes = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), max_size=8)


def changed(data: bytes, some: list[tuple[int, int]]) -> bytearray:
    whole = bytearray(data)
    for at, byte in some:
        whole[at % len(whole)] = byte
    return whole


@given(st.binary(max_size=400) | changes.map(lambda some: bytes(changed(BAG, some))))
def test_a_keybag_is_read_or_refused(data):
    try:
        bag = keybag(data)
    except BadKeybag:
        return
    assert bag.classes
    assert bag.rounds <= 50_000_000


@given(st.binary(max_size=400) | changes.map(lambda some: bytes(changed(LIST, some))))
@example(b"bplist00" + b"\xff" * 40)
@example(b"<plist><date>x</date></plist>")
@example(b"<plist><integer>" + b"9" * 5000 + b"</integer></plist>")
def test_a_property_list_is_read_or_refused(data):
    try:
        plist(data)
    except NotPlist:
        return


def test_entities_that_grow_are_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(NotPlist):
        plist(bomb + b'<plist version="1.0"><string>&b;</string></plist>')


def test_a_list_that_holds_itself_is_no_trap():
    #          header      array of one: itself   offsets  trailer
    held = b"bplist00" + b"\xa1\x00" + b"\x08" + bytes(6) + b"\x01\x01" + (1).to_bytes(8, "big")
    data = held + bytes(8) + (10).to_bytes(8, "big")
    whole = plist(data)
    assert whole[0] is whole
    with pytest.raises(NotPlist):
        plist_dict(data)


def test_lists_in_lists_without_end_are_refused():
    deep = b"<plist version='1.0'>" + b"<array>" * 100_000
    with pytest.raises(NotPlist):
        plist(deep)
    nested = b"".join(b"\xa1" + (n + 1).to_bytes(2, "big") for n in range(20_000)) + b"\xa0"
    offsets = b"".join((8 + 3 * n).to_bytes(3, "big") for n in range(20_001))
    trailer = bytes(6) + b"\x03\x02" + (20_001).to_bytes(8, "big") + bytes(8)
    with pytest.raises(NotPlist):
        plist(b"bplist00" + nested + offsets + trailer + (8 + len(nested)).to_bytes(8, "big"))


@given(st.binary(max_size=200) | changes.map(lambda some: bytes(changed(archived(5, "x", b"k" * 44), some))))
def test_a_files_record_is_read_or_none(data):
    found = lock(data)
    assert found is None or found.size >= 0


def test_what_is_no_dictionary_is_an_empty_one():
    assert dict_of([1]) == {}
    assert dict_of({1: 2, "a": 3}) == {"a": 3}


def pages_of(data: bytes | bytearray) -> PageTables:
    size = int.from_bytes(data[16:18], "big")
    return PageTables(lambda n: bytes(data[(n - 1) * size : n * size]), size, len(data) // max(1, size))


def test_pages_say_what_sqlite_says():
    with tables_of_bytes(bytearray(TABLE)) as tables:
        theirs = list(tables.rows("t", "id", "c", "b", "a", "gone"))
    assert list(pages_of(TABLE).rows("T", "id", "c", "b", "a", "gone")) == theirs
    assert len(theirs) == 300


@given(
    st.lists(
        st.tuples(
            st.text(max_size=3000, alphabet=st.characters(codec="utf-8", exclude_characters="\0"))
            | st.none()
            | st.integers(-(2**63), 2**63 - 1)
            | st.floats(allow_nan=False)
            | st.binary(max_size=9000),
            st.integers().filter(lambda n: abs(n) < 2**62) | st.none(),
        ),
        max_size=40,
    ),
    st.sampled_from([512, 1024, 4096, 65536]),
)
def test_any_rows_come_back_page_by_page(rows, size):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(f"PRAGMA page_size={size}; CREATE TABLE t (a, b)")
        connection.executemany("INSERT INTO t VALUES (?, ?)", rows)
        connection.commit()
        data = connection.serialize()
    stated = int.from_bytes(data[16:18], "big")
    size = 65536 if stated == 1 else stated
    tables = PageTables(lambda n: data[(n - 1) * size : n * size], size, len(data) // size)
    assert list(tables.rows("t", "a", "b")) == rows


@given(changes)
def test_damaged_pages_are_refused_or_read(some):
    data = changed(TABLE, some)
    try:
        for _, _ in zip(pages_of(data).rows("t", "id", "a", "c"), range(2000), strict=False):
            pass
    except NotDatabase:
        return


@given(st.text(max_size=300))
@example('CREATE TABLE "a b" ("x y" TEXT, [z] INTEGER PRIMARY KEY, n DECIMAL(5,2), UNIQUE (n)) WITHOUT ROWID')
def test_the_words_of_a_table_are_read_or_give_nothing(statement):
    assert isinstance(table_form(statement).columns, tuple)


def test_columns_are_read_out_of_a_tables_words():
    form = table_form(
        'CREATE TABLE t ("x y" TEXT, [z] INTEGER PRIMARY KEY, n DECIMAL(5,2), UNIQUE (n)) WITHOUT ROWID'
    )
    assert (form.columns, form.row_number, form.has_own_key) == (("x y", "z", "n"), 1, True)


def test_a_view_in_the_place_of_a_table_runs_nothing():
    data = database("CREATE VIEW t AS SELECT hex(randomblob(100000000)) AS a")
    with tables_of_bytes(bytearray(data)) as tables, pytest.raises(NotDatabase):
        list(tables.rows("t", "a"))
