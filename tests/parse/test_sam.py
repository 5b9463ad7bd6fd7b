"""Numbers of Windows' accounts: the last part of an id, and what is none."""

import pytest

from checkup.parse.sam import members, number_of


def test_the_last_part_of_an_id_is_the_accounts_number():
    assert number_of("S-1-5-21-1-2-3-1001") == 1001


@pytest.mark.parametrize("sid", ["", "S-1-5-", "S-1-5-²", "S-1-5-x", "S-1-5-" + "9" * 5000], ids=range(5))
def test_what_is_no_number_of_32_bits_is_none(sid):
    assert number_of(sid) == -1


def test_a_list_of_members_that_goes_on_behind_its_end_is_cut():
    assert members(bytes(52)) == ()
    assert members(bytes(40) + b"\xff" * 12) == ()
