"""Reads what only an administrator may read, through one short-lived reader with rights, after a yes.

Nothing that this person's account can write is run with rights: not this program, whose files are theirs,
but the system's own Python, given a reader that is handed over as text. The command that the system asks
about and writes into its log bears the hash of that text, and nothing else is executed. The reader takes
no wishes; it has a fixed list of places. Our own rights stay as they are, and the system remembers no yes.

Why not otherwise. A program started whole as administrator would run files that anybody with this account
can change. A part that stays, with a rule that needs no password, would be a door for whatever else runs
here. sudo asks on a terminal, which a window does not have, and keeps its yes for minutes.

References: pkexec(1) (126: the person said no; 127: not allowed, or nobody could ask), polkit(8),
python(1) (-I -S: neither the environment, nor this folder, nor added packages decide what is imported).
"""

import hashlib
import os
import stat
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

from checkup.collect.granted import Granted
from checkup.collect.run import Ended, Run
from checkup.content.root import resource
from checkup.parse.rights_answer import NoAnswer, Piece, pieces

READER = "rights/linux_reader.py"
READER_HASH = "4606b359a298f5d824a3009ea4180ae6202293ea1e773bda001caf4964148218"
ASK, PYTHON = "pkexec", "/usr/bin/python3"
SECONDS = 180.0  # mostly for typing a password; the reader itself has twenty
LONGEST = 64 * 1024 * 1024
_START = (
    "import sys,hashlib;b=sys.stdin.buffer.read({size});"
    "exec(b)if hashlib.sha256(b).hexdigest()=='{hash}'else sys.exit(3)"
)
_SAID_NO, _NOT_ALLOWED = 126, 127

# What the reader may tell of: the same as in its own lists, which a test holds.
PLACES = (
    *(
        "/etc/sudoers",
        "/etc/sudoers.d",
        "/etc/sudoers.d/*",
        "/etc/polkit-1/rules.d",
        "/etc/polkit-1/rules.d/*",
        "/etc/polkit-1/localauthority*",
        "/var/lib/polkit-1*",
    ),
    *("/etc/crontab", "/etc/cron.*", "/etc/cron.*/*", "/var/spool/cron", "/var/spool/cron/*"),
    *("/var/spool/at", "/var/spool/at/*"),
    *("/etc/ssh/sshd_config", "/etc/ssh/sshd_config.d", "/etc/ssh/sshd_config.d/*"),
    *("/etc/NetworkManager/system-connections*", "/run/NetworkManager/system-connections*"),
    *("/var/lib/AccountsService/users*", "/var/lib/gnome-remote-desktop*"),
    *("/var/log/anydesk*", "/var/log/teamviewer15*", "/opt/teamviewer/logfiles*"),
    *("/root", "/root/*", "/proc/*/exe", "/proc/*/environ", "/proc/*/fd", "/proc/*/fd/*"),
)


class Refusal(StrEnum):
    """Why nothing was read; the words are the texts `computer.rights.<value>`."""

    MISSING = "missing"  # this system has no such way to ask, or no Python of its own
    SAID_NO = "said_no"
    NOT_ALLOWED = "not_allowed"
    BROKE_OFF = "broke_off"
    STOPPED = "stopped"


class NoRights(Exception):
    """Nothing was read with rights; `why` says why."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


def would_open(where: str) -> bool:
    """Whether the reader reads a place that was refused; of root's home it does not read everything."""
    return _is_told_of(where) and not where.startswith("/root/")


def reader_text() -> bytes | None:
    """Return the reader, None where it is another than this program was made with; raises OSError."""
    text = resource(READER).read_bytes()
    return text if hashlib.sha256(text).hexdigest() == READER_HASH else None


def read_with_rights(run: Run, python: str = PYTHON) -> Granted:
    """Let the system ask for an administrator's password, then read; raises NoRights."""
    text = reader_text()
    if text is None or not is_the_systems(python):
        raise NoRights(Refusal.MISSING)
    start = _START.format(size=len(text), hash=READER_HASH)
    words = (python, "-I", "-S", "-B", "-c", start)
    ran = run(ASK, *words, seconds=SECONDS, longest=LONGEST, fed=text)
    if not ran.went_well:
        raise NoRights(_why(ran.ended, ran.code))
    try:
        return Granted.of(filter(_is_asked_for, pieces(ran.out)))
    except NoAnswer as broken:
        raise NoRights(Refusal.BROKE_OFF) from broken


def is_the_systems(program: str) -> bool:
    """Whether a program, and every folder on the way to it, is the administrator's alone to change."""
    try:
        named, real = Path(program), Path(program).resolve(strict=True)
        steps = [path.lstat() for path in (real, *real.parents, named, *named.parents)]
    except OSError:
        return False
    return stat.S_ISREG(steps[0].st_mode) and all(map(_is_administrators, steps))


def _is_administrators(status: os.stat_result) -> bool:
    others = 0 if stat.S_ISLNK(status.st_mode) else status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return status.st_uid == 0 and not others


def _is_asked_for(piece: Piece) -> bool:
    return _is_told_of(piece.path)


def _is_told_of(path: str) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in PLACES)


def _why(ended: Ended, code: int | None) -> Refusal:
    known = {Ended.MISSING: Refusal.MISSING, Ended.STOPPED: Refusal.STOPPED}
    codes = {_SAID_NO: Refusal.SAID_NO, _NOT_ALLOWED: Refusal.NOT_ALLOWED}
    return known.get(ended) or codes.get(code or 0) or Refusal.BROKE_OFF
