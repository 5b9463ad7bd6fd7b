"""A command as a process of its own: what all of it took, from its start to its end.

The time is the processor's, the program's own and the system's for it: what else runs on a machine
changes it little. At rest, the clock shows about the same, for nothing here waits.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

LONGEST = 1800  # seconds


@dataclass(frozen=True)
class Took:
    """Seconds of the processor, and the most memory in MiB."""

    seconds: float
    memory: float


def checkup(folder: Path, rounds: int, *words: str) -> Took:
    """Run one of our commands some times, after once to compile its files as installing does."""
    command = [sys.executable, "-X", "utf8", "-m", "checkup", *words, "--json"]
    variables = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    took(folder, command, **variables)
    some = [took(folder, command, **variables) for _ in range(rounds)]
    return Took(median(one.seconds for one in some), median(one.memory for one in some))


def took(folder: Path, words: Sequence[str], **variables: str) -> Took:
    """Run any command once; one that fails is an error."""
    answer = folder / "took.txt"
    launcher = [sys.executable, "-I", "-S", str(Path(__file__).with_name("timed.py")), str(answer), *words]
    subprocess.run(
        launcher, env=os.environ | variables, stderr=subprocess.DEVNULL, check=True, timeout=LONGEST
    )
    _, seconds, memory = map(float, answer.read_text("ascii").split())
    return Took(seconds, memory)
