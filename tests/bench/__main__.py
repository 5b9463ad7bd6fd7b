"""Measures start, memory, scan, save and the lists against their targets and prints a table of ratios.

`python3 run.py bench [ROUNDS]`. Every figure is the median of several rounds; what is compared is
measured in the same run, one after the other by turns, in processes of its own. A benchmark is not a
test: another machine under load gives other seconds, and much the same ratios.
"""

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.android_files import android_files
from tests.bench.exporting import exporting
from tests.bench.figure import Figure, table
from tests.bench.listed import listed
from tests.bench.reach import reach
from tests.bench.saving import save
from tests.bench.scanning import scanning
from tests.bench.starting import starting

ROUNDS = 7


def main(words: list[str]) -> int:
    rounds = int(words[0]) if words else ROUNDS
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="checkup-bench-") as folder:
        place = Path(folder)
        figures: list[Figure] = [*starting(rounds), *scanning(rounds), save(place, rounds)]
        figures += listed(place, rounds)
        figures += android_files(place, rounds)
        figures += exporting(place, rounds)
    figures += reach(rounds)
    print(table(figures))  # noqa: T201 - a command for the terminal
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
