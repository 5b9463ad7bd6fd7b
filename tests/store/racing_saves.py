"""Run by test_two_programs: processes that open, add one and save the same record, over and over.

Prints how many additions were told to have been saved, and how many the record holds.
"""

import json
import os
import sys
from pathlib import Path

from msgspec import structs

from checkup.model.visit import Record, Visit
from checkup.store import passphrase_age
from checkup.store.errors import ChangedOutside, InUse
from checkup.store.key import Key
from checkup.store.lock import Lock
from checkup.store.reading import read_file, whole
from checkup.store.record_file import OpenRecord, create
from checkup.store.wrapping import unwrap


def added(path: Path, key: Key, name: str) -> bool:
    """Open, add a visit, save, close; return whether the save was told to have worked."""
    try:
        lock = Lock.take(path)
    except InUse:
        return False
    parts = unwrap(read_file(path))
    opened = OpenRecord(path, key, parts, whole(key, parts), lock=lock)
    try:
        visit = Visit(id=name, began="2026-11-24T01:00:00Z")
        opened.save(structs.replace(opened.record, visits=(*opened.record.visits, visit)))
    except ChangedOutside:
        return False
    finally:
        lock.release()
    return True


def race(path: Path, key: Key, wanted: int) -> None:
    done = 0
    while done < wanted:
        done += added(path, key, f"{os.getpid()}-{done}")


def main(path: Path, processes: int, each: int) -> None:
    passphrase_age.WORK = passphrase_age.LEAST_WORK
    made = create(path, "p", Record(id="r"))
    key = made._key
    made._lock.release()
    children = []
    for _ in range(processes):
        if (child := os.fork()) == 0:
            race(path, key, each)
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    held = {visit.id for visit in whole(key, unwrap(read_file(path))).visits}
    left = [entry.name for entry in path.parent.iterdir()]
    sys.stdout.write(json.dumps({"told": processes * each, "held": len(held), "left": left}))


main(Path(sys.argv[1]), 4, 50)
