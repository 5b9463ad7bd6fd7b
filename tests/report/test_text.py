"""The sheet as plain text."""

from checkup.report.text import WIDTH, as_text


def test_lines_are_short_and_hold_all_words(sheet):
    text = as_text(sheet)

    assert max(map(len, text.splitlines())) <= WIDTH
    assert "Đổi mật khẩu Google và đăng xuất khỏi mọi thiết bị lạ" in " ".join(text.split())
    assert "dòng một\n    dòng hai" in text
    assert text.endswith("hết\n")


def test_names_from_outside_steer_no_terminal(hostile):
    text = as_text(hostile)

    assert "\x1b" not in text
    assert "\u202e" not in text
