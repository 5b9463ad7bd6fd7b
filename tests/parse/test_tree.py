"""A tree from outside answers with empty values where it is of another shape than expected."""

import plistlib

import pytest

from checkup.parse.mac_profile import mac_profiles
from checkup.parse.tree import LARGEST, Node, NotReadable, tree

LONG = 10**5000


def test_names_and_numbers_are_read() -> None:
    node = tree(b'\xef\xbb\xbf{"a": {"b": 7}, "c": "12"}')
    assert node.at("a", "b").number == 7
    assert node.at("c").number == 12
    assert [name for name, _ in node.items()] == ["a", "c"]


@pytest.mark.parametrize("value", [LONG, -LONG, LARGEST + 1, True, "x", None, 1.5, "9" * 5000], ids=range(8))
def test_what_is_no_whole_number_of_64_bits_is_none(value: object) -> None:
    assert Node(value).number is None


def test_a_name_that_is_no_text_is_left() -> None:
    named = plistlib.loads(plistlib.dumps({"x": [1]}, fmt=plistlib.FMT_BINARY))
    node = Node({**named, LONG: 1, 5: 2})
    assert [name for name, _ in node.items()] == ["x"]
    assert not list(mac_profiles(Node({LONG: [{}]})))


def test_what_is_no_json_says_so() -> None:
    with pytest.raises(NotReadable):
        tree(b"[" * 100_000)
