"""A save killed at any moment leaves the old state or the new one, and nothing beside it (T1)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checkup.store.disk import Disk
from checkup.store.saving import passing_name, remove_leftovers
from checkup.store.wrapping import Parts, wrap

DRIVER = Path(__file__).with_name("killed_saves.py")
WHOLE = wrap(Parts(b"i" * 100, b"n", b"b"))


@pytest.mark.real
def test_three_hundred_kills_lose_nothing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-P", str(DRIVER), str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=280,
        cwd=DRIVER.parents[2],
        env={"PYTHONPATH": str(DRIVER.parents[2]), "PATH": "/usr/bin:/bin"},
    )
    report = json.loads(done.stdout)
    assert report["killed"] >= 300
    assert set(report["saves"]) == {"old", "new"}
    assert set(report["creations"]) == {"nothing", "new"}
    assert set(report["last"]) == {"new"}
    assert report["left"] == ["new", "notes"]


@pytest.mark.parametrize("data", [b"", WHOLE[:1], WHOLE[:50], WHOLE])
def test_what_a_killed_save_left_is_removed(tmp_path, data):
    (tmp_path / passing_name()).write_bytes(data)
    remove_leftovers(Disk(), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (".0123456789abcdef.tmp", WHOLE),  # the name of another program
        (None, b"somebody's text"),
        ("notes", WHOLE),
    ],
)
def test_what_is_not_ours_stays(tmp_path, name, data):
    (tmp_path / (name or passing_name())).write_bytes(data)
    remove_leftovers(Disk(), tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_with_such_a_name_stays(tmp_path):
    (tmp_path / "target").write_bytes(WHOLE)
    (tmp_path / passing_name()).symlink_to(tmp_path / "target")
    remove_leftovers(Disk(), tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_what_a_running_program_is_writing_stays(tmp_path):
    import fcntl

    with (tmp_path / passing_name()).open("wb") as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        remove_leftovers(Disk(), tmp_path)
        assert len(list(tmp_path.iterdir())) == 1
