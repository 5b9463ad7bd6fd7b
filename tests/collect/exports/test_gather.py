"""Exports from disk: zips in zips, folders, files; by content; nothing written, nothing private opened."""

import io
import struct
import unicodedata
import zipfile
from pathlib import Path

import pytest

from checkup.collect.exports import Began, gathered
from checkup.collect.exports.bounded import Bounded, Budget
from checkup.model.looked import Cause, Unread
from checkup.model.sign_in import SignInRecord
from checkup.model.stop import Stop
from checkup.parse.exports.limits import TooMuch
from tests.odd_zip import far_away
from tests.signins.made_exports import FILES, data, zipped


def read(*paths, stop=None):
    """Return the events, with the rows one by one."""
    return [
        each
        for event in gathered(paths, stop or Stop())
        for each in (event if isinstance(event, list) else [event])
    ]


def records(events):
    return [event for event in events if isinstance(event, SignInRecord)]


def unread(events):
    return [event for event in events if isinstance(event, Unread)]


@pytest.fixture
def put(tmp_path):
    def place(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return place


def test_files_are_known_by_what_they_hold_whatever_they_are_called(put):
    members = {f"Dữ liệu/tệp {number}.{suffix(name)}": data(name) for number, name in enumerate(FILES)}
    events = read(put("anything.zip", zipped(members)))
    assert len(records(events)) + lost(events, Cause.COUNTED_ONCE) == ALL
    assert lost(events, Cause.UNKNOWN_FORMAT) == sum(lost for *_, lost in FILES.values())


ALL = sum(count for _, _, count, _ in FILES.values())


def lost(events, reason):
    return sum(one.count for one in unread(events) if one.reason is reason)


def suffix(name):
    first = FILES[name][0][0]
    return {"{": "json", "[": "json", "<": "html", "w": "js"}.get(first, "csv")


def test_a_folder_gives_the_same_as_its_files(put, tmp_path):
    for number, name in enumerate(FILES):
        put(f"export/{number}.{suffix(name)}", data(name))
    events = read(tmp_path / "export")
    assert len(records(events)) + lost(events, Cause.COUNTED_ONCE) == ALL


def test_a_zip_in_a_zip_is_read(put):
    inner = zipped({"Apple ID account/x.csv": data("apple_sign_ons")})
    events = read(put("outer.zip", zipped({"part.zip": inner})))
    assert len(records(events)) == 2
    assert [event.where for event in events if isinstance(event, Began)] == [
        "outer.zip/part.zip/Apple ID account/x.csv"
    ]


def test_zips_nested_deeper_are_refused(put):
    content = data("reddit")
    name = "x.csv"
    for _ in range(6):
        content, name = zipped({name: content}), "in.zip"
    events = read(put("deep.zip", content))
    assert records(events) == []
    assert [one.reason for one in unread(events)] == [Cause.TOO_LARGE]


PRIVATE = [
    "activity/messages/inbox/a.csv",
    "Ảnh/a.csv",
    "Google Photos/a.csv",
    "chats/a.csv",
    "Tin nhắn/a.csv",
]


@pytest.mark.parametrize("name", PRIVATE)
def test_messages_and_photographs_are_never_opened(put, name, monkeypatch):
    private = unicodedata.normalize("NFD", name)
    path = put("a.zip", zipped({private: data("reddit"), "ok.csv": data("reddit")}))
    asked = []
    real = zipfile.ZipFile.open

    def listening(self, what, *rest):
        asked.append(what.filename)
        return real(self, what, *rest)

    monkeypatch.setattr(zipfile.ZipFile, "open", listening)
    read(path)
    assert set(asked) == {"ok.csv"}


def test_names_that_climb_out_write_nothing_anywhere(put, tmp_path):
    put("in/a.zip", zipped({"../../out.csv": data("reddit"), "/etc/x.csv": data("linkedin")}))
    before = everything(tmp_path)
    events = read(tmp_path / "in" / "a.zip")
    assert len(records(events)) == 3
    assert everything(tmp_path) == before


def everything(folder):
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def test_originals_are_untouched_byte_for_byte(put, tmp_path):
    put("a.zip", zipped({"a.csv": data("reddit")}))
    put("b.json", data("telegram"))
    before = everything(tmp_path)
    read(tmp_path)
    assert everything(tmp_path) == before


def test_a_bomb_of_one_member_is_refused_early(put):
    header = b"date,ip\n"
    content = header + b"2026-03-01 02:14:09 UTC,\n" * 6_000_000
    events = read(put("bomb.zip", zipped({"a.csv": content})))
    assert Cause.TOO_LARGE in {one.reason for one in unread(events)}


def test_an_archive_that_lists_too_many_members_is_refused_before_the_list_is_made(put):
    many = b"PK\x01\x02" + b"\0" * 42
    listed = many * 200_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 3, 3, len(listed), 0, 0)
    events = read(put("many.zip", b"PK\x03\x04" + listed + end))
    assert [one.reason for one in unread(events)] == [Cause.TOO_LARGE]


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_told_not_opened(put, packing):
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", packing) as archive:
        archive.writestr("a.csv", data("reddit"))
    assert [one.reason for one in unread(read(put("a.zip", into.getvalue())))] == [Cause.PACKED]


def test_a_damaged_member_leaves_the_others_readable(put):
    content = bytearray(zipped({"a.csv": data("linkedin") * 3, "b.csv": data("reddit")}))
    content[60:80] = b"\xff" * 20
    events = read(put("a.zip", bytes(content)))
    assert {record.service for record in records(events)} >= {"reddit"}
    assert unread(events)


def test_the_readable_twin_is_told_kindly(put):
    page = b"<html><head><title>Facebook</title></head><body>Where you are logged in</body></html>"
    assert [one.reason for one in unread(read(put("a.html", page)))] == [Cause.READABLE_TWIN]


@pytest.mark.parametrize("content", [b"hello", b"\xff\xd8\xff", b'{"a": 1}'])
def test_a_chosen_file_that_is_no_export_is_told(put, content):
    assert [one.reason for one in unread(read(put("x.bin", content)))] == [Cause.UNKNOWN_FORMAT]


def test_a_path_that_is_not_there_is_told(tmp_path):
    assert [one.reason for one in unread(read(tmp_path / "gone.zip"))] == [Cause.FAILED]


def test_stopping_ends_it_and_says_so(put):
    stop = Stop()
    stop.ask()
    events = read(put("a.csv", data("reddit")), stop=stop)
    assert records(events) == []
    assert [one.reason for one in unread(events)] == [Cause.STOPPED]


def test_a_stream_ends_where_more_comes_out_than_was_packed():
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            return b"x" * size

    stream = Bounded(Endless(), Budget(Stop()), packed=1000)
    with pytest.raises(TooMuch):
        drained(stream)


def drained(stream):
    while stream.readinto(bytearray(1 << 20)):
        pass


def test_all_files_together_have_a_limit():
    budget = Budget(Stop(), most=100)
    budget.spend(60)
    with pytest.raises(TooMuch):
        budget.spend(60)


def test_a_link_in_a_folder_is_not_followed_out_of_it(put, tmp_path):
    put("elsewhere/a.csv", data("reddit"))
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "link").symlink_to(tmp_path / "elsewhere")
    assert records(read(tmp_path / "export")) == []


def test_the_page_of_contents_of_a_takeout_is_no_gap(put):
    put("export/Takeout/archive_browser.html", b"<html><title>Google Takeout</title></html>")
    path = put("export/a.csv", data("reddit"))
    assert all("archive_browser" not in one.where for one in unread(read(path.parent)))


def test_a_member_behind_the_end_of_every_disk_is_told_and_the_others_are_read(put):
    whole = zipped({"a.csv": data("apple_sign_ons")})
    events = read(put("far.zip", far_away("Logins.csv")), put("whole.zip", whole))
    assert [one.reason for one in unread(events)] == [Cause.FAILED]
    assert len(records(events)) == 2


def test_a_member_without_a_name_is_passed_over(put):
    members = {"a.csv": data("apple_sign_ons"), "nameless": b"x"}
    events = read(put("x.zip", zipped(members).replace(b"nameless", b"\0ameless")))
    assert len(records(events)) == 2
