"""Asks of the disk what a scan asked, each thing once, and does nothing with the answers."""

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from tests.bench.answer import answer

PIECE = 65536


def read(path: str, most: int) -> None:
    """Read a file to its end, or as far as the scan read it."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    came = 0
    try:
        while came <= most and (data := os.read(handle, PIECE)):
            came += len(data)
    finally:
        os.close(handle)


def main(words: list[str]) -> None:
    noted = json.loads(Path(words[0]).read_text("utf-8"))
    files = noted["files"]
    began = time.perf_counter()
    for path, most in files.items():
        with suppress(OSError):  # a process that ended meanwhile
            read(path, most)
    for path in noted["scandir"]:
        with suppress(OSError), os.scandir(path) as entries:
            for _ in entries:
                pass
    for name in ("readlink", "stat", "lstat"):
        ask = getattr(os, name)
        for path in noted[name]:
            with suppress(OSError):
                ask(path)
    took = time.perf_counter() - began
    answer(took=took, files=len(files), mebibytes=sum(files.values()) / 2**20)


if __name__ == "__main__":
    main(sys.argv[1:])
