"""The kernel's list of input devices: text in, the event numbers of keyboards out.

References: `/proc/bus/input/devices`; Documentation/input/input.rst of Linux 6. A keyboard has the
handlers "kbd" and the key bits of letters; mice, lids and power buttons lack the letters.
"""

import re

# KEY_Q to KEY_P are the bits 16 to 25 of the lowest word of the key bitmap.
LETTERS = 0x3FF << 16


def keyboards(text: str) -> frozenset[str]:
    """Return the names ("event3") under which keyboards can be read."""
    found: set[str] = set()
    for block in text.split("\n\n"):
        handlers = re.search(r"^H: Handlers=(.*)$", block, re.MULTILINE)
        keys = re.search(r"^B: KEY=(.*)$", block, re.MULTILINE)
        if handlers and keys and _has_letters(keys[1]):
            found.update(name for name in handlers[1].split() if name.startswith("event"))
    return frozenset(found)


def _has_letters(bitmap: str) -> bool:
    lowest = bitmap.split()[-1:]
    return (
        bool(lowest)
        and re.fullmatch(r"[0-9a-f]{1,16}", lowest[0]) is not None
        and (int(lowest[0], 16) & LETTERS == LETTERS)
    )
