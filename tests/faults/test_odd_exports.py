"""Odd exports as they come, and some made by hand to trip a reader: each row is read or counted."""

import io
import json
import os
import struct
import unicodedata
import zipfile
from collections.abc import Iterator

import pytest

from checkup.collect.exports import gathered
from checkup.model.looked import Cause, Unread
from checkup.model.sign_in import SignInRecord
from checkup.model.stop import Stop
from tests.signins.made_exports import CHROME, IP, NEW, NEW_VI, SESSION, UNIX, google


def read(*paths) -> tuple[list[SignInRecord], list[Unread]]:
    events = list(gathered(list(paths), Stop()))
    rows = [row for event in events if isinstance(event, list) for row in event]
    return rows, [event for event in events if isinstance(event, Unread)]


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_takeout_in_a_zip_in_a_zip_with_vietnamese_names_is_read(tmp_path, form):
    folder = unicodedata.normalize(form, "Takeout/Hoạt động trong nhật ký truy cập")
    photos = unicodedata.normalize(form, "Takeout/Google Ảnh")
    inner = zipped(
        {
            f"{folder}/Hoạt động - Danh sách dịch vụ.csv": google(NEW_VI, 16).encode(),
            f"{photos}/sinh nhật.json": b'{"account_activity_v2":[{"action":"Login","timestamp":1}]}',
        }
    )
    path = tmp_path / "takeout.zip"
    path.write_bytes(zipped({unicodedata.normalize(form, "Gói tải về/takeout-1.zip"): inner}))

    rows, unread = read(path)

    assert [row.service for row in rows] == ["google", "google"]
    assert unread == []


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("H\u00c3\u00a0 N\u00e1\u00bb\u0099i", "Hà Nội"),
        ("H\u00c3\u00a0 N\u00e1\u00bb", "Hà N…"),  # cut in the middle of a letter
        ("H\u00c3 N\u00e1\u00bb\u0099i", "H\u00c3 N\u00e1\u00bb\u0099i"),  # broken inside: left alone
        ("Hà Nội", "Hà Nội"),
        ("caf\u00e9", "caf\u00e9"),
        ("\ud83d", "?"),  # half a smiley
    ],
    ids=["whole", "cut", "broken", "plain", "latin", "surrogate"],
)
def test_text_of_meta_that_is_broken_in_half_costs_no_row(tmp_path, location, place):
    sessions = [{**SESSION, "location": location}, SESSION]
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"active_sessions_v2": sessions}), "utf-8")

    rows, unread = read(path)

    assert len(rows) == 2
    assert rows[0].place == place
    assert unread == []


def test_an_escape_broken_in_half_ends_the_document_and_that_is_told(tmp_path):
    whole = json.dumps(
        {"account_activity_v2": [{"action": "Login", "timestamp": UNIX, "ip_address": IP}] * 3}
    )
    path = tmp_path / "a.json"
    path.write_text(whole[:-2] + ',{"action":"Login","city":"H\\u00c3\\u00', "utf-8")

    rows, unread = read(path)

    assert len(rows) == 3
    assert [one.reason for one in unread] == [Cause.UNKNOWN_FORMAT]


def test_a_map_of_browsers_that_breaks_off_keeps_the_browsers_before(tmp_path):
    whole = json.dumps({"datr_stats_v2": {f"{number:04}****": [UNIX, UNIX] for number in range(5)}})
    path = tmp_path / "browser_cookies.json"
    path.write_text(whole[:-8], "utf-8")

    rows, unread = read(path)

    assert {row.browser for row in rows} == {f"{number:04}" for number in range(4)}
    assert [one.reason for one in unread] == [Cause.UNKNOWN_FORMAT]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
@pytest.mark.parametrize("tail", [b"", b"\0", b"x"])
def test_tables_of_windows_are_read_also_with_half_a_letter_at_the_end(tmp_path, encoding, tail):
    path = tmp_path / "a.csv"
    path.write_bytes(google(NEW_VI, 16).encode(encoding) + tail)

    rows, unread = read(path)

    assert len(rows) == 2
    assert rows[0].place.endswith("Hà Nội")
    assert sum(one.count for one in unread) <= 1


def test_line_ends_in_quotes_cost_no_row_and_a_row_of_ten_thousand_columns_is_counted(tmp_path):
    cells = ["1", "2026-03-02 02:14:09 UTC", IP, "", "", "VN", "", '"Hà\r\nNội"', f'"{CHROME}\n"', "Gmail"]
    cells += ["", "", "", "Login", "", ""]
    wide = [*cells, *["x"] * 10_000]
    path = tmp_path / "a.csv"
    path.write_text(google(NEW, 16) + "\n".join(map(",".join, (cells, wide, cells))) + "\n", "utf-8")

    rows, unread = read(path)

    assert len(rows) == 4
    assert {row.ip for row in rows} == {IP}
    assert [(one.reason, one.count) for one in unread] == [(Cause.UNKNOWN_FORMAT, 1)]


def test_a_header_of_ten_thousand_columns_is_an_answer(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(",".join(f"c{number}" for number in range(10_000)) + "\n" + "1," * 9_999 + "\n", "utf-8")

    rows, unread = read(path)

    assert rows == []
    assert [one.reason for one in unread] == [Cause.UNKNOWN_FORMAT]


def lying_zip(**lies: int) -> bytes:
    """Return a zip whose 64-bit end says other things than are there."""
    made = bytearray(zipped({"ip_logs.csv": b"date,ip\n2026-03-01 02:14:09 UTC,203.0.113.7\n"}))
    at = made.rfind(b"PK\x05\x06")
    size, offset = struct.unpack_from("<II", made, at + 12)
    told = {"count": 1, "size": size, "offset": offset, "where": at, **lies}
    end64 = struct.pack(
        "<4sQHHIIQQQQ",
        b"PK\x06\x06",
        44,
        45,
        45,
        0,
        0,
        told["count"],
        told["count"],
        told["size"],
        told["offset"],
    )
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, told["where"], 1)
    struct.pack_into("<HHII", made, at + 8, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    return bytes(made[:at]) + end64 + locator + bytes(made[at:])


def test_a_64_bit_zip_that_tells_the_truth_is_read(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(lying_zip())
    rows, unread = read(path)
    assert (len(rows), unread) == (1, [])


@pytest.mark.parametrize(
    "lies",
    [
        {"count": 2**63},
        {"count": 2**64 - 1, "size": 2**64 - 1},
        {"size": 2**62},
        {"size": 0},
        {"offset": 2**63},
        {"offset": 7},
        {"where": 2**63},
        {"where": 0},
    ],
)
def test_a_64_bit_zip_that_lies_is_refused_or_read_and_never_silent(tmp_path, lies):
    path = tmp_path / "a.zip"
    path.write_bytes(lying_zip(**lies))
    before = path.read_bytes()

    rows, unread = read(path)

    assert rows or unread
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes of Unix")
def test_a_folder_with_links_in_circles_pipes_and_devices_ends(tmp_path):
    folder = tmp_path / "export"
    (folder / "inside").mkdir(parents=True)
    (folder / "a.csv").write_text(google(NEW, 16), "utf-8")
    (folder / "inside" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self.csv").symlink_to(folder / "self.csv")
    (folder / "zero.csv").symlink_to("/dev/zero")
    (folder / "gone.csv").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.csv")

    rows, unread = read(folder)

    assert len(rows) == 2
    assert {one.where for one in unread} == {"self.csv", "gone.csv", "zero.csv"}


def test_a_link_to_a_file_that_was_not_chosen_is_not_read(tmp_path):
    (tmp_path / "elsewhere.csv").write_text(google(NEW, 16), "utf-8")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "a.csv").symlink_to(tmp_path / "elsewhere.csv")

    rows, unread = read(folder)

    assert rows == []
    assert [one.reason for one in unread] == [Cause.NOT_SUPPORTED]


def test_an_odd_name_of_a_member_is_only_a_name(tmp_path):
    names = [
        "a\u202e.csv",
        "x" * 900 + ".csv",
        "CON.csv",
        "C:\\a.csv",
        "..\\..\\a.csv",
        "/etc/a.csv",
        " .csv",
    ]
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({name: google(NEW, 16).encode() for name in names}))

    rows, unread = read(path)

    assert len(rows) == 2
    assert [(one.reason, one.count) for one in unread] == [(Cause.COUNTED_ONCE, 2 * (len(names) - 1))]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.zip"]


def test_the_same_member_twice_counts_once_and_that_is_told(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", google(NEW, 16))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.csv", google(NEW, 16))

    rows, unread = read(path)

    assert len(rows) == 2
    assert [(one.reason, one.count) for one in unread] == [(Cause.COUNTED_ONCE, 2)]


def test_a_stop_ends_a_walk_through_folders_that_hold_no_export(tmp_path):
    for number in range(300):
        (tmp_path / f"{number}").mkdir()
    stop = Stop()

    def events() -> Iterator[object]:
        stop.ask()
        yield from gathered([tmp_path], stop)

    assert [one.reason for one in events() if isinstance(one, Unread)] == [Cause.STOPPED]
