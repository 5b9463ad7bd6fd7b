"""Programs that run now, and the ports they wait at, on systems where psutil is how to ask.

References: psutil's documentation; other people's programs hide their path from ordinary accounts.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checkup.collect.gathered import not_live
from checkup.collect.looking import Looking, moment
from checkup.model.looked import Cause
from checkup.model.program import ListeningPort, RunningProgram
from checkup.model.sources import Reading

if TYPE_CHECKING:
    import psutil

MOST_PROGRAMS = 32_768
PROCESSES = "processes"
CONNECTIONS = "connections"


def running_programs(look: Looking) -> Reading[RunningProgram]:
    """Return every running program; those whose file is hidden from us are noted together."""
    if not look.place.live:
        return not_live(RunningProgram)
    return look.reading(_programs(look))


def _programs(look: Looking) -> Iterator[RunningProgram]:
    import psutil

    for _, process in zip(range(MOST_PROGRAMS), psutil.process_iter(), strict=False):
        if look.is_stopped:
            look.note("", Cause.STOPPED)
            return
        try:
            yield _program(look, process)
        except psutil.NoSuchProcess:
            continue  # it ended meanwhile
        except psutil.Error:
            look.note(PROCESSES, Cause.NOT_PERMITTED)


def _program(look: Looking, process: "psutil.Process") -> RunningProgram:
    import psutil

    path, who = "", ""
    command: tuple[str, ...] = ()
    with process.oneshot():
        number, parent, name = process.pid, process.ppid(), process.name()
        since = moment(process.create_time())
        try:
            path, command, who = process.exe(), tuple(process.cmdline()), process.username()
        except psutil.AccessDenied:
            look.note(PROCESSES, Cause.NOT_PERMITTED)
    return RunningProgram(
        seen_in=f"{PROCESSES}/{number}",
        number=number,
        parent=parent,
        name=name,
        path=path,
        command=command,
        who=who.rpartition("\\")[2],
        since=since,
    )


def listening_ports(look: Looking) -> Reading[ListeningPort]:
    """Return the ports that wait for connections; where only the administrator may ask, that is a gap."""
    if not look.place.live:
        return not_live(ListeningPort)
    return look.reading(_ports(look))


def _ports(look: Looking) -> Iterator[ListeningPort]:
    import psutil

    try:
        found = psutil.net_connections("tcp")
    except (psutil.Error, OSError):
        look.note(CONNECTIONS, Cause.NOT_PERMITTED)
        return
    for one in found:
        if one.status == psutil.CONN_LISTEN and one.laddr:
            path, name = _owner(one.pid)
            yield ListeningPort(
                seen_in=CONNECTIONS,
                port=one.laddr.port,
                address=one.laddr.ip,
                number=one.pid or 0,
                name=name,
                path=path,
            )


def _owner(number: int | None) -> tuple[str, str]:
    import psutil

    try:
        process = psutil.Process(number) if number else None
        return (process.exe(), process.name()) if process else ("", "")
    except psutil.Error:
        return "", ""
