"""Whatever the bytes are, a parser of an iPhone's backup answers or says what it cannot read."""

import plistlib
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checkup.parse.iphone.keybag import BadKeybag, keybag
from checkup.parse.iphone.manifest import lock
from checkup.parse.iphone.signing_profile import signing_profile
from checkup.parse.plist import NotPlist, dict_of, plist, plist_dict
from tests.phones.iphone_backup import Keys, archived

BAG = Keys("x").bag()
LIST = plistlib.dumps({"a": [1, "b", {"c": b"d" * 40}]}, fmt=plistlib.FMT_BINARY)
changes = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), max_size=8)


def changed(data: bytes, some: list[tuple[int, int]]) -> bytearray:
    whole = bytearray(data)
    for at, byte in some:
        whole[at % len(whole)] = byte
    return whole


@given(st.binary(max_size=400) | changes.map(lambda some: bytes(changed(BAG, some))))
def test_a_keybag_is_read_or_refused(data):
    try:
        bag = keybag(data)
    except BadKeybag:
        return
    assert bag.classes
    assert bag.rounds <= 50_000_000


@given(st.binary(max_size=400) | changes.map(lambda some: bytes(changed(LIST, some))))
@example(b"bplist00" + b"\xff" * 40)
@example(b"<plist><date>x</date></plist>")
@example(b"<plist><integer>" + b"9" * 5000 + b"</integer></plist>")
def test_a_property_list_is_read_or_refused(data):
    try:
        plist(data)
    except NotPlist:
        return


@given(st.binary(max_size=400) | changes.map(lambda some: bytes(changed(LIST, some))))
def test_a_signing_profile_is_read_or_refused(data):
    for whole in (data, b"<?xml" + data + b"</plist>"):
        with suppress(NotPlist):
            signing_profile(whole, "x")


def test_entities_that_grow_are_refused():
    bomb = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(NotPlist):
        plist(bomb + b'<plist version="1.0"><string>&b;</string></plist>')


def test_a_list_that_holds_itself_is_no_trap():
    #          header      array of one: itself   offsets  trailer
    held = b"bplist00" + b"\xa1\x00" + b"\x08" + bytes(6) + b"\x01\x01" + (1).to_bytes(8, "big")
    data = held + bytes(8) + (10).to_bytes(8, "big")
    whole = plist(data)
    assert whole[0] is whole
    with pytest.raises(NotPlist):
        plist_dict(data)


def test_lists_in_lists_without_end_are_refused():
    deep = b"<plist version='1.0'>" + b"<array>" * 100_000
    with pytest.raises(NotPlist):
        plist(deep)
    nested = b"".join(b"\xa1" + (n + 1).to_bytes(2, "big") for n in range(20_000)) + b"\xa0"
    offsets = b"".join((8 + 3 * n).to_bytes(3, "big") for n in range(20_001))
    trailer = bytes(6) + b"\x03\x02" + (20_001).to_bytes(8, "big") + bytes(8)
    with pytest.raises(NotPlist):
        plist(b"bplist00" + nested + offsets + trailer + (8 + len(nested)).to_bytes(8, "big"))


@given(st.binary(max_size=200) | changes.map(lambda some: bytes(changed(archived(5, "x", b"k" * 44), some))))
def test_a_files_record_is_read_or_none(data):
    found = lock(data)
    assert found is None or found.size >= 0


def test_what_is_no_dictionary_is_an_empty_one():
    assert dict_of([1]) == {}
    assert dict_of({1: 2, "a": 3}) == {"a": 3}
