"""`selftest` counts every part and names what is missing."""

import shutil
from pathlib import Path

import pytest

from checkup.cli import selftest
from checkup.content.root import root


def test_a_whole_copy_is_whole(checkup):
    ran = checkup("selftest", "--json")

    assert ran.status == 0, ran.out
    assert ran.json["whole"]
    assert {part["part"]: part["count"] > 0 for part in ran.json["parts"]} == dict.fromkeys(
        selftest.PARTS, True
    )


@pytest.mark.parametrize("language", ["en", "vi"])
def test_it_says_so_in_one_line_a_part(checkup, language):
    ran = checkup("selftest", "--language", language)

    assert ran.status == 0
    assert len(ran.out.splitlines()) == len(selftest.PARTS) + 2


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """Let the program find its resources in a copy that a test may damage."""
    place = shutil.copytree(root(), tmp_path / "resources")
    monkeypatch.setattr("checkup.content.root.PACKAGE", tmp_path)
    return place


@pytest.mark.parametrize(
    ("gone", "part"),
    [
        ("text/vi/signs.toml", "text_vi"),
        ("help/vn.toml", "help"),
        ("words/vi.txt", "words"),
        ("theme/fonts/noto-sans-regular.ttf", "theme"),
        ("rules/feeds.toml", "feeds"),
        ("services", "services"),
        ("plan", "plan_steps"),
        ("questions", "questions"),
        ("rights/linux_reader.py", "reader"),
    ],
)
def test_what_is_gone_is_named_by_its_part(checkup, copy, gone, part):
    path: Path = copy / gone
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()

    ran = checkup("selftest", "--json")

    assert ran.status == 3
    broken = [one["part"] for one in ran.json["parts"] if one["missing"] or not one["count"]]
    assert part in broken


def test_a_part_that_cannot_be_read_is_not_whole(checkup, copy):
    (copy / "plan" / "1-broken.toml").write_text("steps = 3")

    ran = checkup("selftest", "--json")

    assert ran.status == 3
    assert [one["part"] for one in ran.json["parts"] if one["missing"]] == ["plan_steps"]


def test_a_reader_that_was_changed_is_not_whole(checkup, copy):
    with (copy / "rights" / "linux_reader.py").open("a") as reader:
        reader.write("\n")

    ran = checkup("selftest", "--json")

    assert ran.status == 3
    assert [one["part"] for one in ran.json["parts"] if one["missing"]] == ["reader"]


def test_a_library_that_does_not_load_is_named(checkup, monkeypatch):
    monkeypatch.setattr(selftest, "LIBRARIES", ("msgspec", "no_such_library"))

    ran = checkup("selftest")

    assert ran.status == 3
    assert "no_such_library" in ran.out
