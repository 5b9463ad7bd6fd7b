"""A million made rows of Google's log: reading them beside plain reading, the peak, the view and picture.

Addresses change with every row, which is the hardest case: nothing is said twice.
"""

from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from tests.bench.child import child
from tests.bench.figure import Figure
from tests.signins.made_exports import CHROME, NEW, WINDOWS

ROWS = 1_000_000
ROUNDS = 3
RATIO = 5.0
MOST_SECONDS = 10.0
MOST_MEMORY = 300.0
VIEW = 1000.0
FRAME = 50.0  # twenty a second look smooth


def exporting(folder: Path, rounds: int) -> tuple[Figure, ...]:
    """Return the figures of reading a million rows."""
    path = folder / "activities.csv"
    _make(path)
    ours, plain = [], []
    for _ in range(min(rounds, ROUNDS)):
        ours.append(child("export_read", str(path)))
        plain.append(child("mere_table", str(path))["took"])
    path.unlink()
    took = median(one["took"] for one in ours)
    frames = [child("picture_frames") for _ in range(min(rounds, ROUNDS))]
    seen = median(one["view"] for one in ours) + median(one["first"] for one in frames)
    return (
        Figure("a million rows of an export", "s", took, MOST_SECONDS),
        Figure("a million rows of an export, by plain CSV", "s", took, RATIO, median(plain)),
        Figure("peak memory while reading them", "MiB", median(one["memory"] for one in ours), MOST_MEMORY),
        Figure("the page after it, with its first picture", "ms", seen, VIEW),
        Figure("a frame while zooming and moving", "ms", median(one["frame"] for one in frames), FRAME),
        Figure("a frame while pointing", "ms", median(one["pointed"] for one in frames), FRAME),
    )


def _make(path: Path) -> None:
    moment = datetime(2023, 1, 1)
    with path.open("w", encoding="utf-8") as file:
        file.write(NEW + "\n")
        for number in range(ROWS):
            moment += timedelta(seconds=number % 170)
            ip = f"14.{160 + number % 31}.{number * 7 % 251}.{number * 13 % 251}"
            agent = (CHROME, WINDOWS)[number % 3 % 2].replace("120", str(90 + number % 40))
            file.write(
                f'100000000001,{moment:%Y-%m-%d %H:%M:%S} UTC,{ip},,,VN,,,"{agent}",Gmail,,,,Login,,\n'
            )
