"""What the kernel says about its modules and its own state: text in, facts out.

References: proc(5) `/proc/modules`; Documentation/admin-guide/tainted-kernels.rst of Linux 6.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The letters in the last brackets of a line of /proc/modules.
OUTSIDE = "O"
UNSIGNED = "E"
PROPRIETARY = "P"
FORCED = "F"

# Bits of /proc/sys/kernel/tainted that speak about modules.
TAINT_FORCED = 1 << 1
TAINT_OUTSIDE = 1 << 12
TAINT_UNSIGNED = 1 << 13


@dataclass(frozen=True, slots=True)
class LoadedModule:
    """One loaded module and its letters; empty for one that came with the kernel."""

    name: str
    letters: str
    line: str


def loaded_modules(text: str) -> Iterator[LoadedModule]:
    """Yield the modules of /proc/modules."""
    for line in text.splitlines():
        fields = line.split()
        if len(fields) >= 6:
            match = re.search(r"\(([A-Z]+)\)$", line.strip())
            yield LoadedModule(fields[0], match[1] if match else "", line.strip())


def taint(text: str) -> int | None:
    """Return the number in /proc/sys/kernel/tainted; None when it is none."""
    number = text.strip()
    return int(number) if number.isascii() and number.isdigit() and len(number) <= 20 else None


def asked_for(text: str) -> Iterator[str]:
    """Yield the modules a file of modules-load.d asks for."""
    for raw in text.splitlines():
        line = raw.strip()
        if line and not line.startswith(("#", ";")):
            yield line.split()[0].replace("-", "_")
