"""Programs measured in a process of their own: they answer with one line of JSON."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

# As run.py starts the program.
START = ("-I", "-B", "-X", "utf8")


def child(module: str, *words: str) -> dict[str, Any]:
    """Run a module of this folder and return what it answered, with `began`: when it was started.

    Times are seconds of the clock that all processes of this machine share.
    """
    began = time.monotonic()
    ended = subprocess.run(
        [sys.executable, *START, "-m", f"tests.bench.{module}", *words],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=300,
    )
    return json.loads(ended.stdout.splitlines()[-1]) | {"began": began}


def answer(**facts: float) -> None:
    """Say the facts to whoever measures, and end at once."""
    os.write(1, (json.dumps(facts) + "\n").encode())
    os._exit(0)


def peak_memory() -> float:
    """Return the most memory this process has had, in MiB."""
    if sys.platform == "win32":
        import psutil

        return psutil.Process().memory_info().peak_wset / 2**20
    if sys.platform.startswith("linux"):  # getrusage also counts what the parent had before it split
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 2**10
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
