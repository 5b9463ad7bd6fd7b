"""The list of event taps: who is told of other programs' keys."""

import struct

import pytest

from checkup.parse.event_taps import SIZE, KeyTap, key_taps

DOWN, UP, MOUSE = 1 << 10, 1 << 11, 1 << 1


def tap(process: int, mask: int, *, of: int = 0, is_on: bool = True, options: int = 1) -> bytes:
    """Return one structure as a compiler lays it out: gaps before the mask and behind the truth."""
    head = struct.pack("<III", 7, 1, options) + bytes(4) + struct.pack("<Qii", mask, process, of)
    return head + struct.pack("<?", is_on) + bytes(3) + struct.pack("<fff", 0.1, 0.2, 0.3)


def test_a_structure_has_the_size_of_apples():
    assert len(tap(1, DOWN)) == SIZE == 48


def test_who_gets_keys_is_told_with_whether_it_may_change_them():
    data = tap(70, DOWN | UP) + tap(71, MOUSE) + tap(72, UP, options=0) + tap(73, DOWN, of=99)
    assert list(key_taps(data)) == [KeyTap(70, 0, False), KeyTap(72, 0, True), KeyTap(73, 99, False)]


@pytest.mark.parametrize(
    "data", [b"", tap(5, DOWN, is_on=False), tap(5, DOWN, of=5), tap(0, DOWN), tap(5, DOWN)[:40]]
)
def test_what_is_off_or_ones_own_or_cut_is_left_out(data):
    assert list(key_taps(data)) == []
