"""Event logs: what another reader reads is read, damage costs itself, and every file has an answer soon."""

import random
import struct
import time

import pytest
from evtx import PyEvtxParser
from hypothesis import given, settings
from hypothesis import strategies as some

from checkup.parse.event_record import event_data, event_number, event_provider, event_time, unnamed_data
from checkup.parse.evtx import NotEvtx, events
from checkup.parse.tree import tree
from tests.evtx_builder import CHUNK, Record, evtx

ALL = frozenset({1, 21, 4624, 5007})
RECORDS = [
    Record(4624, {"TargetUserName": "Lan Nguyễn", "IpAddress": "203.0.113.7"}),
    Record(21, {"User": "PC\\lan", "Address": "1.2.3.4"}, user="EventXML"),
    Record(1, {"": "x@example.com"}, "chromoting"),
    Record(5007, {"New Value": "<a> & b = 0x0"}, is_flat=True),
    Record(7, {"a": "b"}),
] * 30


def test_another_reader_sees_the_same(tmp_path):
    (tmp_path / "a.evtx").write_bytes(evtx(RECORDS))
    others = [tree(one["data"].encode()) for one in PyEvtxParser(str(tmp_path / "a.evtx")).records_json()]
    own = [one for one in events(evtx(RECORDS), ALL | {7}) if one is not None]
    assert len(own) == len(others) == len(RECORDS)
    for one, other in zip(own, others, strict=True):
        for ask in (event_number, event_provider, event_time, unnamed_data):
            assert ask(one) == ask(other)
        for name in ("TargetUserName", "IpAddress", "New Value", "a"):
            assert event_data(one, name) == event_data(other, name)
        assert one.at("Event", "UserData").value == other.at("Event", "UserData").value


def test_only_what_is_wanted_is_made():
    assert [event_number(one) for one in events(evtx(RECORDS[:5]), frozenset({21})) if one] == [21]


def test_damage_costs_itself_and_is_told():
    log = bytearray(evtx(RECORDS, each=10))
    log[4096 + CHUNK : 4096 + CHUNK + 8] = b"XXXXXXXX"
    log[4096 + 2 * CHUNK + 512 + 60] ^= 0xFF
    found = list(events(bytes(log), ALL | {7}))
    assert found.count(None) >= 2
    assert len([one for one in found if one is not None]) >= len(RECORDS) - 20


def test_what_lies_behind_a_record_without_its_sign_is_told_to_be_unread():
    log = bytearray(evtx(RECORDS[:4]))
    second = log.index(b"**\0\0", 4096 + 520)
    log[second : second + 4] = b"++\0\0"
    assert [one and event_number(one) for one in events(bytes(log), ALL)] == [4624, None]


def test_a_log_that_was_cut_or_has_empty_room_gives_what_is_whole():
    log = evtx(RECORDS, each=10)
    assert None not in list(events(log + bytes(3 * CHUNK), ALL))
    assert [one for one in events(log[: 4096 + CHUNK + 3000], ALL) if one]


@pytest.mark.parametrize("data", [b"", b"ElfChnk\0" + bytes(5000), b"LfLe" + bytes(5000)])
def test_another_file_is_refused(data):
    with pytest.raises(NotEvtx):
        list(events(data, ALL))


def test_a_template_that_holds_itself_is_damage():
    log = bytearray(evtx([Record(21, {"a": "b"})]))
    first = 4096 + 512 + 24
    (definition,) = struct.unpack_from("<I", log, first + 10)
    at = 4096 + definition + 28  # the first element of the template: make its name lie in itself
    struct.pack_into("<I", log, at + 7, definition + 28)
    assert len(list(events(bytes(log), ALL))) <= 1


def test_a_chunk_full_of_pointers_ends_soon():
    rest = random.Random(7)  # noqa: S311 - the same every time
    base = evtx(RECORDS, each=60)
    begin = time.process_time()
    for _ in range(150):
        log = bytearray(base)
        for _ in range(rest.choice((1, 20, 400))):
            log[rest.randrange(4096 + 512, len(log))] = rest.choice((0, 255, 12, rest.randrange(256)))
        list(events(bytes(log), ALL))
    assert time.process_time() - begin < 60


@settings(max_examples=200, deadline=None)
@given(some.binary(max_size=3000), some.integers(0, 1500))
def test_any_bytes_have_an_answer(data, place):
    log = bytearray(evtx(RECORDS[:4]))
    log[4096 + 500 + place : 4096 + 500 + place + len(data)] = data
    list(events(bytes(log), ALL))


def named(place: int) -> bytes:
    return struct.pack("<I", place)


def chunk_of(record: bytes, rest: bytes = b"") -> bytes:
    """Return a log with one record of these tokens, which stand at 536 of its chunk, and bytes at 40,000."""
    size = 24 + len(record) + 4
    chunk = bytearray(CHUNK)
    chunk[:8] = b"ElfChnk\0"
    struct.pack_into("<I", chunk, 48, 512 + size)
    struct.pack_into("<4sI", chunk, 512, b"**\0\0", size)
    chunk[536 : 536 + len(record)] = record
    chunk[40_000 : 40_000 + len(rest)] = rest
    return b"ElfFile\0".ljust(4096, b"\0") + bytes(chunk)


def element(name: int, inside: bytes, attributes: bytes = b"") -> bytes:
    token = b"\x41" if attributes else b"\x01"
    length = bytes(4) if attributes else b""
    return token + bytes(6) + named(name) + length + attributes + b"\x02" + inside + b"\x04"


def name_at_40_000(name: str, length: int | None = None) -> bytes:
    return struct.pack("<IHH", 0, 0, len(name) if length is None else length) + name.encode("utf-16-le")


NAMES = name_at_40_000("System") + name_at_40_000("EventID")
SYSTEM, EVENT_ID = 40_000, 40_000 + 8 + 12


@pytest.mark.parametrize(("digits", "found"), [("4624", 1), ("9" * 6, 0), ("9" * 5000, 0)])
def test_an_event_number_of_thousands_of_digits_is_none(digits, found):
    text = b"\x05\x01" + struct.pack("<H", len(digits)) + digits.encode("utf-16-le")
    record = element(EVENT_ID, element(SYSTEM, element(EVENT_ID, text)))
    assert [one is not None for one in events(chunk_of(record, NAMES), ALL)] == [True] * found


def test_a_long_name_that_is_used_thousands_of_times_is_damage_soon():
    attributes = (b"\x46" + named(SYSTEM)) * 6000
    names = name_at_40_000("", length=12_000)
    began = time.process_time()
    assert list(events(chunk_of(element(SYSTEM, b"", attributes), names), ALL)) == [None]
    assert time.process_time() - began < 1
