"""Pictures as files: in a new folder, nothing replaced, what cannot be written is told."""

import os

import pytest

from checkup.report.pictures import TakenFile, save_pictures
from checkup.store.errors import CannotWrite, Trouble

FILES = (TakenFile(name="picture-01.png", data=b"\x89PNG"), TakenFile(name="list.txt", data=b"list"))


def test_they_are_written_into_a_folder_of_their_own(tmp_path):
    folder = save_pictures(tmp_path, "pictures", FILES)

    assert folder == tmp_path / "pictures"
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == {one.name: one.data for one in FILES}


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "list.txt").write_bytes(b"mine")

    assert save_pictures(tmp_path, "pictures", FILES).name == "pictures-2"
    assert (tmp_path / "pictures" / "list.txt").read_bytes() == b"mine"


@pytest.mark.skipif(os.name == "nt", reason="modes are of Unix")
def test_only_the_owner_can_read_them(tmp_path):
    folder = save_pictures(tmp_path, "pictures", FILES)

    assert folder.stat().st_mode & 0o077 == 0
    assert all(one.stat().st_mode & 0o077 == 0 for one in folder.iterdir())


def test_a_place_that_is_gone_is_told(tmp_path):
    with pytest.raises(CannotWrite) as caught:
        save_pictures(tmp_path / "gone", "pictures", FILES)
    assert caught.value.cause is Trouble.MISSING
