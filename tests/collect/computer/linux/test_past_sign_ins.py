"""Sign-ins of all lists: from afar with the other end's name, at this computer's own screens without."""

import struct

import pytest

from checkup.collect.computer.linux.past_sign_ins import past_sign_ins
from checkup.model.looked import Cause
from checkup.parse.utmp import other_end

RECORD = struct.Struct("<h2xi32s4s32s256shhiii16s20x")
SESSION = (
    "UID=1000\nUSER=lan\nSTATE=active\nREMOTE=1\nREMOTE_HOST=192.168.1.9\nCLASS=user\n"
    "REALTIME=1795500000000000\n"
)
AT = 1_795_500_000
WTMPDB = (
    "CREATE TABLE wtmp(ID INTEGER, Type INTEGER, User TEXT, Login INTEGER, Logout INTEGER,"
    " TTY TEXT, RemoteHost TEXT)"
)


def record(kind: int, user: str, host: str, line: str = "pts/0", at: int = AT) -> bytes:
    return RECORD.pack(kind, 100, line.encode(), b"id", user.encode(), host.encode(), 0, 0, 0, at, 0, b"")


@pytest.fixture
def wtmp(lans, tmp_path):
    def make(*records: bytes):
        ground = lans({"/var/log/wtmp": ""})
        (tmp_path / "root/var/log/wtmp").write_bytes(b"".join(records))
        return past_sign_ins(ground)

    return make


def test_a_sign_in_from_afar_has_the_other_end_and_its_times(wtmp):
    [found] = wtmp(record(7, "minh", "203.0.113.5"), record(8, "", "", at=AT + 60))
    assert (found.who, found.remote, found.seen_in) == ("minh", "203.0.113.5", "/var/log/wtmp")
    assert (found.since, found.until) == ("2026-11-24T06:00:00Z", "2026-11-24T06:01:00Z")


@pytest.mark.parametrize(
    "host", [":0", ":1.0", "tty2", "/dev/tty2", "login screen", "seat0", "tmux(12).%0", ""]
)
def test_this_computers_own_screens_are_no_other_end(wtmp, host):
    assert [one.remote for one in wtmp(record(7, "lan", host, "tty2"))] == [""]


@pytest.mark.parametrize(
    ("host", "end"),
    [
        ("203.0.113.5 via mosh [1234]", "203.0.113.5"),
        ("mosh [1234]", ""),
        ("::1", "::1"),
        ("tty2.example.org", "tty2.example.org"),
        ("laptop-minh", "laptop-minh"),
        ("10.0.0.2", "10.0.0.2"),
    ],
)
def test_names_of_other_ends_are_kept_and_additions_cut(host, end):
    assert other_end(host) == end


def test_a_restart_ends_what_was_open(wtmp):
    [found] = wtmp(record(7, "lan", "tty2"), record(2, "reboot", "6.1", "~", AT + 5))
    assert found.until == "2026-11-24T06:00:05Z"


def test_the_newer_list_of_debian_is_read(lans, database):
    ground = lans({})
    database(
        "/var/lib/wtmpdb/wtmp.db",
        WTMPDB,
        [
            (1, 3, "minh", AT * 1_000_000, None, "pts/0", "203.0.113.5"),
            (2, 3, "lan", AT * 1_000_000, None, "tty2", "tty2"),
        ],
    )
    assert [(one.who, one.remote) for one in past_sign_ins(ground)] == [("minh", "203.0.113.5"), ("lan", "")]


def test_a_session_that_lasts_is_now(lans):
    [found] = past_sign_ins(lans({"/run/systemd/sessions/3": SESSION}))
    assert (found.is_now, found.remote) == (True, "192.168.1.9")


def test_a_computer_that_keeps_no_list_is_a_gap(lans):
    assert [one.reason for one in past_sign_ins(lans({})).unread] == [Cause.NOT_SUPPORTED]


def test_a_list_that_is_none_is_a_gap(wtmp):
    reading = wtmp(b"\xff" * 1000)
    assert [(one.where, one.reason) for one in reading.unread] == [("/var/log/wtmp", Cause.UNKNOWN_FORMAT)]


def test_a_closed_list_is_a_gap(lans):
    reading = past_sign_ins(lans({"/var/log/wtmp": ""}, closed=("/var/log/btmp",)))
    assert [one.reason for one in reading.unread] == [Cause.NOT_PERMITTED]
