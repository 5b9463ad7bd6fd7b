"""Measures start, memory, scan, save, lists and phones against their targets and prints a table of ratios.

`python3 run.py bench [ROUNDS] [--only PART...] [--large] [--peers FOLDER]`. Every figure is the median of
several rounds; what is compared is measured in the same run, one after the other by turns, in processes of
its own. A benchmark is not a test: another machine under load gives other seconds, and much the same ratios.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.bench.android_files import android_files
from tests.bench.captures import captures
from tests.bench.exporting import exporting
from tests.bench.figure import Figure, table
from tests.bench.iphone_files import iphone_files
from tests.bench.listed import listed
from tests.bench.peers import peer_in
from tests.bench.reach import reach
from tests.bench.saving import save
from tests.bench.scanning import scanning
from tests.bench.starting import starting

ROUNDS = 7


def main(words: list[str]) -> int:
    asked = _asked(words)
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures: list[Figure] = []
    for name, measured in parts(asked).items():
        if name in (asked.only or (name,)):
            with tempfile.TemporaryDirectory(prefix="checkup-bench-") as folder:
                figures += measured(Path(folder), asked.rounds)
    print(table(figures))  # noqa: T201 - a command for the terminal
    return 0 if all(figure.is_met for figure in figures) else 1


def parts(asked: argparse.Namespace) -> dict[str, Callable[[Path, int], Iterable[Figure]]]:
    """Return what there is to measure, by name; each is given an empty folder and the number of rounds."""
    peer = peer_in(asked.peers)
    return {
        "start": lambda _, rounds: starting(rounds),
        "scan": lambda _, rounds: scanning(rounds),
        "save": lambda folder, rounds: (save(folder, rounds),),
        "lists": listed,
        "android": lambda folder, rounds: android_files(folder, rounds, peer),
        "iphone": lambda folder, rounds: iphone_files(folder, rounds, peer, large=asked.large),
        "captures": lambda folder, rounds: captures(folder, rounds, large=asked.large),
        "exports": exporting,
        "reach": lambda _, rounds: reach(rounds),
    }


def _asked(words: list[str]) -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="run.py bench", description="Measure against the targets.")
    reader.add_argument("rounds", nargs="?", type=int, default=ROUNDS)
    reader.add_argument("--only", nargs="+", metavar="PART", help="start, scan, save, lists, android, ...")
    reader.add_argument("--large", action="store_true", help="also what takes minutes and 4 GB of disk")
    reader.add_argument("--peers", default="", metavar="FOLDER", help="an environment with MVT in it")
    return reader.parse_args(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
