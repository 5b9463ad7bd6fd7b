"""What running programs hold open: walked once, for ports and keyboards alike.

References: proc_pid_fd(5). An ordinary account sees only its own programs' open files.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.computer.linux.processes import KERNEL, process_numbers
from checkup.collect.looking import Looking
from checkup.collect.place import CouldNotRead
from checkup.model.looked import Cause, Unread
from checkup.parse import process as parse

MOST_OPEN = 4096
PLACE = "/proc/*/fd"
INPUT = "/dev/input/event"
SOCKET = "socket:["


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """What one process holds open of interest: sockets as "socket:[123]", keyboards as paths."""

    number: int
    targets: tuple[str, ...]


@dataclass(frozen=True)
class OpenFileTable:
    """The open files of all processes. What could not be seen is in `unread`, with how many."""

    ground: Ground

    @property
    def processes(self) -> tuple[OpenFiles, ...]:
        """The processes that hold something of interest."""
        return self._walked[0]

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The processes that did not let us look."""
        return self._walked[1]

    @cached_property
    def by_socket(self) -> dict[str, int]:
        """The process's number for each socket's inode."""
        return {
            target.removeprefix(SOCKET).rstrip("]"): process.number
            for process in self.processes
            for target in process.targets
            if target.startswith(SOCKET)
        }

    @cached_property
    def _walked(self) -> tuple[tuple[OpenFiles, ...], tuple[Unread, ...]]:
        look = self.ground.looking()
        return tuple(_all(look)), look.unread


def _all(look: Looking) -> Iterator[OpenFiles]:
    hidden = 0
    for number in process_numbers(look):
        try:
            targets = tuple(_of_interest(look, f"/proc/{number}/fd"))
        except CouldNotRead:
            hidden += not _is_kernels(look, number)
            continue
        if targets:
            yield OpenFiles(number, targets)
    look.note(PLACE, Cause.NOT_PERMITTED, hidden)


def _of_interest(look: Looking, folder: str) -> Iterator[str]:
    for name in look.place.names(folder)[:MOST_OPEN]:
        target = look.place.link(f"{folder}/{name}")
        if target and target.startswith((SOCKET, INPUT)):
            yield target


def _is_kernels(look: Looking, number: int) -> bool:
    stat = parse.stat(look.text(f"/proc/{number}/stat") or "")
    return stat is not None and KERNEL in (number, stat.parent)
