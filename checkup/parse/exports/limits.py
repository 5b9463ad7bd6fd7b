"""How much of an export is read: sizes, rows, depth. What is beyond is counted as too large."""

from typing import Final

HEAD: Final = 65536
MOST_BYTES: Final = 1 << 30
MOST_ROWS: Final = 3_000_000
LONGEST_LINE: Final = 1 << 18
DEEPEST: Final = 64
MOST_PARTS_OF_AN_ITEM: Final = 20_000
LONGEST_STRING: Final = 8 << 20
LARGEST_PAGE: Final = 16 << 20


class TooMuch(Exception):
    """A limit was reached; what was read until then holds."""


class NotThisFormat(Exception):
    """The bytes break the format they began with; what was read until then holds."""
