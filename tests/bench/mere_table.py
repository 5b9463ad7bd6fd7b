"""Asks for every row of a table with the standard library, and does nothing with it."""

import csv
import sys
import time
from pathlib import Path

from tests.bench.answer import answer


def main(words: list[str]) -> None:
    began = time.process_time()
    with Path(words[0]).open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass
    answer(took=time.process_time() - began)


if __name__ == "__main__":
    main(sys.argv[1:])
