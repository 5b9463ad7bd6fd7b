"""The one column that the page and the foot share: how wide it is, and the room beside it.

The top line begins where it begins. References: design, look ("Text column at most 760 px").
"""

WIDEST = 640  # px at 100 %: some eighty letters, the longest line that reads well
BESIDE, BESIDE_NARROW = 36, 20  # px


def beside(width: int, percent: int, *, narrow: bool) -> int:
    """Return the room left and right of the column, in px: it stands in the middle of `width`."""
    least = BESIDE_NARROW if narrow else BESIDE
    return max(least, (width - WIDEST * percent // 100) // 2)
