"""Property lists and XML made to do harm are refused soon and in little memory (T13).

The figures are those of the threat model: two seconds and 200 MB, here for the whole process, which
needs most of a second to start.
"""

import plistlib
import struct
import sys
from pathlib import Path

import pytest

from checkup.collect.iphone import paths
from tests.faults.bounded_program import bounded, fingerprints
from tests.phones.iphone_backup import Backup

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="what a process held is asked of Linux"),
    pytest.mark.timeout(300),
]

MOST_SECONDS, MOST_MIB = 2.0, 200
PROFILE = paths.PROFILE_FOLDER + paths.PROFILE_START
HEAD = b'<?xml version="1.0"?>'


def listed(inside: bytes, kind: bytes = b"") -> bytes:
    return (
        HEAD
        + kind
        + b'<plist version="1.0"><dict><key>Device Name</key><string>'
        + inside
        + b"</string></dict></plist>"
    )


def laughs() -> bytes:
    grown = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
    return listed(b"&a11;", b'<!DOCTYPE plist [<!ENTITY a0 "ha">' + grown + b"]>")


def binary(objects: list[bytes], *, count: int | None = None, offsets: list[int] | None = None) -> bytes:
    """Return a binary list of these parts, with what it says of their number and places."""
    body, places = b"bplist00", []
    for one in objects:
        places.append(len(body))
        body += one
    table = b"".join(struct.pack(">I", at) for at in (offsets or places))
    said = len(objects) if count is None else count
    return body + table + bytes(6) + b"\x04\x01" + struct.pack(">QQQ", said, 0, len(body))


CASES = {
    "entities that grow": laughs(),
    "one entity many times": listed(
        b"&a;" * 20_000, b'<!DOCTYPE plist [<!ENTITY a "' + b"x" * 100_000 + b'">]>'
    ),
    "an entity of a file": listed(b"&a;", b'<!DOCTYPE plist [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "entities from elsewhere": listed(
        b"x", b'<!DOCTYPE plist [<!ENTITY % a SYSTEM "http://a.example/x.dtd"> %a;]>'
    ),
    "lists in lists": HEAD + b"<plist>" + b"<array>" * 100_000,
    "dictionaries in dictionaries": HEAD + b"<plist>" + b"<dict><key>a</key>" * 100_000,
    "a tag without end": HEAD + b"<plist " + b"a" * 30_000_000,
    "a tag with an end inside": HEAD + b'<plist version="' + b">" * 30_000_000,
    "a remark without end": HEAD + b"<!--" + b"-" * 30_000_000,
    "a remark that ends": HEAD + b"<!--" + b"a" * 30_000_000 + b"--><plist/>",
    "a long text": listed(b"x" * 30_000_000),
    "a long number": HEAD + b"<plist><integer>" + b"9" * 1_000_000 + b"</integer></plist>",
    "a list that holds itself": binary([b"\xa2\x00\x00"]),
    "lists that hold each other": binary([b"\xa2\x01\x01", b"\xa2\x00\x00"]),
    "twice the same, sixty deep": binary([bytes([0xA2, n + 1, n + 1]) for n in range(60)] + [b"\x51x"]),
    "binary lists in lists": binary([bytes([0xA1, n + 1]) for n in range(250)] + [b"\xa0"]),
    "more parts than there is room": binary([b"\x51x"], count=2**60),
    "places behind the end": binary([b"\xa1\x01", b"\x51x"], offsets=[8, 0xFFFFFFF0]),
    "a length that is a lie": binary([b"\x4f\x13" + b"\xff" * 8]),
    "an array's length that is a lie": binary([b"\xaf\x13\x00\x00\x00\x10\x00\x00\x00\x00"]),
}


def looked_at(folder: Path):
    before = fingerprints(folder)
    ended = bounded("iphone", "--backup", folder, "--json")
    assert fingerprints(folder) == before
    assert "Traceback" not in ended.errors
    assert ended.seconds < MOST_SECONDS
    assert ended.memory < MOST_MIB
    return ended


@pytest.mark.parametrize("case", CASES, ids=CASES.keys())
def test_a_backups_own_list_made_to_do_harm_costs_little(tmp_path, case):
    folder = Backup().write(tmp_path / "b")
    (folder / "Info.plist").write_bytes(CASES[case])
    ended = looked_at(folder)
    assert ended.status == 0
    assert "/etc/passwd" not in str(ended.said)
    assert "root:" not in str(ended.said)


def test_a_profile_made_to_do_harm_is_a_gap_beside_the_others(tmp_path):
    made = Backup().add(paths.PROFILES, f"{PROFILE}1.stub", laughs())
    made.add(paths.PROFILES, f"{PROFILE}2.stub", plistlib.dumps({"PayloadDisplayName": "School"}))
    ended = looked_at(made.write(tmp_path / "b"))
    assert ended.status == 0
    assert "profile-1" in ended.gaps
    assert "profile-2" not in ended.gaps


@pytest.mark.parametrize("name", ["Info.plist", "Manifest.plist", "Status.plist"])
def test_a_gigabyte_of_text_is_refused_without_being_read(tmp_path, name):
    folder = Backup().write(tmp_path / "b")
    with (folder / name).open("wb") as file:
        file.write(HEAD + b"<plist><string>")
        file.truncate(1_000_000_000)
    ended = bounded("iphone", "--backup", folder, "--json")
    assert ended.status == 3
    assert ended.seconds < MOST_SECONDS
    assert ended.memory < MOST_MIB
