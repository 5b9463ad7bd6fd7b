"""A full scan of this machine; with a file name, notes there what it asks of the disk.

The scan is measured the second time in its process: loading the program's own parts is not scanning.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from checkup.checks.computer import COMPUTER_CHECKS
from checkup.collect.computer import for_this_computer, subject_of
from checkup.collect.run import RunHere
from checkup.content.root import resource
from checkup.indicators import load
from checkup.indicators.known import Known
from checkup.model.clock import now
from checkup.model.stop import Stop
from checkup.scan import scan
from tests.bench.answer import answer


class Noted:
    """What was asked: files and how many bytes of each, folders listed, links and states looked at."""

    def __init__(self) -> None:
        self.files: dict[str, int] = {}
        self.asked: dict[str, dict[str, None]] = {
            name: {} for name in ("scandir", "readlink", "stat", "lstat")
        }
        self._handles: dict[int, str] = {}

    def begin(self) -> None:
        """Listen from here on."""
        sys.addaudithook(self._heard)
        for name, paths in self.asked.items():
            setattr(os, name, self._asking(getattr(os, name), paths))
        os.open = self._opening(os.open)  # type: ignore[assignment]
        os.read = self._reading(os.read)

    def _heard(self, event: str, words: tuple[object, ...]) -> None:
        if event == "open" and isinstance(words[0], str | bytes):
            path = os.fsdecode(words[0])
            if not path.startswith("/dev/"):
                self.files.setdefault(path, 0)

    def _asking(self, real: Callable[..., object], paths: dict[str, None]) -> Callable[..., object]:
        def asked(path: object = ".", **named: object) -> object:
            if isinstance(path, str) and not named:
                paths[path] = None
            return real(path, **named)

        return asked

    def _opening(self, real: Callable[..., int]) -> Callable[..., int]:
        def opened(path: str, *words: int, **named: int) -> int:
            handle = real(path, *words, **named)
            self._handles[handle] = path
            return handle

        return opened

    def _reading(self, real: Callable[[int, int], bytes]) -> Callable[[int, int], bytes]:
        def read(handle: int, most: int) -> bytes:
            data = real(handle, most)
            if (path := self._handles.get(handle, "")) in self.files:
                self.files[path] += len(data)
            return data

        return read


def once(known: Known) -> float:
    """Scan and return the seconds it took."""
    stop = Stop()
    began = time.perf_counter()
    for _ in scan(COMPUTER_CHECKS, for_this_computer(RunHere(stop), stop), known, stop, subject_of(), now):
        pass
    return time.perf_counter() - began


def main(words: list[str]) -> None:
    known = load(resource("rules"))
    once(known)
    noted = Noted()
    if words:
        noted.begin()
    took = once(known)
    if words:
        Path(words[0]).write_text(json.dumps({"files": noted.files} | noted.asked), "utf-8")
    answer(took=took)


if __name__ == "__main__":
    main(sys.argv[1:])
