"""Rules of udev that start a program when a device appears: text in, commands out.

References: udev(7).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RUN = re.compile(r'\bRUN(?:\{program\})?\s*\+?:?=\s*(?:e)?"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class DeviceCommand:
    """One command, and the rule it stands in."""

    command: str
    line: str


def device_commands(text: str) -> Iterator[DeviceCommand]:
    """Yield the commands that rules start; udev's own built-in ones are none."""
    for raw in text.replace("\\\n", " ").splitlines():
        line = raw.strip()
        if not line.startswith("#"):
            for command in _RUN.findall(line):
                yield DeviceCommand(command, line)
