"""Which host each page belongs to: usual numbers in an array, far ones apart, few bytes either way."""

from checkup.parse.iphone.history import MOST_NEAR, STEP, PlaceOf


def place(of: PlaceOf, number: int) -> int:
    return of.near[number] if 0 <= number < len(of.near) else of.far.get(number, 0)


def test_numbers_that_follow_one_another_stand_in_the_array():
    of = PlaceOf()
    for number in range(STEP * 3):
        of.put(number, number + 1)
    assert [place(of, number) for number in (0, STEP, STEP * 3 - 1)] == [1, STEP + 1, STEP * 3]
    assert not of.far


def test_numbers_with_ever_larger_gaps_do_not_fill_the_memory():
    of = PlaceOf()
    for power in range(12, 63):
        assert of.put(2**power, power) <= MOST_NEAR
    assert all(place(of, 2**power) == power for power in range(12, 63))
    assert place(of, -1) == 0


def test_a_number_below_nothing_is_kept_too():
    of = PlaceOf()
    assert of.put(-(2**63), 3) == STEP
    assert place(of, -(2**63)) == 3
