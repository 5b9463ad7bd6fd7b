"""A full scan of this machine beside merely reading the same files, folders and links."""

import tempfile
from pathlib import Path
from statistics import median

from tests.bench.child import child
from tests.bench.figure import Figure

MOST = 3


def scanning(rounds: int) -> tuple[Figure, ...]:
    """Note once what a scan reads, then measure scan and reading by turns; the files are in memory."""
    with tempfile.TemporaryDirectory(prefix="checkup-bench-") as folder:
        noted = str(Path(folder) / "files.json")
        child("whole_scan", noted)
        child("mere_reading", noted)
        scans, readings = [], []
        for _ in range(rounds):
            scans.append(1000 * child("whole_scan")["took"])
            said = child("mere_reading", noted)
            readings.append(1000 * said["took"])
    name = f"full scan / reading its {said['files']:.0f} files ({said['mebibytes']:.1f} MiB)"
    return (Figure(name, "ms", median(scans), MOST, median(readings)),)
