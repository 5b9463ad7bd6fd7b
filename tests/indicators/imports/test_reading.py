"""Plain lists, the project's own form, and what is no list at all."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.content.root import resource
from checkup.indicators.imports import reading
from checkup.indicators.imports.outcome import Imported, Refused, Skipped, Why
from checkup.indicators.imports.plain import NO_END
from checkup.indicators.imports.reading import list_id_of, read_file, read_list
from checkup.indicators.index import Index
from checkup.indicators.listed import Role
from checkup.indicators.phone import PHONE_LISTS, phone_lists
from checkup.model.finding import Level

PLAIN = """\
# Title: Example list
# License: CC0
# Last modified: 2026-05-06
127.0.0.1 localhost
::1 localhost ip6-localhost
0.0.0.0 a.example b.example # two names
c.example
*.d.example
||e.example^
||f.example^$third-party

WWW.G.EXAMPLE.
192.0.2.9
198.51.100.0/24
https://h.example/path
"""


def taken(data: bytes) -> Imported:
    found = read_list(data, "plain")
    assert isinstance(found, Imported), found
    return found


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_plain_list_is_taken_in_all_its_forms(ending: str) -> None:
    found = taken(PLAIN.replace("\n", ending).encode("utf-8-sig"))
    (family,) = found.list.families
    assert family.values == {
        Role.DOMAIN: tuple(f"{letter}.example" for letter in "abcdefg"),
        Role.CONTROL_ADDRESS: ("192.0.2.9", "198.51.100.0/24"),
        Role.URL: ("h.example/path",),
    }
    source = found.list.source
    assert (source.name, source.licence, source.as_of) == ("Example list", "CC0", "2026-05-06")
    host = Index([found.list]).url("https://www.a.example/")
    assert host is not None
    assert host.level is Level.LEAD


def test_lines_that_are_none_are_counted() -> None:
    found = taken(b"a.example\nb.example\nc.example\nappspot.com\nnot a name here\n")
    assert set(found.skipped) == {
        Skipped(what="too broad a name", count=1),
        Skipped(what="no domain", count=1),
    }


@pytest.mark.parametrize("name", PHONE_LISTS)
def test_the_projects_own_form_comes_back_as_it_is(name: str) -> None:
    data = resource(f"rules/{name}").read_bytes()
    assert taken(data).list in phone_lists(resource("rules"))
    found = read_list(data.replace(b"\ncom.", b"\ncom.*", 1), "own")
    assert isinstance(found, Refused)
    assert found.why is Why.NOT_WHOLE


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Why.EMPTY),
        (b" \n\n", Why.EMPTY),
        (b"# only a comment\n", Why.EMPTY),
        (b"<!DOCTYPE html><html>", Why.WEB_PAGE),
        (b"\n <HTML>\n<body>404", Why.WEB_PAGE),
        (b"\x89PNG\r\n\x1a\n\x00\x00", Why.NOT_TEXT),
        (b"a.example\nb.\x00example\n", Why.NOT_TEXT),
        ("a.example\n".encode("utf-16"), Why.NOT_TEXT),
        (b"Dear list,\nhow are you\ntoday?\n", Why.UNKNOWN_FORM),
        (b"404: Not Found", Why.UNKNOWN_FORM),
        (b"[[family]]\nid = 1", Why.NOT_WHOLE),
        (b"[[family]]\nid = " + b"[" * 100_000, Why.NOT_WHOLE),
    ],
)
def test_what_is_no_list_is_said_to_be_none(data: bytes, why: Why) -> None:
    found = read_list(data, "any")
    assert isinstance(found, Refused), found
    assert found.why is why


def test_a_file_of_two_gigabytes_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(2 << 30)  # takes no room
    assert read_file(large) == Refused(why=Why.TOO_LARGE)


def test_what_is_no_file_cannot_be_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("missing", ".", "pipe"):
        assert read_file(tmp_path / name) == Refused(why=Why.CANNOT_READ)


def test_more_values_than_any_list_has_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkup.indicators.imports.building.MOST_VALUES", 10)
    text = "".join(f"{number}.example\n" for number in range(11))
    assert read_list(text.encode(), "x") == Refused(why=Why.TOO_LARGE)


def test_yaml_beyond_its_limit_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST_YAML", 10)
    assert read_list(b"- name: A\n  packages: [com.a]\n", "x") == Refused(why=Why.TOO_LARGE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ioc.yaml", "ioc-yaml"),
        ("../../etc/passwd", "etc-passwd"),
        ("Danh sách.txt", "danh-s-ch-txt"),
        ("...", "list"),
    ],
)
def test_a_list_is_named_by_plain_letters(name: str, expected: str) -> None:
    assert list_id_of(name) == expected
    assert len(list_id_of("x" * 500)) == 60


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_no_bytes_trouble_the_reader(data: bytes) -> None:
    for begin in (b"", b"- name: ", b'{"type":"bundle","objects":[', b"[[family]]\n", b"0.0.0.0 "):
        assert isinstance(read_list(begin + data, "x"), Imported | Refused)


def test_the_last_line_of_a_long_list_is_not_used_where_it_has_no_end() -> None:
    names = [f"a{number}.example" for number in range(60)]
    cut = read_list("\n".join([*names, "half.exam"]).encode(), "x")
    assert isinstance(cut, Imported)
    assert (cut.list.count, cut.skipped) == (60, (Skipped(what=NO_END, count=1),))
    whole = read_list(("\n".join(names) + "\n").encode(), "x")
    assert isinstance(whole, Imported)
    assert (whole.list.count, whole.skipped) == (60, ())


def test_a_short_list_written_by_hand_is_used_to_its_last_line() -> None:
    found = read_list(b"a.example\nb.example", "x")
    assert isinstance(found, Imported)
    assert (found.list.count, found.skipped) == (2, ())
