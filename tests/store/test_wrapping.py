"""The wrapping is an ordinary zip, written in one way only."""

import io
import zipfile
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkup.store.errors import Damaged, NewerVersion, NotARecord, StoreError
from checkup.store.wrapping import Parts, begins_like_ours, unwrap, wrap

PARTS = Parts(identity=b"i" * 300, now=b"n" * 900, before=b"b" * 700)
NAMES = ["identity.age", "now.age", "before.age", "identity2.age"]


@given(st.binary(max_size=99), st.binary(max_size=99), st.binary(max_size=99))
def test_what_was_wrapped_comes_out_again(identity, now, before):
    parts = Parts(identity, now, before)
    assert unwrap(wrap(parts)) == parts


def test_any_zip_program_takes_it_apart():
    with zipfile.ZipFile(io.BytesIO(wrap(PARTS))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == NAMES
        assert [archive.read(name) for name in NAMES] == [
            PARTS.identity,
            PARTS.now,
            PARTS.before,
            PARTS.identity,
        ]


def test_it_tells_no_time_no_owner_and_no_name_of_this_program():
    data = wrap(PARTS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {datetime(*entry.date_time) for entry in archive.infolist()} == {datetime(1980, 1, 1)}
        assert not any(entry.extra for entry in archive.infolist())
    assert b"checkup" not in data.lower()


def test_every_flipped_bit_of_the_whole_file_is_damage():
    data = wrap(PARTS)
    for at in range(len(data)):
        for bit in (1, 128):
            with pytest.raises(Damaged):
                unwrap(data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :])


def test_every_cut_is_damage_down_to_an_empty_file():
    data = wrap(PARTS)
    for length in range(len(data)):
        with pytest.raises(Damaged):
            unwrap(data[:length])


@pytest.mark.parametrize("tail", [b"\n", b"\0", b"x" * 5000, b"PK\x05\x06" + bytes(18)])
def test_bytes_at_the_end_are_damage(tail):
    with pytest.raises(Damaged):
        unwrap(wrap(PARTS) + tail)


def test_a_zip_made_by_another_program_with_our_names_is_damage_too():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, body in zip(NAMES, (b"i", b"n", b"b", b"i"), strict=True):
            archive.writestr(name, body)
    with pytest.raises(Damaged):
        unwrap(made.getvalue())


@pytest.mark.parametrize(
    "foreign", [b"%PDF-1.7\n", b"PK\x03\x04word", b"age-encryption.org/v1\n", b"\0" * 999]
)
def test_a_file_of_another_program_is_not_a_record(foreign):
    with pytest.raises(NotARecord):
        unwrap(foreign)


def test_a_dateless_zip_of_another_program_is_not_a_record():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo("letter.txt"), b"hello")
    with pytest.raises(NotARecord):
        unwrap(made.getvalue())


def test_a_newer_format_is_told_from_a_damaged_figure():
    data = wrap(PARTS)
    with pytest.raises(NewerVersion):
        unwrap(data.replace(b"format=1 format=1", b"format=3 format=3"))
    with pytest.raises(Damaged):
        unwrap(data.replace(b"format=1 format=1", b"format=2 format=1"))


@given(st.binary(max_size=500))
def test_any_bytes_end_in_an_error_of_ours(data):
    with pytest.raises(StoreError):
        unwrap(data)


@given(st.integers(0, 42))
def test_the_beginning_of_a_record_is_known_however_short(length):
    assert begins_like_ours(wrap(PARTS)[:length])
