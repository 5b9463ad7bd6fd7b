"""A mark knows the same phone again and gives its number to nobody."""

import pytest

from checkup.parse.phone_mark import phone_mark


def test_the_same_number_gives_the_same_mark_and_not_the_number():
    assert phone_mark("R5CT30ABCDE") == phone_mark(" R5CT30ABCDE\n")
    assert phone_mark("R5CT30ABCDE") != phone_mark("R5CT30ABCDF")
    assert "R5CT" not in phone_mark("R5CT30ABCDE")


@pytest.mark.parametrize("number", ["", " ", "unknown", "0123456789ABCDEF", "00000000", "abc"])
def test_numbers_that_many_phones_share_give_none(number):
    assert phone_mark(number) == ""


def test_hostile_numbers_harm_nothing():
    assert len(phone_mark("\udcff" * 100_000)) == 16
