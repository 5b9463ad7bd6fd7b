"""Timetables: crontabs and the jobs of at. Text in, jobs out.

References: crontab(5), cron(8), at(1).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

AT_START = "@reboot"
_FIELD = r"[0-9A-Za-z*/,~#?-]+"
_TIMES = re.compile(rf"(?P<when>@[a-z]+|{_FIELD}(?:\s+{_FIELD}){{4}})\s+(?P<rest>\S.*)", re.ASCII)
_SETTING = re.compile(r"\s*[A-Za-z_][A-Za-z0-9_]*\s*=", re.ASCII)


@dataclass(frozen=True, slots=True)
class Job:
    """One line of a crontab: when, for whom (empty where the file belongs to one person), what."""

    when: str
    who: str
    command: str
    line: str


@dataclass(frozen=True, slots=True)
class Timetable:
    """All jobs of a file, and how many lines nobody could read."""

    jobs: tuple[Job, ...]
    broken: int


def crontab(text: str, *, names_account: bool) -> Timetable:
    """Read a crontab; in the system's own each line names the account before the command."""
    jobs, broken = [], 0
    for line in _lines(text):
        job = _job(line, names_account=names_account)
        if job is not None:
            jobs.append(job)
        else:
            broken += 1
    return Timetable(tuple(jobs), broken)


def at_command(text: str) -> str:
    """Return the commands of a job of at: what stands after the environment it was made in."""
    body = text.rpartition("}\n")[2] if "}\n" in text else text
    lines = [line.strip() for line in body.splitlines()]
    return "; ".join(line for line in lines if line and not line.startswith(("#", "umask", "cd ")))


def _lines(text: str) -> Iterator[str]:
    for raw in text.splitlines():
        line = raw.strip()
        if line and not line.startswith("#") and not _SETTING.match(line):
            yield line


def _job(line: str, *, names_account: bool) -> Job | None:
    match = _TIMES.fullmatch(line)
    if match is None:
        return None
    who, command = "", match["rest"]
    if names_account:
        who, command = (*command.split(None, 1), "")[:2]  # Debian's own file has tabs between them
    command = command.strip().replace("\\%", "%")
    return Job(match["when"], who, command, line) if command else None
