"""All processes of the running system: /proc is walked once, for every reader that needs it.

References: proc(5). An ordinary account sees name and words of every process, but the file, the
environment and the open files only of its own.
"""

import os

from checkup.collect.computer.linux.ground import Ground
from checkup.collect.gathered import not_live
from checkup.collect.looking import Looking, moment
from checkup.collect.place import CouldNotRead
from checkup.model.program import RunningProgram
from checkup.model.sources import Reading
from checkup.parse import process as parse

KERNEL = 2  # kthreadd: it and its children have no file, no environment and no open files
MOST_PROCESSES = 32_768
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def running_programs(ground: Ground) -> Reading[RunningProgram]:
    """Return every running program; the kernel's own threads are none."""
    if not ground.place.live:
        return not_live(RunningProgram)
    look = ground.looking()
    found = (one_program(look, ground, number) for number in process_numbers(look))
    return look.reading(program for program in found if program is not None)


def process_numbers(look: Looking) -> tuple[int, ...]:
    """Return the numbers of all processes; none but a note after a stop."""
    return tuple(int(name) for name in look.names("/proc") if name.isascii() and name.isdigit())[
        :MOST_PROCESSES
    ]


def one_program(look: Looking, ground: Ground, number: int) -> RunningProgram | None:
    """Return one running program; None when it is gone, or a thread of the kernel."""
    folder = f"/proc/{number}"
    stat = parse.stat(look.text(f"{folder}/stat") or "")
    if stat is None or KERNEL in (number, stat.parent):
        return None
    status = parse.status(look.text(f"{folder}/status") or "")
    if status is None:
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
        since=moment(ground.began + stat.started / TICKS) if ground.began else "",
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
