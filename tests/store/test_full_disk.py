"""A save that cannot be finished leaves the old state, says why, and can be made elsewhere (T2)."""

import errno
import os
from itertools import product
from pathlib import Path

import pytest

from checkup.store.disk import Disk
from checkup.store.errors import CannotWrite, Trouble
from checkup.store.record_file import create, open_record


def names_in(folder):
    return [entry.name for entry in folder.iterdir()]


REASONS = [
    (errno.ENOSPC, Trouble.FULL),
    (errno.EDQUOT, Trouble.QUOTA),
    (errno.EIO, Trouble.FAILED),
    (errno.EROFS, Trouble.READ_ONLY_DISK),
    (errno.EACCES, Trouble.NOT_PERMITTED),
    (errno.EFBIG, Trouble.TOO_LARGE),
]


class Failing(Disk):
    """A disk that fails with one error, at one act or after so many bytes."""

    def __init__(self, number: int = errno.ENOSPC, act: str = "", room: int | None = None) -> None:
        self.error = OSError(number, os.strerror(number))
        self.act, self.room, self.on = act, room, False
        self.acts: list[str] = []

    def _fail(self, act: str) -> None:
        self.acts.append(act)
        if self.on and act == self.act:
            raise self.error

    def make(self, path):
        self._fail("make")
        return super().make(path)

    def write(self, descriptor, data):
        self._fail("write")
        if self.on and self.room is not None:
            if self.room == 0:
                raise self.error
            data = data[: self.room]
            self.room -= len(data)
        return super().write(descriptor, data)

    def sync(self, descriptor):
        self._fail("sync")
        super().sync(descriptor)

    def read(self, path, largest):
        self._fail("read beside" if path.suffix == ".tmp" else "read")
        return super().read(path, largest)

    def replace(self, source, target):
        self._fail("replace")
        super().replace(source, target)

    def place(self, source, target):
        self._fail("place")
        super().place(source, target)

    def sync_folder(self, folder):
        self._fail("sync folder")
        super().sync_folder(folder)


@pytest.fixture
def kept(path, passphrase, sample):
    def make(disk):
        opened = create(path, passphrase, sample("old"), disk=disk)
        disk.on = True
        return opened

    return make


def state(path, passphrase, mark_of):
    opened = open_record(path, passphrase, read_only=True)
    try:
        return mark_of(opened.record)
    finally:
        opened.close()


@pytest.mark.parametrize("fault", list(product(["make", "write", "sync", "read beside", "replace"], REASONS)))
def test_a_failing_act_leaves_the_old_state_and_says_why(kept, path, passphrase, sample, mark_of, fault):
    act, (number, cause) = fault
    opened = kept(Failing(number, act))
    with pytest.raises(CannotWrite) as caught:
        opened.save(sample("new"))
    assert caught.value.cause is cause
    assert state(path, passphrase, mark_of) == "old"
    assert names_in(path.parent) == [path.name]
    opened._disk.on = False
    opened.save(sample("newer"))
    assert state(path, passphrase, mark_of) == "newer"
    assert mark_of(opened.earlier()) == "old"
    opened.close()


def test_a_folder_that_cannot_be_flushed_is_told_and_the_new_state_stands(
    kept, path, passphrase, sample, mark_of
):
    opened = kept(Failing(errno.EIO, "sync folder"))
    with pytest.raises(CannotWrite):
        opened.save(sample("new"))
    assert state(path, passphrase, mark_of) == "new"
    opened._disk.on = False
    opened.save(sample("newer"))
    assert state(path, passphrase, mark_of) == "newer"
    opened.close()


def test_a_disk_that_fills_up_anywhere_costs_nothing(kept, path, passphrase, sample, mark_of):
    disk = Failing()
    opened = kept(disk)
    size = path.stat().st_size - 2000  # each encryption adds a few random bytes of its own
    for room in [*range(0, size, size // 60), size]:
        disk.room = room
        with pytest.raises(CannotWrite) as caught:
            opened.save(sample("new"))
        assert caught.value.cause is Trouble.FULL
        assert state(path, passphrase, mark_of) == "old"
        assert names_in(path.parent) == [path.name]
    opened.close()


def test_short_writes_are_gone_on_with(kept, path, passphrase, sample, mark_of):
    class Short(Failing):
        def write(self, descriptor, data):
            return Disk.write(self, descriptor, data[:1000])

    opened = kept(Short())
    opened.save(sample("new"))
    opened.close()
    assert state(path, passphrase, mark_of) == "new"


def test_a_disk_that_returns_something_else_is_not_trusted(kept, path, passphrase, sample, mark_of):
    class Lying(Failing):
        def read(self, path, largest):
            data = Disk.read(self, path, largest)
            return data[:-1] + b"x" if self.on and path.suffix == ".tmp" else data

    opened = kept(Lying())
    with pytest.raises(CannotWrite):
        opened.save(sample("new"))
    opened.close()
    assert state(path, passphrase, mark_of) == "old"


def test_what_could_not_be_saved_can_be_saved_elsewhere(kept, path, passphrase, sample, mark_of, tmp_path):
    disk = Failing(errno.ENOSPC, "replace")
    opened = kept(disk)
    with pytest.raises(CannotWrite):
        opened.save(sample("new"))
    opened.save_elsewhere(tmp_path / "stick", sample("new"))
    opened.close()
    assert state(tmp_path / "stick", passphrase, mark_of) == "new"
    assert state(path, passphrase, mark_of) == "old"


@pytest.mark.parametrize("act", ["make", "write", "sync", "read beside", "place"])
def test_a_new_record_that_cannot_be_written_leaves_nothing(path, passphrase, sample, act):
    disk = Failing(errno.ENOSPC, act)
    disk.on = True
    with pytest.raises(CannotWrite):
        create(path, passphrase, sample(), disk=disk)
    assert names_in(path.parent) == []


def test_a_disk_without_second_names_takes_a_new_record_too(path, passphrase, sample, mark_of, monkeypatch):
    def no_links(*_names):
        raise OSError(errno.EPERM, "FAT")

    monkeypatch.setattr(os, "link", no_links)
    create(path, passphrase, sample("new")).close()
    assert state(path, passphrase, mark_of) == "new"
    assert names_in(path.parent) == [path.name]


def test_a_folder_that_knows_no_flush_is_no_fault(kept, path, sample, monkeypatch):
    opened = kept(Failing())
    real = os.fsync

    def no_folder_sync(descriptor):
        if Path(f"/proc/self/fd/{descriptor}").is_dir():
            raise OSError(errno.EINVAL, "FAT")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", no_folder_sync)
    opened.save(sample("new"))
    opened.close()


def test_a_share_that_knows_no_locks_can_still_be_used(path, passphrase, sample, mark_of, monkeypatch):
    import fcntl

    def no_locks(*_args):
        raise OSError(errno.ENOLCK, "share")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    opened = create(path, passphrase, sample("old"))
    opened.save(sample("new"))
    opened.close()
    assert state(path, passphrase, mark_of) == "new"
