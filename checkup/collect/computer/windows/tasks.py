r"""Scheduled tasks: programs that Windows starts by the clock, at a sign-in or when something happens.

References: ForensicArtifacts/artifacts (WindowsScheduledTasks): one XML file a task below System32\Tasks.
"""

from collections.abc import Iterator

from checkup.collect.computer.windows.ground import Ground, as_windows
from checkup.collect.computer.windows.programs import Programs
from checkup.collect.looking import Looking
from checkup.model.looked import Cause
from checkup.model.starter import StarterKind, StartsByItself
from checkup.parse.task import NotTask, Task, task

FOLDER = "/Windows/System32/Tasks"
MOST_TASK = 512 * 1024
DEEP = 12


def tasks(look: Looking, ground: Ground) -> Iterator[StartsByItself]:
    """Yield each command of each task."""
    programs = Programs(look, ground)
    for path in look.below(FOLDER, DEEP):
        data = look.bytes(path, MOST_TASK)
        if not data:
            continue
        try:
            read = task(data)
        except NotTask:
            look.note(as_windows(path), Cause.UNKNOWN_FORMAT)
            continue
        for line in read.lines:
            yield _starter(look, programs, path, read, line)


def _starter(look: Looking, programs: Programs, path: str, read: Task, line: str) -> StartsByItself:
    program = programs.started_by(line, read.who)
    return StartsByItself(
        seen_in=as_windows(path),
        kind=StarterKind.TASK,
        name=path.removeprefix(f"{FOLDER}/").replace("/", "\\"),
        line=line,
        path=program.path,
        who=read.who,
        when=look.changed(path),
        is_on=read.is_on,
        is_hidden=read.is_hidden,
        is_missing=not program.is_there,
        restarts=read.repeats,
        at_start=read.at_start,
        signer=program.signer,
    )
