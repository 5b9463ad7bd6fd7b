"""One measured figure beside its target, and the table of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured, what it is compared with, and how much it may be.

    Without `beside` the target is the most `ours` may be, in the same unit; otherwise the most the
    ratio of the two may be.
    """

    name: str
    unit: str
    ours: float
    target: float
    beside: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the other one."""
        return self.ours / self.beside if self.beside else None

    @property
    def is_met(self) -> bool:
        """Whether the target is reached."""
        return (self.ours if self.ratio is None else self.ratio) <= self.target


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines of text."""
    rows = [("", "ours", "beside", "ratio", "target", "")]
    rows += [
        (
            figure.name,
            f"{figure.ours:.0f} {figure.unit}",
            f"{figure.beside:.0f} {figure.unit}" if figure.beside is not None else "",
            f"{figure.ratio:.2f}" if figure.ratio is not None else "",
            f"{figure.target:g}" + ("" if figure.ratio is not None else f" {figure.unit}"),
            "met" if figure.is_met else "NOT MET",
        )
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = (
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)
