"""Run by test_killed_saves: saves in children that are killed at every act of the disk, one after the other.

Prints one JSON object: how many were killed, and what was found afterwards.
"""

import json
import os
import signal
import sys
from pathlib import Path

from checkup.model.step import StepNote
from checkup.model.visit import Record, Visit
from checkup.store import passphrase_age
from checkup.store.contents import Contents, named
from checkup.store.disk import Disk
from checkup.store.key import Key
from checkup.store.lock import Lock
from checkup.store.reading import read_file, whole
from checkup.store.record_file import OpenRecord, create
from checkup.store.saving import remove_leftovers
from checkup.store.wrapping import Parts, unwrap, wrap

MARKER = "MARKER-OF-PLAIN-TEXT"


class Killing(Disk):
    """Kills its own process before or after the act of a number; a write goes on by halves."""

    def __init__(self, at: int | None) -> None:
        self.at, self.count = at, 0

    def _act(self) -> None:
        if self.count == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.count += 1

    def make(self, path):
        self._act()
        made = super().make(path)
        self._act()
        return made

    def write(self, descriptor, data):
        self._act()
        return super().write(descriptor, data[: max(len(data) // 2, 1)])

    def sync(self, descriptor):
        self._act()
        super().sync(descriptor)
        self._act()

    def read(self, path, largest):
        self._act()
        return super().read(path, largest)

    def replace(self, source, target):
        self._act()
        super().replace(source, target)
        self._act()

    def place(self, source, target):
        self._act()
        os.link(source, target)
        self._act()
        source.unlink()
        self._act()

    def sync_folder(self, folder):
        self._act()
        super().sync_folder(folder)
        self._act()

    def remove(self, path):
        self._act()
        super().remove(path)


def record(mark: str, size: int) -> Record:
    note = StepNote(step="s", note=MARKER + "x" * size)
    return Record(id="r", visits=(Visit(id=mark, began="2026-11-24T01:00:00Z", notes=(note,)),))


def in_child(act) -> bool:
    """Do something in a child process; return whether it was killed."""
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def found(path: Path, key: Key) -> str:
    """Return the mark of what opens, after leftovers were removed as opening does."""
    remove_leftovers(Disk(), path.parent)
    if not path.exists():
        return "nothing"
    return whole(key, unwrap(read_file(path))).visits[0].id


def saves(path: Path, key: Key, size: int):
    """Kill a save at each of its acts; yield what opens afterwards."""
    own = named(key.part)
    before = key.seal(Contents(key=own))
    old = record("old", size)
    now = key.seal(Contents(key=own, before=named(before), record=old))
    start = wrap(Parts(key.part, now, before))
    for at in range(10_000):
        path.write_bytes(start)

        def act(at=at) -> None:
            lock = Lock.take(path)
            OpenRecord(path, key, Parts(key.part, now, before), old, lock=lock, disk=Killing(at)).save(
                record("new", size)
            )

        killed = in_child(act)
        yield killed, found(path, key)
        if not killed:
            return


def creations(path: Path):
    """Kill the making of a new file at each of its acts; yield what is there afterwards."""
    for at in range(10_000):
        path.unlink(missing_ok=True)
        killed = in_child(lambda at=at: create(path, "p", record("new", 10), disk=Killing(at)))
        remove_leftovers(Disk(), path.parent)
        yield killed, "new" if path.exists() and unwrap(read_file(path)) else "nothing"
        if not killed:
            return


def main(folder: Path) -> None:
    passphrase_age.WORK = passphrase_age.LEAST_WORK
    key = Key.made("p")
    report = {"killed": 0, "saves": {}, "creations": {}, "left": [], "last": []}
    for size in (10, 300_000, 2_000_000):
        for round_ in range(3):
            outcomes = list(saves(folder / "notes", key, size + round_))
            report["killed"] += sum(killed for killed, _ in outcomes)
            report["last"].append(outcomes[-1][1])
            for _, mark in outcomes:
                report["saves"][mark] = report["saves"].get(mark, 0) + 1
    for killed, mark in creations(folder / "new"):
        report["killed"] += killed
        report["creations"][mark] = report["creations"].get(mark, 0) + 1
    report["left"] = sorted(entry.name for entry in folder.iterdir())
    sys.stdout.write(json.dumps(report))


main(Path(sys.argv[1]))
