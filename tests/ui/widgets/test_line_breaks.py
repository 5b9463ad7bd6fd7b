"""Words too long for a line are broken where they read well, and none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.ui.widgets.line_breaks import in_lines


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Yahoo", "Yahoo"),
        ("Apple Account (iPhone, iPad, Mac)", "Apple Account\n(iPhone, iPad, Mac)"),
        ("Tài khoản OPPO / realme / OnePlus (HeyTap)", "Tài khoản OPPO / realme /\nOnePlus (HeyTap)"),
        ("Google\nsigned in here", "Google\nsigned in here"),
        ("", ""),
    ],
)
def test_lines_are_broken_before_a_bracket_where_that_is_enough(words: str, lines: str) -> None:
    assert in_lines(words, 32) == lines


@given(st.text("ab ()/", max_size=80))
def test_no_letter_is_lost_and_no_line_is_too_long(words: str) -> None:
    lines = in_lines(words, 20).split("\n")
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(len(line) <= 20 for line in lines)
