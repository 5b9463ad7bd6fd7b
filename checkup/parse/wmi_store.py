"""Bindings in WMI's own store: which event makes which consumer run, found by their names in the bytes.

The store is not read record by record: a binding names both its ends in plain letters, which is what
public tools look for too. One that was deleted can still be found until its place is used again.
References: D. Pany, PyWMIPersistenceFinder (the forms of the names); FireEye, "WMI offense, defense,
and forensics" (2015).
"""

import re
from collections.abc import Iterator

CONSUMER = re.compile(rb'(\w{0,60}EventConsumer)\.Name="([^"\x00-\x1f]{1,200})"')
OVERLAP = 4096  # more than one binding takes, so that none falls between two blocks
LONGEST_COMMAND = 400
_COMMAND = rb"CommandLineEventConsumer\x00\x00"


def bindings(block: bytes) -> Iterator[tuple[str, str]]:
    """Yield kind and name of each consumer that a binding in this block names."""
    for match in CONSUMER.finditer(block):
        yield match.group(1).decode("ascii", "replace").lstrip("_"), match.group(2).decode("latin-1")


def command(block: bytes, name: str) -> str:
    """Return the line that a consumer of this name runs, where its record stands in this block."""
    place = -1
    for match in re.finditer(_COMMAND, block):
        texts = [one for one in block[match.end() : match.end() + 2048].split(b"\0") if len(one) > 3]
        if any(one.decode("latin-1") == name for one in texts):
            place = next((n for n, one in enumerate(texts) if one.decode("latin-1") != name), -1)
            return texts[place].decode("latin-1")[:LONGEST_COMMAND] if place >= 0 else ""
    return ""
