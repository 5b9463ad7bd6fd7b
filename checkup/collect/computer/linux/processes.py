"""All processes of the running system: /proc is walked once, for every reader that needs it.

References: proc(5). An ordinary account sees name and words of every process, but the file, the
environment and the open files only of its own.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.gathered import not_live
from checkup.collect.looking import Looking, moment
from checkup.collect.place import CouldNotRead
from checkup.model.looked import Cause
from checkup.model.program import RunningProgram
from checkup.model.sources import Reading
from checkup.parse import process as parse

KERNEL = 2  # kthreadd: it and its children have no file, no environment and no open files
MOST_PROCESSES = 32_768
MOST_OPEN = 4096
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """What one process holds open, as /proc writes it: paths, "socket:[123]", "pipe:[4]"."""

    number: int
    targets: tuple[str, ...]


def running_programs(ground: Ground) -> Reading[RunningProgram]:
    """Return every running program; the kernel's own threads are none."""
    if not ground.place.live:
        return not_live(RunningProgram)
    look = ground.looking()
    began = parse.began(look.text("/proc/stat") or "")
    found = (_program(look, ground, number, began) for number in process_numbers(look))
    return look.reading(program for program in found if program is not None)


def open_files(look: Looking) -> Iterator[OpenFiles]:
    """Yield what each process holds open; other people's are noted once, with their number."""
    hidden = 0
    for number in process_numbers(look):
        folder = f"/proc/{number}/fd"
        try:
            names = look.place.names(folder)[:MOST_OPEN]
            links = tuple(link for name in names if (link := _open_link(look, folder, name)))
        except CouldNotRead:
            hidden += 1
            continue
        if links:
            yield OpenFiles(number, links)
    look.note("/proc/*/fd", Cause.NOT_PERMITTED, hidden)


def process_numbers(look: Looking) -> tuple[int, ...]:
    """Return the numbers of all processes; none but a note after a stop."""
    return tuple(int(name) for name in look.names("/proc") if name.isascii() and name.isdigit())[
        :MOST_PROCESSES
    ]


def _open_link(look: Looking, folder: str, name: str) -> str | None:
    return look.place.link(f"{folder}/{name}")


def _program(look: Looking, ground: Ground, number: int, began: int) -> RunningProgram | None:
    folder = f"/proc/{number}"
    stat = parse.stat(look.text(f"{folder}/stat") or "")
    status = parse.status(look.text(f"{folder}/status") or "")
    # Gone since the folder was listed, or a thread of the kernel.
    if stat is None or status is None or KERNEL in (number, stat.parent):
        return None
    path, is_deleted = _file(look, folder)
    scope = parse.scope(look.text(f"{folder}/cgroup") or "")
    return RunningProgram(
        seen_in=folder,
        number=number,
        parent=stat.parent,
        name=stat.name,
        path=path,
        command=parse.command(look.text(f"{folder}/cmdline") or ""),
        who=ground.names.get(status.user, str(status.user)),
        since=moment(began + stat.started / TICKS) if began else "",
        is_deleted=is_deleted and scope != "container",
        package=ground.owners.of(path) if path else None,
        preload=_preload(look, folder),
        tracer=status.tracer,
        scope=scope or ("flatpak" if path.startswith("/app/") else ""),
    )


def _file(look: Looking, folder: str) -> tuple[str, bool]:
    """Return the program's file and whether it is gone; an update that put a new one there is no loss."""
    try:
        link = look.place.link(f"{folder}/exe") or ""
    except CouldNotRead as trouble:
        look.note("/proc/*/exe", trouble.cause)
        return "", False
    if not link.endswith(parse.DELETED):
        return link, False
    path = link.removesuffix(parse.DELETED)
    return path, not look.is_there(path)


def _preload(look: Looking, folder: str) -> str:
    try:
        return parse.variable(look.place.text(f"{folder}/environ") or "", "LD_PRELOAD")
    except CouldNotRead as trouble:
        look.note("/proc/*/environ", trouble.cause)
        return ""
