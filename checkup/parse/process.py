"""What /proc says about one process: text in, plain facts out.

References: proc(5), proc_pid_stat(5), proc_pid_status(5), cgroups(7).
"""

import re
from dataclasses import dataclass

DELETED = " (deleted)"
MOST_WORDS = 200

_SCOPES = (
    ("container", re.compile(r"docker|containerd|libpod|lxc|kubepods|machine\.slice", re.ASCII)),
    ("snap", re.compile(r"/snap\.", re.ASCII)),
    ("flatpak", re.compile(r"app-flatpak-", re.ASCII)),
)


@dataclass(frozen=True, slots=True)
class Stat:
    """The parts of a stat line used here; `started` counts clock ticks since the system started."""

    name: str
    parent: int
    started: int


@dataclass(frozen=True, slots=True)
class Status:
    """The parts of a status file used here."""

    user: int
    tracer: int


def stat(text: str) -> Stat | None:
    """Read a stat line; the name may hold spaces and brackets. None when it is no such line."""
    before, bracket, after = text.rpartition(")")
    fields = after.split()
    if not bracket or "(" not in before or len(fields) < 20:
        return None
    if not (_is_number(fields[1]) and _is_number(fields[19])):
        return None
    return Stat(before.partition("(")[2], int(fields[1]), int(fields[19]))


def status(text: str) -> Status | None:
    """Read a status file; None where it lacks the account's number."""
    users = _field(text, "Uid").split()
    if not users or not _is_number(users[0]):
        return None
    tracer = _field(text, "TracerPid").strip()
    return Status(int(users[0]), int(tracer) if _is_number(tracer) else 0)


def _field(text: str, name: str) -> str:
    """Return what a status file says under a name: of its sixty lines two are asked for."""
    return f"\n{text}".partition(f"\n{name}:")[2].partition("\n")[0]


def command(text: str) -> tuple[str, ...]:
    """Return the words a program was started with, at most 200 of them."""
    return tuple(text.rstrip("\0").split("\0")[:MOST_WORDS]) if text else ()


def variable(environment: str, name: str) -> str:
    """Return one variable of a process's environment, empty where it is not set."""
    for entry in environment.split("\0"):
        if entry.startswith(f"{name}="):
            return entry[len(name) + 1 :]
    return ""


def scope(cgroup: str) -> str:
    """Return what a process is wrapped in: "container", "snap", "flatpak" or nothing."""
    for name, pattern in _SCOPES:
        if pattern.search(cgroup):
            return name
    return ""


def began(system_stat: str) -> int:
    """Return when the system started, in seconds since 1970, from /proc/stat; 0 when it does not say."""
    for line in system_stat.splitlines():
        name, _, value = line.partition(" ")
        number = value.strip()
        if name == "btime" and _is_number(number):
            return int(number)
    return 0


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 20
