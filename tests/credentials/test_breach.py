import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.credentials.breach import AnswerNotUnderstood, asked, times_seen

ABOUT = asked("con cò bay lả")
OTHER = "0" * 35


def test_only_five_characters_would_leave():
    whole = hashlib.sha1("con cò bay lả".encode()).hexdigest().upper()  # noqa: S324 - what the service takes
    assert ABOUT.prefix == whole[:5]
    assert ABOUT.prefix + ABOUT.end == whole


def test_a_password_in_the_answer_is_counted():
    assert times_seen(ABOUT, f"{OTHER}:3\r\n{ABOUT.end}:42\r\n".encode()) == 42


def test_small_letters_are_the_same_end():
    assert times_seen(ABOUT, f"{ABOUT.end.lower()}:7".encode()) == 7


def test_padding_counts_for_nothing():
    assert times_seen(ABOUT, f"{OTHER}:0\r\n{ABOUT.end}:0\r\n".encode()) == 0


@pytest.mark.parametrize(
    "answer", [b"", b"<html>", b"0" * 35, b"0" * 34 + b":1", b"0" * 35 + b":1\r\n" + b"0" * 20]
)
def test_another_answer_is_never_taken_for_not_seen(answer):
    with pytest.raises(AnswerNotUnderstood):
        times_seen(ABOUT, answer)


@given(st.text())
def test_any_text_can_be_asked_about_and_shows_nothing(password):
    about = asked(password)
    assert len(about.prefix) == 5
    assert repr(about) == "Asked()"
