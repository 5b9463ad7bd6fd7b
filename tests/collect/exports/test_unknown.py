"""Exports as a person's disk holds them: half a download, locked, packed otherwise, empty, for reading."""

import gzip
import io
import struct
import tarfile
import zipfile

import pytest

from checkup.collect.exports import gathered
from checkup.model.looked import Cause, Unread
from checkup.model.sign_in import SignInRecord
from checkup.model.stop import Stop
from tests.signins.made_exports import data, zipped

SEVEN_ZIP = b"7z\xbc\xaf\x27\x1c\0\x04" + b"\x11" * 60
RAR = b"Rar!\x1a\x07\x01\0" + b"\x11" * 60
TEXT_TWIN = b"Date: 2026-03-01 02:14:09 UTC\nIP: 203.0.113.7\nDevice Model: SM-A536E\nCarrier: Viettel\n"


def read(path) -> tuple[list[SignInRecord], list[tuple[str, Cause, int]]]:
    events = list(gathered([path], Stop()))
    rows = [row for event in events if isinstance(event, list) for row in event]
    return rows, [(one.where, one.reason, one.count) for one in events if isinstance(one, Unread)]


def tarred(packing: str) -> bytes:
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode=f"w:{packing}") as archive:
        info = tarfile.TarInfo("Takeout/Activities.csv")
        info.size = len(data("google_new"))
        archive.addfile(info, io.BytesIO(data("google_new")))
    return into.getvalue()


def locked(names: list[str]) -> bytes:
    """Return a zip whose members say that they need a password."""
    made = bytearray(zipped({name: data("reddit") for name in names}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := made.find(mark, start + 1)) >= 0:
            made[start + at] |= 1
    return bytes(made)


WHOLE = zipped({"a.csv": data("google_new")})


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("takeout.zip", WHOLE[:150], Cause.INCOMPLETE),
        ("takeout.zip.crdownload", WHOLE[:150], Cause.INCOMPLETE),
        ("takeout.zip.part", b"\x11" * 150, Cause.INCOMPLETE),
        ("takeout.zip.001", WHOLE[:150], Cause.INCOMPLETE),
        ("takeout.zip.002", b"\x11" * 150, Cause.INCOMPLETE),
        ("takeout.z01", b"PK\x07\x08" + WHOLE[:150], Cause.INCOMPLETE),
        ("takeout.tgz", tarred("gz"), Cause.PACKED),
        ("takeout.tar", tarred(""), Cause.PACKED),
        ("a.csv.gz", gzip.compress(data("google_new")), Cause.PACKED),
        ("a.7z", SEVEN_ZIP, Cause.PACKED),
        ("a.rar", RAR, Cause.PACKED),
        ("a.csv", b"", Cause.EMPTY),
        ("a.json", b"\xef\xbb\xbf[ ]\n", Cause.EMPTY),
        ("a.zip", zipped({}), Cause.EMPTY),
        ("Login History.txt", TEXT_TWIN, Cause.READABLE_TWIN),
        ("index.html", b"<html><title>WhatsApp</title></html>", Cause.READABLE_TWIN),
        ("page.html", b"<!-- kept --><!DOCTYPE html><html>Instagram</html>", Cause.READABLE_TWIN),
        ("notes.txt", b"Date: tomorrow\nIP: none\n", Cause.UNKNOWN_FORMAT),
    ],
)
def test_a_chosen_file_says_why_it_cannot_be_read(tmp_path, name, content, why):
    path = tmp_path / name
    path.write_bytes(content)
    assert read(path) == ([], [(name, why, 1)])


def test_the_last_part_of_several_is_no_whole_zip(tmp_path):
    made = bytearray(WHOLE)
    struct.pack_into("<HH", made, made.rfind(b"PK\x05\x06") + 4, 1, 1)
    path = tmp_path / "a.zip"
    path.write_bytes(made)
    assert read(path) == ([], [("a.zip", Cause.INCOMPLETE, 1)])


def test_a_locked_zip_is_told_in_one_line(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(locked([f"{number}.csv" for number in range(30)]))
    assert read(path) == ([], [("a.zip", Cause.LOCKED, 30)])


def test_the_pages_of_a_readable_export_are_told_in_one_line_beside_what_is_read(tmp_path):
    page = b"<html><head></head><body>Facebook</body></html>"
    path = tmp_path / "facebook.zip"
    path.write_bytes(zipped({**{f"{number}.html": page for number in range(30)}, "a.csv": data("reddit")}))
    rows, unread = read(path)
    assert len(rows) == 2
    assert ("facebook.zip", Cause.READABLE_TWIN, 30) in unread


def test_a_stop_keeps_what_was_told_until_then(tmp_path):
    (tmp_path / "a.html").write_bytes(b"<html>Facebook</html>")
    (tmp_path / "b.csv").write_bytes(data("reddit"))
    stop, seen = Stop(), []
    for event in gathered([tmp_path], stop):
        seen.append(event)
        stop.ask()
    assert [one.reason for one in seen if isinstance(one, Unread)] == [Cause.READABLE_TWIN, Cause.STOPPED]


def test_in_a_folder_what_may_hold_an_export_is_told_and_the_rest_is_left(tmp_path):
    (tmp_path / "a.csv").write_bytes(data("reddit"))
    (tmp_path / "takeout.tgz").write_bytes(tarred("gz"))
    (tmp_path / "b.zip.crdownload").write_bytes(WHOLE[:150])
    (tmp_path / "list.txt").write_bytes(TEXT_TWIN)
    (tmp_path / "empty.csv").write_bytes(b"")
    rows, unread = read(tmp_path)
    assert len(rows) == 2
    assert {one[:2] for one in unread if one[0] != "a.csv"} == {
        ("takeout.tgz", Cause.PACKED),
        ("b.zip.crdownload", Cause.INCOMPLETE),
    }


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({}, Cause.EMPTY),
        ({"a.csv": b""}, Cause.EMPTY),
        ({"a.csv": b"x,y\n1,2\n", "b.csv": b""}, Cause.UNKNOWN_FORMAT),
        ({"a.jpg": b"\xff\xd8\xff"}, Cause.UNKNOWN_FORMAT),
    ],
    ids=["nothing", "empty file", "another table", "picture"],
)
def test_a_folder_without_an_export_says_why(tmp_path, files, why):
    folder = tmp_path / "export"
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    assert read(folder) == ([], [("export", why, 1)])


def test_what_macos_puts_beside_each_file_is_passed_over(tmp_path):
    double = b"\0\5\x16\7\0\2\0\0Mac OS X        \0\2\0\0\0\t" + b"\0" * 80
    path = tmp_path / "a.zip"
    path.write_bytes(
        zipped({"a/ip.csv": data("linkedin"), "__MACOSX/a/._ip.csv": double, ".DS_Store": double})
    )
    rows, unread = read(path)
    assert len(rows) == 1
    assert unread == []


class _Written(zipfile.ZipInfo):
    """A member whose name is written in the given bytes, with no mark that says UTF-8."""

    def __init__(self, written: bytes) -> None:
        super().__init__(written.hex())
        self.compress_type = zipfile.ZIP_DEFLATED
        self._written = written

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - as zipfile calls it
        return self._written, self.flag_bits & ~0x800


def unmarked(files: dict[bytes, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for name, content in files.items():
            archive.writestr(_Written(name), content)
    return into.getvalue()


@pytest.mark.parametrize("letters", ["utf-8", "cp1258"])
@pytest.mark.parametrize("folder", ["Tin nh\u0103\u0301n", "A\u0309nh", "H\u00f4\u0323p th\u01b0"])
def test_private_folders_are_known_in_whichever_letters_their_name_is_written(
    tmp_path, letters, folder, monkeypatch
):
    opened = []
    real = zipfile.ZipFile.open

    def listening(self, what, *rest):
        opened.append(what.orig_filename)
        return real(self, what, *rest)

    path = tmp_path / "a.zip"
    private = f"{folder}/a.csv".encode(letters)
    path.write_bytes(unmarked({private: data("linkedin"), b"Takeout\\b.csv": data("reddit")}))
    monkeypatch.setattr(zipfile.ZipFile, "open", listening)
    rows, _ = read(path)
    assert [row.service for row in rows] == ["reddit", "reddit"]
    assert set(opened) == {"Takeout\\b.csv"}


def test_a_name_without_a_mark_is_told_as_it_was_written(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(unmarked({"Hoạt động/nhật ký.csv".encode(): data("google_broken")}))
    _, unread = read(path)
    assert [where for where, *_ in unread] == ["a.zip/Hoạt động/nhật ký.csv"]
