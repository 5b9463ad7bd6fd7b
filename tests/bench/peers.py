"""MVT beside us on the same files, where somebody installed it in an environment of its own.

    python3 -m venv /some/where && /some/where/bin/pip install mvt
    python3 run.py bench --peers /some/where

It is measured and nothing more: nothing of it is imported, shipped or needed.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figure import Figure
from tests.bench.whole_process import Took, took

VARIABLE = "CHECKUP_PEERS"
_OPTIONS = ("--disable-update-check", "--disable-indicator-update-check")
_COMMANDS = {
    "bugreport": ("mvt-android", "check-bugreport"),
    "androidqf": ("mvt-android", "check-androidqf"),
    "backup": ("mvt-ios", "check-backup"),
}


@dataclass(frozen=True)
class Peer:
    """An environment in which MVT is installed."""

    programs: Path

    def beside(self, folder: Path, name: str, path: Path, ours: Took) -> Iterator[Figure]:
        """Measure it once on one input: ours may take no more than it does, of time and of memory."""
        program, command = _COMMANDS[name]
        words = [str(self.programs / program), *_OPTIONS, command, "--output", str(folder / "out"), str(path)]
        home = folder / "home"
        home.mkdir(exist_ok=True)
        theirs = took(folder, words, HOME=str(home))
        yield Figure(f"{name}, beside MVT", "ms", ours.seconds * 1000, 1, theirs.seconds * 1000)
        yield Figure(f"{name}, memory beside MVT", "MiB", ours.memory, 1, theirs.memory)


def peer_in(folder: str) -> Peer | None:
    """Return the peer in an environment ("": in the one the variable names); None where there is none."""
    named = folder or os.environ.get(VARIABLE, "")
    programs = Path(named).absolute() / ("Scripts" if os.name == "nt" else "bin")
    return Peer(programs) if named and (programs / "mvt-android").is_file() else None
