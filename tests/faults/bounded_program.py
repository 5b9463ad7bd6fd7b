"""The command as a process of its own with little time and memory: what it said, and what it took.

The time is the processor's, so that a busy machine changes nothing; a clock far behind it ends what hangs.
"""

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("resource", reason="limits of a process, as Unix has them")

MIB = 2**20
# What it held at most is asked of the system at its end: `getrusage` would count what the parent had too.
_PROGRAM = """
import pathlib, resource, sys, time
most, *words = sys.argv[1:]
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
resource.setrlimit(resource.RLIMIT_AS, (int(most), int(most)))
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it has nothing to write
from checkup.__main__ import main
status = main(words)
held = pathlib.Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
sys.stderr.write(f"\\n{status} {time.process_time()} {int(held) / 1024}")
"""
MOST_ADDRESSES = 1024 * MIB


@dataclass(frozen=True)
class Ended:
    """The exit status, the JSON it wrote ({} for none), seconds of the processor and MiB at most."""

    status: int
    said: dict[str, Any]
    errors: str
    seconds: float
    memory: float

    @property
    def gaps(self) -> str:
        """What could not be read, wholly or in part, as text to look into."""
        return json.dumps([self.said.get("gaps"), self.said.get("unread")], ensure_ascii=False)


def bounded(*words: object) -> Ended:
    """Run a command."""
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(MOST_ADDRESSES), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    errors, _, figures = ran.stderr.rpartition("\n")
    assert ran.returncode == 0, ran.stderr[-3000:]
    status, seconds, memory = figures.split()
    said = json.loads(ran.stdout) if ran.stdout.strip() else {}
    return Ended(int(status), said, errors, float(seconds), float(memory))


def fingerprints(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder."""
    found = {}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        with path.open("rb") as file:
            found[str(path)] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
