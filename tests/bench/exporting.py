"""Made exports read beside plain reading: a million rows of Google's log, with the peak, the view and the
picture after it, and the sign-ins of Facebook's JSON.

Addresses change with every row, which is the hardest case: nothing is said twice.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from tests.bench.child import child
from tests.bench.figure import Figure
from tests.signins.made_exports import CHROME, NEW, WINDOWS

ROWS = 1_000_000
ROUNDS = 3
JSON_ROWS = 200_000
RATIO = 5.0
JSON_RATIO = 20.0  # it is read piece by piece and bounded; taking in the whole needs the memory for all
MOST_SECONDS = 10.0
MOST_MEMORY = 300.0
VIEW = 1000.0
FRAME = 50.0  # twenty a second look smooth


def exporting(folder: Path, rounds: int) -> tuple[Figure, ...]:
    """Return the figures of reading a million rows."""
    ours, plain = _beside(folder / "activities.csv", _make_table, "mere_table", rounds)
    from_json, plain_json = _beside(folder / "account_activity.json", _make_json, "mere_json", rounds)
    took = median(one["took"] for one in ours)
    took_json = median(one["took"] for one in from_json)
    frames = [child("picture_frames") for _ in range(min(rounds, ROUNDS))]
    seen = median(one["view"] for one in ours) + median(one["first"] for one in frames)
    return (
        Figure("a million rows of an export", "s", took, MOST_SECONDS),
        Figure("a million rows of an export / plain CSV", "s", took, RATIO, median(plain)),
        Figure("200,000 rows of JSON / plain JSON", "s", took_json, JSON_RATIO, median(plain_json)),
        Figure("peak memory while reading them", "MiB", median(one["memory"] for one in ours), MOST_MEMORY),
        Figure("the page after it, with its first picture", "ms", seen, VIEW),
        Figure("a frame while zooming and moving", "ms", median(one["frame"] for one in frames), FRAME),
        Figure("a frame while pointing", "ms", median(one["pointed"] for one in frames), FRAME),
    )


def _beside(
    path: Path, make: Callable[[Path], None], mere: str, rounds: int
) -> tuple[list[dict[str, float]], list[float]]:
    """Return what reading a made export took, and what merely taking it in did, by turns."""
    make(path)
    ours, plain = [], []
    for _ in range(min(rounds, ROUNDS)):
        ours.append(child("export_read", str(path)))
        plain.append(child(mere, str(path))["took"])
    path.unlink()
    return ours, plain


def _make_table(path: Path) -> None:
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


def _make_json(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('{"account_activity_v2":[')
        for number in range(JSON_ROWS):
            row = {
                "action": "Login",
                "timestamp": 1_672_531_200 + number * 85,
                "ip_address": f"14.{160 + number % 31}.{number * 7 % 251}.{number * 13 % 251}",
                "user_agent": (CHROME, WINDOWS)[number % 3 % 2].replace("120", str(90 + number % 40)),
                "datr_cookie": "abcd****",
                "city": "Da Nang",
                "region": "DN",
                "country": "VN",
                "site_name": "www.facebook.com",
            }
            file.write(("," if number else "") + json.dumps(row))
        file.write("]}")
