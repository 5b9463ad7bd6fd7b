"""A bug report and an androidqf folder of five thousand apps, looked at by a process of its own.

Time and memory are those of the whole process, from its start to its last line.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.android_phone import App, Phone, ordinary, watcher
from tests.bench.figure import Figure

APPS = 5000
PERMISSIONS = ("RECORD_AUDIO", "CAMERA", "ACCESS_FINE_LOCATION", "READ_CONTACTS", "READ_PHONE_STATE")
MEBI = 1024


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


def android_files(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure the command on both; the most memory is that of all programs this one started so far."""
    made = phone()
    report = made.write_report(folder / "bugreport.zip")
    gathered = made.write_androidqf(folder / "androidqf")
    for name, path in (("bugreport", report), ("androidqf", gathered)):
        words = [f"--{name}", str(path), "--json"]
        _took(words, folder)  # compiles the program's own files, as installing does
        took = median(_took(words, folder) for _ in range(rounds))
        yield Figure(f"{name}, {APPS} apps", "ms", took * 1000, 1000)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    yield Figure("most memory of a look at a phone", "MiB", most / MEBI, 150)


def _took(words: list[str], folder: Path) -> float:
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "checkup", "android", *words],
        stdout=subprocess.DEVNULL,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")},
        check=True,
        timeout=120,
    )
    return time.perf_counter() - began


def main() -> None:
    """Measure once, by itself."""
    import tempfile

    from tests.bench.figure import table

    with tempfile.TemporaryDirectory(prefix="checkup-bench-") as folder:
        print(table(list(android_files(Path(folder), 3))))  # noqa: T201 - a command for the terminal


if __name__ == "__main__":
    main()
