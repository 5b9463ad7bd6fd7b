"""`signins`: the whole command line, its JSON and its sentences."""

import pytest

from tests.signins.made_exports import FILES, PLANTED, data, zipped

KEYS = [
    *("service", "kind", "when", "when_raw", "zone_known", "ip", "country", "place"),
    *("device", "os", "app", "user_agent", "active", "source"),
]


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "all.zip"
    path.write_bytes(zipped({f"{name}.csv": data(name) for name in PLANTED}))
    return str(path)


def test_the_json_holds_every_row_and_one_group_for_the_planted_device(checkup, export):
    ran = checkup("signins", export, "--json")
    assert ran.status == 0
    assert (ran.json["version"], ran.json["command"]) == (1, "signins")
    assert len(ran.json["records"]) == sum(FILES[name][2] for name in PLANTED)
    assert all(list(record) == KEYS for record in ran.json["records"])
    assert {record["source"].partition("/")[0] for record in ran.json["records"]} == {"all.zip"}
    groups = [group for group in ran.json["groups"] if group["device"] == "Samsung Galaxy A53 5G"]
    assert {one["kind"] for one in groups[0]["addresses"]} == {"example"}  # the exports are made up
    assert all(one["ip"] and one["connection"] for one in groups[0]["addresses"])
    assert [len(group["services"]) for group in groups] == [6]
    assert {record["when"] for record in ran.json["records"]} >= {None, "2026-03-01T02:14:09Z"}


@pytest.mark.parametrize(("language", "words"), [("en", "not an all-clear"), ("vi", "chưa nói lên")])
def test_the_text_says_devices_services_and_that_home_is_no_all_clear(checkup, export, language, words):
    ran = checkup("signins", export, "--language", language)
    assert ran.status == 0
    assert "Samsung Galaxy A53 5G" in ran.out
    assert words in " ".join(ran.out.split())


def test_rows_that_could_not_be_read_are_shown(checkup, tmp_path):
    (tmp_path / "a.csv").write_bytes(data("google_broken"))
    ran = checkup("signins", str(tmp_path / "a.csv"))
    assert "a.csv: 1" in ran.out


def test_a_path_that_is_not_there_is_one_sentence(checkup, tmp_path):
    ran = checkup("signins", str(tmp_path / "gone"))
    assert (ran.status, ran.out) == (3, "")
    assert len(ran.err.strip().splitlines()) == 1


def test_a_file_that_is_no_export_is_one_sentence(checkup, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"nothing,here\n")
    ran = checkup("signins", str(tmp_path / "a.csv"), "--json")
    assert (ran.status, ran.out) == (3, "")


@pytest.mark.parametrize(("language", "words"), [("en", "No sign-ins were found"), ("vi", "Không thấy lượt")])
def test_an_export_without_rows_is_read_and_says_that_it_holds_none(checkup, tmp_path, language, words):
    path = tmp_path / "account_activity.json"
    path.write_bytes(b'{"account_activity_v2": []}')
    ran = checkup("signins", str(path), "--language", language)
    assert (ran.status, ran.err) == (0, "")
    assert words in ran.out
    assert checkup("signins", str(path), "--json").json["records"] == []


@pytest.mark.parametrize(
    ("name", "content", "en", "vi"),
    [
        ("a.zip", b"PK\x03\x04broken", "Its end is missing", "Thiếu phần cuối"),
        ("a.tgz", b"\x1f\x8b\x08\0\0", "packed in a way", "nén theo cách"),
        ("a.csv", b"", "It is empty", "Không có gì bên trong"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_in_one_line(checkup, tmp_path, name, content, en, vi):
    (tmp_path / name).write_bytes(content)
    for language, words in (("en", en), ("vi", vi)):
        ran = checkup("signins", str(tmp_path / name), "--language", language)
        assert (ran.status, ran.out) == (3, "")
        assert words in ran.err
        assert len(ran.err.strip().splitlines()) == 1


def test_hostile_names_steer_no_terminal(checkup, tmp_path):
    row = data("google_new").replace(b"SM-A536E", b"\x1b[31mEvil\xe2\x80\xae")
    (tmp_path / "a.csv").write_bytes(row)
    for words in (("signins", str(tmp_path / "a.csv")), ("signins", str(tmp_path / "a.csv"), "--json")):
        out = checkup(*words).out
        assert "\x1b" not in out
        assert "\u202e" not in out
