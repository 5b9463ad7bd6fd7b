"""Notes on programs that ran, of every version: the whole path and the last time, or a known error."""

import base64
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from checkup.parse.prefetch import MOST, NotPrefetch, prefetch
from checkup.parse.xpress_huffman import NotXpress, decompressed
from tests.prefetch_builder import compressed, note, xpress

PATH = r"\VOLUME{01d}\PROGRAMDATA\SPC\CSRSS.EXE"
FOUND = r"C:\PROGRAMDATA\SPC\CSRSS.EXE"
# Two blocks of 64 KiB with long copies, compressed by wimlib; libscca reads the same in it.
BY_WIMLIB = base64.b64decode(
    "TUFNBP4xAQBScAAAAAAAAHAHAAAAcAAHAAAAAAcAAAdmZwcAAAAAcHBgZgB3cGZ2B2Z3Z3cABgAHAAcAAAAAAAAAAAAAcHAAAAAA"
    "AAAAAAAAAAAAAAcABwcAAAAAcAAAAAAAAAAAAAAAAAAAAABwAAAAAAAAcAAAAAAAAAAAAAAAAAAAAAAAdwYAAAAAAABgBwAAAAAA"
    "AAAFAAAAAAAAAGZwBwAAAAAAZgAAAAAAAAAFAAAAYAAAAAYAAAAAAABgAAAAAAAAAAAFAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABMC3Teya2+MbKCEiEUl0iJLePm9eMhhhoH1A/5lpjWFgaweo"
    "INc4/V6/WtKXrgl8Ey2Blmy4ITzUH23nWYExkZOY0tCMOUBGT+m1cBKxSXxGx2hBSXE+eVyfb6iFnmksokJgOxUVSqsAAP8R/gIA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAB2d3AAAAAAAAcGBWcGBgZWYGVmZmZgAGAAAABgAAAAAAAAAAAABgYAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABgAAAAAAAGAGAAAAAAAAAAQAAAAAAAAA"
    "BQAAAAAAAAAFBgAAAAAAAAQAAAAAAAAAZgAAAAAAAGAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAADMiMjUlLyQoOmlB9ChGMJg6XMF8uUzRmrkDSu9wJtchmm4sWqHhi+yqRZJZf8Q"
    "MS/9ydCxEt4Ojag34tCqR3fBMPYNAABQ"
)
MANY = tuple(rf"\VOLUME{{01d}}\WINDOWS\SYSTEM32\LIB{number}.DLL" for number in range(1500))


@pytest.mark.parametrize("version", [17, 23, 26, 30, 31])
@pytest.mark.parametrize("others", [(), MANY], ids=["short", "three blocks"])
def test_every_version_tells_path_and_time_plain_and_compressed(version, others):
    data = note(PATH, version, others=others)
    assert (prefetch(data).path, prefetch(data).when) == (FOUND, "2024-11-25T09:20:00Z")
    assert prefetch(compressed(data)) == prefetch(data)


def test_what_another_program_compressed_is_read():
    assert prefetch(BY_WIMLIB).path == FOUND
    assert len(decompressed(BY_WIMLIB[8:], struct.unpack_from("<I", BY_WIMLIB, 4)[0])) == 78_334


def test_a_checksum_behind_the_size_is_passed_over():
    data = compressed(note(PATH))
    assert prefetch(b"MAM\x84" + data[4:8] + b"\x01\x02\x03\x04" + data[8:]).path == FOUND


def test_an_older_device_path_and_a_long_name_are_told():
    long = "A" * 40 + ".EXE"
    assert prefetch(note(rf"\DEVICE\HARDDISKVOLUME3\TEMP\{long}")).path == rf"C:\TEMP\{long}"


def test_a_program_that_is_not_among_its_files_has_no_path():
    data = note(PATH).replace("SPC".encode("utf-16-le"), "SPC\0".encode("utf-16-le")[:6])
    assert prefetch(data.replace("CSRSS".encode("utf-16-le"), "OTHER".encode("utf-16-le"), 1)).path == ""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MAM\x04",
        b"MAM\x04" + struct.pack("<I", MOST + 1),
        b"MAM\x04" + struct.pack("<I", 100_000) + bytes(300),
        note(PATH).replace(b"SCCA", b"SCCB"),
        struct.pack("<I", 99) + note(PATH)[4:],
        note(PATH)[:90],
        compressed(note(PATH))[:300],
    ],
)
def test_what_is_no_note_is_refused(data):
    with pytest.raises(NotPrefetch):
        prefetch(data)


def test_a_copy_from_before_the_beginning_is_refused():
    table = bytearray(256)
    table[128] = 0x11  # two codes of one bit: 256 and 257, copies from one byte back
    with pytest.raises(NotXpress):
        decompressed(bytes(table) + bytes(8), 100)


def test_a_copy_from_one_byte_before_the_beginning_is_refused():
    table = bytearray(256)
    table[0x41 // 2] = 0x10  # code 0: the byte 65
    table[(256 + 16) // 2] = 0x01  # code 1: a copy from two bytes back, or three
    with pytest.raises(NotXpress):
        decompressed(bytes(table) + struct.pack("<HHH", 0x4000, 0, 0), 20)


def test_more_than_asked_for_is_never_made():
    table = bytearray(256)
    table[0x0F // 2] = 0x10  # code 0: the byte 15
    table[(256 + 15) // 2] = 0x10  # code 1: a long copy from one byte back
    stream = bytes(table) + struct.pack("<HHBHI", 0x4000, 0, 255, 0, 0xFFFFFFF0)
    assert decompressed(stream, 70) == b"\x0f" * 70


@settings(max_examples=200, deadline=None)
@given(some.binary(max_size=2000), some.integers(0, 5000))
def test_any_bytes_have_an_answer(data, size):
    for given_ in (data, compressed(data), b"MAM\x04" + struct.pack("<I", size) + data):
        try:
            prefetch(given_)
        except NotPrefetch:
            continue


@settings(max_examples=100, deadline=None)
@given(some.binary(max_size=3000))
def test_what_was_compressed_comes_back(data):
    assert decompressed(xpress(data), len(data)) == data
