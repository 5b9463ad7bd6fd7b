"""Tables of plain words: read as TOML has them, or left to the library's reader."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.content.plain_table import _plain, read_table
from checkup.content.root import resource

FIRST_PAGE = (
    "theme/tokens.toml",
    *(f"text/{language}/{area}.toml" for language in ("en", "vi") for area in ("window", "start", "qt")),
)
PIECES = ("a", "b.c", "[a]", "[a.b]", "[", "]", " = ", "=", '"', '"""', "'x'", "# r", "\n", "x", "1", "ẵ")
PIECES += ('a = "x"\n', "\\", "\\n", "\\\\n", "\u00a0", "\r", "\t", "\x00", "\u2028")


@pytest.mark.parametrize("path", [*resource("text").rglob("*.toml"), resource("theme/tokens.toml")], ids=str)
def test_every_file_of_words_is_read_as_toml_has_it(path: Path) -> None:
    text = path.read_text("utf-8")

    assert read_table(text) == tomllib.loads(text)


@pytest.mark.parametrize("name", FIRST_PAGE)
def test_what_the_first_page_reads_is_plain(name: str) -> None:
    assert _plain(resource(name).read_text("utf-8"))


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_counts_as_plain_is_toml_and_means_the_same(text: str) -> None:
    found = _plain(text)

    assert found is None or found == tomllib.loads(text)


def test_several_lines_between_three_quotes_end_with_a_line() -> None:
    text = '[a.b]\nlines = """\none "of" two\n\n"""\n'

    assert _plain(text) == {"a": {"b": {"lines": 'one "of" two\n\n'}}} == tomllib.loads(text)


def test_a_line_end_may_be_written_as_one() -> None:
    assert _plain(r'1_a = "x\ny"') == {"1_a": "x\ny"}


@pytest.mark.parametrize(
    "text",
    [
        'a = "x',
        'a = "x"\na = "y"',
        "[a]\n[a]",
        'a = "x"\n[a]',
        'a = """\nx',
        'a = "x" y',
        "a",
        ' = "x"',
        "# \x00",
    ],
)
def test_what_is_no_toml_is_refused(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        read_table(text)


@pytest.mark.parametrize(
    "text", [r'a = "x\t"', r'a = "x\\n"', "a = 1", "a = 'x'", 'a = "x"  # remark', '"a b" = "x"', '\ta="x"']
)
def test_another_form_is_read_too(text: str) -> None:
    assert _plain(text) is None
    assert read_table(text) == tomllib.loads(text)
