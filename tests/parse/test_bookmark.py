"""Bookmarks of macOS: the path they lead to; damaged ones lead nowhere."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as some

from checkup.parse.bookmark import LONGEST_PART, bookmark_path


def bookmark(*parts: str, mounted: str = "/") -> bytes:
    """Return a bookmark that leads along these parts of a path."""
    area = bytearray(4)

    def record(kind: int, content: bytes) -> int:
        offset = len(area)
        area.extend(struct.pack("<II", len(content), kind) + content + bytes(-len(content) % 4))
        return offset

    texts = [record(0x0101, part.encode()) for part in parts]
    listed = record(0x0601, struct.pack(f"<{len(texts)}I", *texts))
    tags = [(0x1004, listed), (0x2002, record(0x0101, mounted.encode())), (0xF017, texts[-1])]
    struct.pack_into("<I", area, 0, len(area))
    table = struct.pack("<IIIII", 20 + 12 * len(tags), 0xFFFFFFFE, 1, 0, len(tags))
    table += b"".join(struct.pack("<III", tag, offset, 0) for tag, offset in tags)
    size = 48 + len(area) + len(table)
    return b"book" + struct.pack("<III", size, 0x10040000, 48) + bytes(32) + bytes(area) + table


def test_the_path_is_told_with_where_its_disk_is_mounted():
    assert bookmark_path(bookmark("Applications", "Zalo.app")) == "/Applications/Zalo.app"
    assert bookmark_path(bookmark("x", "ẩn.app", mounted="/Volumes/Đĩa")) == "/Volumes/Đĩa/x/ẩn.app"


@pytest.mark.parametrize("data", [b"", b"book", bookmark("a")[:60], b"kook" + bookmark("a")[4:]])
def test_a_damaged_one_leads_nowhere(data):
    assert bookmark_path(data) == ""


@given(some.binary(max_size=300), some.integers(0, 200))
def test_any_bytes_have_an_answer(data, place):
    made = bytearray(bookmark("Users", "lan", "x.app"))
    made[place : place + len(data)] = data
    bookmark_path(bytes(made))
    bookmark_path(b"book" + data)


def test_a_long_part_that_is_named_again_and_again_is_cut():
    whole = bookmark_path(bookmark("a" * 1_000_000, "b"))
    assert whole == f"/{'a' * LONGEST_PART}/b"
