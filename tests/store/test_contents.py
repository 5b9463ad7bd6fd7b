"""What is encrypted hides its length, and no text from outside is lost in it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.model.step import StepNote
from checkup.model.visit import Record, Visit
from checkup.store.contents import SMALLEST, Contents, packed, size_class, unpacked
from checkup.store.errors import Damaged, NewerVersion


def noted(note: str) -> Contents:
    visit = Visit(id="v", began="2026-11-24T01:00:00Z", notes=(StepNote(step="s", note=note),))
    return Contents(key="k", record=Record(id="r", visits=(visit,)))


@given(st.integers(0, 2**26))
def test_a_size_holds_what_it_must_and_wastes_at_most_half(length):
    size = size_class(length)
    assert size >= length
    assert size == SMALLEST or size <= 1.5 * length + 1


def test_few_sizes_are_told_apart():
    assert len({size_class(length) for length in range(0, 4 * 2**20, 1000)}) == 13


def test_contents_of_different_length_have_one_size():
    assert {len(packed(noted("x" * count))) for count in (0, 1, 1000, 60_000)} == {SMALLEST}


HOSTILE = [
    "\x1b[2Jclear",
    "a\u202egnp.exe",
    "zero\u200bwidth",
    "<b>bold</b>",
    "=cmd|' /C calc'!A0",
    "%s%n",
    "line\nbreak",
    "\x00NUL",
    "\ufeff",
    "\ufffe",
    "Nguyễn\u0301",
    "e\u0323\u0302",
    "\U0001f468\u200d\U0001f469",
    "'; DROP TABLE",
    "../../etc",
    "\r\n\r\n",
    "\u2028\u2029",
    "\\udcff",
    "x" * 32_768,
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_from_outside_survives_the_round_trip(name):
    assert unpacked(packed(noted(name))) == noted(name)


@given(st.text())
def test_any_text_survives_the_round_trip(name):
    assert unpacked(packed(noted(name))) == noted(name)


def test_a_file_name_that_is_no_text_is_kept_in_a_visible_form():
    kept = unpacked(packed(noted("photo\udcff.jpg")))
    assert kept == noted("photo\\udcff.jpg")


def test_it_is_ordinary_json_that_other_programs_read():
    assert json.loads(packed(noted("chào")))["record"]["visits"][0]["notes"][0]["note"] == "chào"


def test_a_newer_record_is_told_and_not_half_read():
    newer = b'{"key":"k","record":{"version":2,"id":7,"visits":"another form"}}'
    with pytest.raises(NewerVersion):
        unpacked(newer)


@pytest.mark.parametrize(
    "plain", [b"", b"{", b"[]", b'{"record":{}}', b"\xff\xfe", b'{"key":1}', b"[" * 100_000]
)
def test_anything_else_is_damage(plain):
    with pytest.raises(Damaged):
        unpacked(plain)
