"""Sign-ins on macOS: those that last, those of its log, and what is neither."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from checkup.parse.asl import SIGNATURE, NotAsl, records
from checkup.parse.mac_utmpx import MacSignIn, NotUtmpx, signed_in_before, signed_in_now
from tests.mac_sign_ins import HOST, WHEN, asl, sign_in, utmpx


def test_who_is_signed_in_is_told_and_what_has_ended_is_not():
    data = utmpx(("lan", "console", "", 7), ("lan", "ttys002", HOST, 7), ("it", "ttys003", "", 8))
    assert list(signed_in_now(data)) == [
        MacSignIn("lan", "console", "", WHEN),
        MacSignIn("lan", "ttys002", HOST, WHEN),
    ]


@pytest.mark.parametrize("data", [b"", b"utmpx-2.00\0" + bytes(700), bytes(628)])
def test_another_list_is_refused(data):
    with pytest.raises(NotUtmpx):
        list(signed_in_now(data))


def test_a_list_that_was_cut_gives_what_is_whole():
    assert len(list(signed_in_now(utmpx(("lan", "a", "", 7), ("lan", "b", "", 7))[:-1]))) == 1


def test_a_log_tells_begin_end_and_the_other_end():
    log = asl(sign_in("lan", HOST), sign_in("it", line="ttys009"), sign_in("lan", kind=8, when=WHEN + 60))
    assert list(signed_in_before(records(log))) == [
        MacSignIn("lan", "ttys001", HOST, WHEN, WHEN + 60),
        MacSignIn("it", "ttys009", "", WHEN),
    ]


def test_what_others_write_into_the_log_is_no_sign_in():
    assert list(signed_in_before(records(asl(sign_in("lan", HOST), facility="com.example.app")))) == []


def test_a_log_that_leads_back_to_its_beginning_ends():
    log = bytearray(asl(sign_in("lan", HOST), sign_in("it")))
    (first,) = struct.unpack_from(">Q", log, 16)
    (second,) = struct.unpack_from(">Q", log, first + 6)
    struct.pack_into(">Q", log, second + 6, first)
    assert len(list(records(bytes(log)))) == 2


def test_another_log_is_refused():
    with pytest.raises(NotAsl):
        list(records(b"ASL DC" + bytes(80)))


@settings(max_examples=200, deadline=None)
@given(some.binary(max_size=2000))
def test_any_bytes_have_an_answer(data):
    list(signed_in_before(records(SIGNATURE + data.ljust(80, b"\0"))))
    list(signed_in_before(records(asl(sign_in("lan", HOST))[:200] + data)))
    list(signed_in_now(utmpx()[:628] + data))
