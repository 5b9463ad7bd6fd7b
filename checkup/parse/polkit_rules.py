"""Rules of polkit: the lines that let something happen as administrator without anybody being asked.

They are programs (JavaScript), which only polkit can run; a line that answers YES is what can be told.
References: polkit(8), "AUTHORIZATION RULES" (polkit.Result.YES, or the same as a text).
"""

import re
from collections.abc import Iterator

LONGEST = 2000
_YES = re.compile(
    r"polkit\s*\.\s*Result\s*\.\s*YES\b|polkit\s*\.\s*Result\s*\[|return\s*\(?\s*[\"']yes[\"']", re.IGNORECASE
)
_COMMENTED = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


def yes_lines(text: str) -> Iterator[str]:
    """Yield each line that says yes, without comments."""
    for raw in _COMMENTED.sub(" ", text).splitlines():
        line = raw[:LONGEST].partition("//")[0].strip()
        if _YES.search(line):
            yield line
