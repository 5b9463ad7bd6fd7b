"""The ssh server's settings: names and values, and lines nobody would write."""

import time

from checkup.parse.sshd_config import LONGEST_LINE, SettingLine, setting_lines


def test_names_are_in_small_letters_and_values_without_quotes():
    text = 'Port 22\n# x\nPermitRootLogin="no"\nMatch User lan\n PasswordAuthentication yes # y\n'
    assert list(setting_lines(f"{text}Match all\nA b\n")) == [
        SettingLine(1, "port", "22"),
        SettingLine(3, "permitrootlogin", "no"),
        SettingLine(5, "passwordauthentication", "yes", is_for_some=True),
        SettingLine(7, "a", "b"),
    ]


def test_a_quote_that_never_closes_gives_nothing():
    assert not list(setting_lines('Banner "x\n'))


def test_a_line_longer_than_any_is_left_before_it_is_taken_apart():
    began = time.process_time()
    assert not list(setting_lines("Banner " + "a'b'" * 500_000))
    assert time.process_time() - began < 1  # taken apart it would be half a minute
    assert len(list(setting_lines("Banner " + "a" * (LONGEST_LINE - 7)))) == 1
