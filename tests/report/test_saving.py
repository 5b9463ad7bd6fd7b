"""A sheet is written whole or not at all, for its owner alone."""

import errno
import os
import stat
from pathlib import Path

import pytest

from checkup.report.saving import save_sheet
from checkup.store.disk import Disk
from checkup.store.errors import CannotWrite, Trouble


class FullDisk(Disk):
    """Takes three bytes and then no more."""

    def write(self, descriptor: int, data: memoryview) -> int:
        if os.fstat(descriptor).st_size:
            raise OSError(errno.ENOSPC, "full")
        return super().write(descriptor, data[:3])


def test_it_takes_the_place_of_what_was_there_and_leaves_nothing_else(tmp_path):
    target = tmp_path / "ghi-chu.pdf"
    target.write_bytes(b"old")

    save_sheet(target, b"new words")

    assert target.read_bytes() == b"new words"
    assert [path.name for path in tmp_path.iterdir()] == ["ghi-chu.pdf"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_full_disk_leaves_the_old_one_and_no_piece(tmp_path):
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")

    with pytest.raises(CannotWrite) as raised:
        save_sheet(target, b"new words", FullDisk())

    assert raised.value.cause is Trouble.FULL
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


@pytest.mark.parametrize(
    ("path", "cause"),
    [("gone/x.pdf", Trouble.MISSING), ("a\0b", Trouble.BAD_NAME), ("a" * 300, Trouble.BAD_NAME)],
)
def test_a_place_that_cannot_be_written_is_told(tmp_path, path, cause):
    with pytest.raises(CannotWrite) as raised:
        save_sheet(Path(f"{tmp_path}/{path}"), b"x")

    assert raised.value.cause is cause
