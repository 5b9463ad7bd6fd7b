"""A record that is saved beside the window is locked, closed or moved only once that save has ended."""

import threading

import pytest

from checkup.store.disk import Disk
from checkup.store.errors import StoreError
from checkup.store.record_file import create, open_record


class Gate(Disk):
    """A disk whose flush waits until it is let through."""

    def __init__(self):
        self.reached, self.open = threading.Event(), threading.Event()
        self.open.set()

    def sync(self, descriptor):
        self.reached.set()
        assert self.open.wait(20)
        super().sync(descriptor)


@pytest.fixture
def gate():
    return Gate()


@pytest.fixture
def kept(path, passphrase, sample, gate):
    opened = create(path, passphrase, sample("first"), gate)
    gate.reached.clear()
    gate.open.clear()
    yield opened
    gate.open.set()


@pytest.fixture
def saved_at(passphrase, mark_of):
    """Return the mark of what was saved last in a file."""
    return lambda path, typed=passphrase: mark_of(open_record(path, typed, read_only=True).record)


def while_saving(kept, gate, sample, act):
    """Begin a save, begin the act in the middle of it, let the save go on; both must have ended after."""
    failed = []

    def tried(work):
        try:
            work()
        except StoreError as error:
            failed.append(error)

    saving = threading.Thread(target=tried, args=(lambda: kept.save(sample("second")),))
    acting = threading.Thread(target=tried, args=(act,))
    saving.start()
    assert gate.reached.wait(20)
    acting.start()
    acting.join(0.05)
    was_waiting = acting.is_alive()
    gate.open.set()
    for thread in (saving, acting):
        thread.join(20)
    assert failed == []
    return was_waiting


@pytest.mark.parametrize("name", ["lock", "close"])
def test_the_keys_are_forgotten_after_the_save(kept, gate, path, sample, saved_at, name):
    assert while_saving(kept, gate, sample, getattr(kept, name))

    assert kept.is_locked
    assert saved_at(path) == "second"


def test_a_second_save_follows_the_first(kept, gate, path, passphrase, sample, mark_of):
    assert while_saving(kept, gate, sample, lambda: kept.save(sample("third")))

    kept.close()
    again = open_record(path, passphrase)
    assert mark_of(again.record) == "third"
    assert mark_of(again.earlier()) == "second"


def test_another_place_gets_what_comes_after_the_save(kept, gate, path, sample, saved_at):
    to = path.with_name("elsewhere")
    assert while_saving(kept, gate, sample, lambda: kept.save_elsewhere(to, sample("third")))

    assert kept.path == to
    assert (saved_at(path), saved_at(to)) == ("second", "third")


def test_another_passphrase_holds_for_what_was_saved_meanwhile(
    kept, gate, path, passphrase, sample, saved_at
):
    while_saving(kept, gate, sample, lambda: kept.change_passphrase(passphrase, "new"))

    kept.close()
    assert saved_at(path, "new") == "second"
