"""Entries of polkit's older form that say yes are told whole; those that ask are not."""

import pytest

from checkup.parse.polkit_entries import yes_entries

YES = "[Minh]\nIdentity=unix-user:minh\nAction=org.freedesktop.*\nResultAny=no\nResultActive=yes\n"


def test_an_entry_that_says_yes_is_told_with_who_and_what():
    assert list(yes_entries(YES)) == [
        "Identity=unix-user:minh; Action=org.freedesktop.*; ResultAny=no; ResultActive=yes"
    ]


@pytest.mark.parametrize(
    "text",
    [YES.replace("yes", "auth_admin"), "# " + YES.replace("\n", "\n# "), "[x]\nResultActive\n", "\x00", ""],
)
def test_an_entry_that_asks_a_comment_and_a_damaged_one_are_quiet(text):
    assert list(yes_entries(text)) == []


def test_two_entries_are_told_apart():
    assert (
        len(list(yes_entries(YES + YES.replace("[Minh]", "[An]") + "[Ask]\nResultActive=auth_self\n"))) == 2
    )
