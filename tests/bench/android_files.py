"""A bug report and an androidqf folder of five thousand apps, looked at by a process of its own."""

from collections.abc import Iterator
from pathlib import Path

from tests.android_phone import App, Phone, ordinary, watcher
from tests.bench.figure import Figure
from tests.bench.peers import Peer
from tests.bench.whole_process import checkup

APPS = 5000
PERMISSIONS = ("RECORD_AUDIO", "CAMERA", "ACCESS_FINE_LOCATION", "READ_CONTACTS", "READ_PHONE_STATE")
MOST_MS, MOST_MIB = 1000, 150


def phone(count: int = APPS) -> Phone:
    """Return a phone with so many apps, the usual ones and one that watches among them."""
    many = [
        App(
            f"com.example.app{number}",
            granted=PERMISSIONS,
            starts=True,
            unseen=("FINE_LOCATION",) * (number % 2),
        )
        for number in range(count)
    ]
    return Phone([*many, *ordinary(), watcher()])


def android_files(folder: Path, rounds: int, peer: Peer | None = None) -> Iterator[Figure]:
    """Measure the command on both, and the peer on the same files."""
    made = phone()
    report = made.write_report(folder / "bugreport.zip")
    gathered = made.write_androidqf(folder / "androidqf")
    made.write_report(gathered / "bugreport.zip")  # where MVT looks for the dumps
    for name, path in (("bugreport", report), ("androidqf", gathered)):
        ours = checkup(folder, rounds, "android", f"--{name}", str(path))
        yield Figure(f"{name}, {APPS} apps", "ms", ours.seconds * 1000, MOST_MS)
        yield Figure(f"{name}, {APPS} apps, most memory", "MiB", ours.memory, MOST_MIB)
        if peer is not None:
            yield from peer.beside(folder, name, path, ours)
