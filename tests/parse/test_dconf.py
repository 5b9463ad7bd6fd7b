"""The settings of GNOME out of bytes: whole names, and files that name one place again and again."""

import struct

import pytest

from checkup.parse.dconf import LONGEST_PATH, NotDconf, dconf_settings

NOBODY = 0xFFFFFFFF
Item = tuple[int, tuple[int, int], bytes, tuple[int, int]]  # parent, place and length of its key, kind, value


def database(items: list[Item], rest: bytes, buckets: int = 1) -> bytes:
    """Return a database with these items and the bytes behind them; places count from those bytes."""
    behind = 24 + 8 + 4 * buckets + 24 * len(items)
    table = struct.pack("<II", 0, buckets) + bytes(4 * buckets)
    for parent, (key, length), kind, (begin, end) in items:
        places = (behind + begin, behind + end)
        table += struct.pack("<IIIHcxII", 0, parent, behind + key, length, kind, *places)
    return struct.pack("<8sIIII", b"GVariant", 0, 0, 24, 24 + len(table)) + table + rest


WHOLE = database(
    [(NOBODY, (0, 8), b"L", (0, 0)), (0, (8, 4), b"v", (12, 21))], b"/system/mode" + b"manual\0\0s"
)


def test_a_name_is_put_together_of_its_parents():
    assert dconf_settings(WHOLE) == {"/system/mode": "manual"}


def test_truths_and_numbers_are_read_and_others_left():
    rest = b"abcd" + b"\1\0b" + struct.pack("<i", -7) + b"\0i" + b"x\0d"
    items = [
        (NOBODY, (0, 1), b"v", (4, 7)),
        (NOBODY, (1, 1), b"v", (7, 13)),
        (NOBODY, (2, 1), b"v", (13, 16)),
        (99, (3, 1), b"v", (4, 7)),
    ]
    assert dconf_settings(database(items, rest)) == {"a": True, "b": -7}


def test_thousands_of_items_that_name_one_place_are_refused():
    place = (0, 50_000)
    with pytest.raises(NotDconf):
        dconf_settings(database([(NOBODY, (0, 1), b"v", place)] * 5000, bytes(60_000)))


def test_a_name_longer_than_any_path_is_left():
    long = LONGEST_PATH - 4
    rest = b"/" * long + b"mode" + b"\1\0b"
    value = (long + 4, long + 7)
    items = [(NOBODY, (0, long), b"L", (0, 0)), (0, (long, 4), b"v", value), (1, (long, 4), b"v", value)]
    assert [len(name) for name in dconf_settings(database(items, rest))] == [LONGEST_PATH]
