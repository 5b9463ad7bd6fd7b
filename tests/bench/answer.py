"""What a measured program says to whoever measures it; imports nothing that would be measured too."""

import os
import sys


def answer(**facts: float) -> None:
    """Say the facts as one line of JSON and end at once."""
    pairs = ", ".join(f'"{name}": {value}' for name, value in facts.items())
    os.write(1, f"{{{pairs}}}\n".encode())
    os._exit(0)


def peak_memory() -> float:
    """Return the most memory this process has had, in MiB."""
    if sys.platform == "win32":
        import psutil

        return psutil.Process().memory_info().peak_wset / 2**20
    if sys.platform.startswith("linux"):  # getrusage also counts what the parent had before it split
        with open("/proc/self/status") as lines:  # noqa: PTH123 - pathlib is not loaded for this
            return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 2**10
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
