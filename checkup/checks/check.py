"""What a check is: an id, the observations it needs, and one function that looks at them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checkup.indicators.known import Known
from checkup.model.finding import Finding
from checkup.model.sources import Observation, Sources

Look = Callable[[Sources, Known], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check knows no operating system, no window, no other check and no language.

    `id` equals its path below `checks/`, with dots (`computer.preload`). The scan reads `needs` to
    tell "nothing seen" from "could not look"; `look` asks for nothing that is not in it. A computer
    that has no `subject` at all (the first need, where none is given) has nothing for this check.
    """

    id: str
    needs: tuple[type[Observation], ...]
    look: Look
    subject: type[Observation] | None = None
