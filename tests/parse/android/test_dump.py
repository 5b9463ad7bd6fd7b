"""A report is cut into its sections while it streams, however long its lines and whatever broke off."""

import pytest

from checkup.model.looked import Cause
from checkup.parse.android.dump import LONGEST_LINE, NotRecognised, lines, sections

REPORT = b"""== dumpstate: 2026
------ SYSTEM PROPERTIES (getprop) ------
[a.b]: [c]
------ 0.1s was the duration of 'SYSTEM PROPERTIES' ------
-------------------------------------------------------------------------------
DUMP OF SERVICE CRITICAL package:
Packages:\r
--------- 0.1s was the duration of dumpsys package, ending at: 2026
DUMP OF SERVICE user:
UserInfo"""


def taken(data, size=7):
    pieces = (data[at : at + size] for at in range(0, len(data), size))
    return {name: [line for line in inside if line] for name, inside in sections(pieces)}


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_sections_are_the_same_however_the_bytes_arrive(size):
    assert taken(REPORT, size) == {
        "DUMPSTATE": ["== dumpstate: 2026"],
        "SYSTEM PROPERTIES": ["[a.b]: [c]"],
        "package": ["Packages:"],
        "user": ["UserInfo"],
    }


def test_a_section_nobody_takes_is_skipped():
    assert [name for name, _ in sections([REPORT])] == [
        "DUMPSTATE",
        "SYSTEM PROPERTIES",
        "package",
        "user",
    ]


def test_a_dump_without_header_is_known_by_its_first_words():
    assert taken(b"\nACCESSIBILITY MANAGER (dumpsys accessibility)\nx\n")["accessibility"][-1] == "x"


def test_what_is_no_dump_has_no_section():
    assert taken(b"hello\n" * 100) == {}


def test_a_file_without_line_breaks_is_cut_and_does_not_fill_the_memory():
    endless = (b"x" * 65536 for _ in range(200))
    assert max(map(len, lines(endless))) <= LONGEST_LINE + 65536


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("*** SERVICE 'package' DUMP TIMEOUT (10000ms) EXPIRED ***", Cause.TIMED_OUT),
        ("Can't find service: role", Cause.NOT_SUPPORTED),
        ("Permission Denial: can't dump appops from pid=1", Cause.NOT_PERMITTED),
    ],
)
def test_a_service_that_broke_off_says_so(line, cause):
    report = f"DUMP OF SERVICE package:\nPackages:\n{line}\nDUMP OF SERVICE user:\nx".encode()
    found = sections([report])
    _, inside = next(found)
    with pytest.raises(NotRecognised) as fault:
        list(inside)
    assert fault.value.cause is cause
    assert next(found)[0] == "user"
