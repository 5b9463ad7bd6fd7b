"""The same export twice: its zip beside its folder, a second download, an earlier one of the same account."""

from checkup.collect.exports import gathered
from checkup.collect.exports.doubles import Doubles
from checkup.model.looked import Cause, Unread
from checkup.model.sign_in import SignInKind, SignInRecord
from checkup.model.stop import Stop
from tests.signins.made_exports import data, zipped

HEAD = "date,ip\n"
EARLY = "2026-03-01 02:14:09 UTC,203.0.113.7\n2026-03-02 02:14:09 UTC,203.0.113.7\n"
LATE = "2026-03-03 02:14:09 UTC,203.0.113.7\n"


def read(*paths) -> tuple[list[SignInRecord], list[tuple[str, Cause, int]]]:
    events = list(gathered(list(paths), Stop()))
    rows = [row for event in events if isinstance(event, list) for row in event]
    return rows, [(one.where, one.reason, one.count) for one in events if isinstance(one, Unread)]


def test_a_zip_beside_its_folder_counts_once(tmp_path):
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "a.csv").write_bytes(data("google_new"))
    (tmp_path / "export.zip").write_bytes(zipped({"a.csv": data("google_new")}))
    rows, unread = read(tmp_path)
    assert len(rows) == 2
    assert unread == [("export/a.csv", Cause.COUNTED_ONCE, 2)]


def test_a_whole_export_beside_its_folder_is_told_in_one_line(tmp_path):
    names = ("google_new", "linkedin", "reddit", "instagram")
    (tmp_path / "export").mkdir()
    for name in names:
        (tmp_path / "export" / f"{name}.json").write_bytes(data(name))
    (tmp_path / "export.zip").write_bytes(zipped({f"{name}.json": data(name) for name in names}))
    rows, unread = read(tmp_path)
    assert [one for one in unread if one[1] is Cause.COUNTED_ONCE] == [
        (tmp_path.name, Cause.COUNTED_ONCE, len(rows))
    ]


def test_of_a_later_export_only_what_is_new_counts(tmp_path):
    (tmp_path / "january.csv").write_text(HEAD + EARLY, "utf-8")
    (tmp_path / "march.csv").write_text(HEAD + LATE + EARLY, "utf-8")
    rows, unread = read(tmp_path / "january.csv", tmp_path / "march.csv")
    assert [row.when[:10] for row in rows] == ["2026-03-01", "2026-03-02", "2026-03-03"]
    assert unread == [("march.csv", Cause.COUNTED_ONCE, 2)]


def test_lines_alike_in_one_file_are_different_uses(tmp_path):
    (tmp_path / "a.csv").write_text(HEAD + EARLY * 3, "utf-8")
    rows, unread = read(tmp_path / "a.csv")
    assert (len(rows), unread) == (6, [])


def test_the_same_address_and_time_in_another_service_counts(tmp_path):
    row = SignInRecord(service="reddit", kind=SignInKind.USE, ip="203.0.113.7")
    doubles = Doubles()
    doubles.begin("reddit")
    assert doubles.new([row]) == [row]
    doubles.begin("x")
    assert doubles.new([row]) == [row]
    doubles.begin("reddit")
    assert doubles.new([row]) == []
