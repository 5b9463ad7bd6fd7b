"""Programs measured in a process of their own: they answer with one line of JSON."""

import json
import subprocess
import sys
import time
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
