"""Starts other programs: the only file that does.

A program is found in a few fixed system folders, never through the person's PATH or the folder they
stand in; it gets an argument list and no shell, a clean environment, a time limit and an output
limit, and it ends with its whole process group: asked, waited for, then forced. One that goes on for long
ends even where this program is ended by force.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from checkup.collect.output import Output
from checkup.model.stop import Stop
from checkup.model.value import Value

SECONDS = 10.0
LONGEST = 4 * 1024 * 1024
LOOK_EVERY = 0.02
GRACE = 1.0
WATCH = 'read -r _; kill -s KILL -- "-$1"'
MOST_FED = 32_768  # half of what a pipe of Linux holds

# Only the administrator can write here; the order is the one in which a name is looked up.
FOLDERS: tuple[str, ...] = ("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/libexec")
WINDOWS_FOLDERS: tuple[str, ...] = (r"C:\Windows\System32", r"C:\Windows\System32\WindowsPowerShell\v1.0")


class Ended(StrEnum):
    """How a started program came to its end."""

    FINISHED = "finished"
    MISSING = "missing"  # no such program in the fixed folders
    NOT_STARTED = "not_started"  # it is there but the system would not start it
    TIMED_OUT = "timed_out"
    TOO_MUCH = "too_much"  # it wrote more than the limit
    STOPPED = "stopped"  # the person stopped the scan


class Ran(Value, frozen=True, kw_only=True):
    """What became of one program. `code` is None where there is no exit status to believe."""

    code: int | None = None
    out: bytes = b""
    err: bytes = b""
    ended: Ended = Ended.FINISHED

    @property
    def went_well(self) -> bool:
        """Whether it ended by itself with status 0."""
        return self.ended is Ended.FINISHED and self.code == 0


class Run(Protocol):
    """Starts a program by its bare name and waits for its end; a test answers from recorded output."""

    def __call__(
        self,
        program: str,
        *words: str,
        seconds: float = SECONDS,
        longest: int = LONGEST,
        fed: bytes | None = None,
    ) -> Ran:
        """Return what became of it; never raises for a program that is missing or misbehaves.

        `fed`, a few kilobytes, comes to its input, which then stays open until the end: one that runs
        with other rights than ours cannot be signalled, but sees its input close, also when we die.
        """
        ...


def system_folders() -> tuple[str, ...]:
    """Return the folders in which programs are looked up on this system."""
    return WINDOWS_FOLDERS if sys.platform == "win32" else FOLDERS


class RunHere:
    """Starts programs on this computer; looks at the stop token while it waits.

    `own` are names of the environment that the started programs get besides or instead of the usual few.
    With `ends_with_us` a started program is ended when this one is gone, in whatever way (not on Windows).
    """

    def __init__(
        self,
        stop: Stop,
        folders: Sequence[str] | None = None,
        own: Mapping[str, str] | None = None,
        *,
        ends_with_us: bool = False,
    ) -> None:
        self._stop = stop
        self._ends_with_us = ends_with_us
        self._own = dict(own or {})
        self._folders = tuple(folders) if folders is not None else system_folders()

    def __call__(
        self,
        program: str,
        *words: str,
        seconds: float = SECONDS,
        longest: int = LONGEST,
        fed: bytes | None = None,
    ) -> Ran:
        if self._stop.asked:
            return Ran(ended=Ended.STOPPED)
        whole = self._find(program)
        if whole is None:
            return Ran(ended=Ended.MISSING)
        try:
            process = _started([whole, *words], self._own, is_fed=fed is not None)
        except (OSError, ValueError):
            return Ran(ended=Ended.NOT_STARTED)
        watch = _watched(process) if self._ends_with_us else None
        try:
            _feed(process, fed)
            return self._awaited(process, seconds, longest)
        finally:
            _close(process)
            _unwatched(watch)

    def _find(self, program: str) -> str | None:
        """Return the absolute path of a bare name; a name with a folder in it is not looked up."""
        if not program or Path(program).name != program:
            return None
        for folder in self._folders:
            for name in (program, f"{program}.exe") if sys.platform == "win32" else (program,):
                whole = Path(folder) / name
                if whole.is_file() and os.access(whole, os.X_OK):
                    return str(whole)
        return None

    def _awaited(self, process: subprocess.Popen[bytes], seconds: float, longest: int) -> Ran:
        out, err = Output(process.stdout, longest), Output(process.stderr, longest)
        deadline = time.monotonic() + seconds
        ended = Ended.FINISHED
        while out.is_open or err.is_open or process.poll() is None:
            if (why := self._reason_to_end(deadline, out, err)) is not None:
                ended = why
                break
            if out.wait(LOOK_EVERY):
                self._stop.wait(LOOK_EVERY / 10)
        _end_group(process)
        code = process.returncode if ended is Ended.FINISHED else None
        return Ran(code=code, out=out.taken(), err=err.taken(), ended=ended)

    def _reason_to_end(self, deadline: float, *streams: "Output") -> Ended | None:
        if self._stop.asked:
            return Ended.STOPPED
        if any(stream.is_over for stream in streams):
            return Ended.TOO_MUCH
        return Ended.TIMED_OUT if time.monotonic() > deadline else None


def _environment() -> dict[str, str]:
    """Return the few names a program needs; nothing of the person's own environment but the session's.

    The session bus and the runtime folder are where user services answer; the display is not given.
    """
    kept = ("HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "SYSTEMROOT", "WINDIR")
    path = os.pathsep.join(system_folders())
    return {"LC_ALL": "C", "PATH": path} | {name: os.environ[name] for name in kept if name in os.environ}


def _started(words: list[str], own: Mapping[str, str], *, is_fed: bool) -> subprocess.Popen[bytes]:
    new_group = 0x00000200 if sys.platform == "win32" else 0  # CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(  # an absolute path from a system folder, no shell
        words,
        stdin=subprocess.PIPE if is_fed else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(words[0]).anchor,
        env={**_environment(), **own},
        close_fds=True,
        start_new_session=sys.platform != "win32",
        creationflags=new_group,
    )


def _watched(process: subprocess.Popen[bytes]) -> "subprocess.Popen[bytes] | None":
    """Start a watch that waits for the end of a pipe only this program holds, then ends the group.

    The system closes the pipe when this program is gone. A fixed line for /bin/sh, which both Linux and
    macOS have; it gets one number.
    """
    if sys.platform == "win32":
        return None
    with contextlib.suppress(OSError):
        return subprocess.Popen(
            ["/bin/sh", "-c", WATCH, "watch", str(process.pid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=_environment(),
            close_fds=True,
            start_new_session=True,
        )
    return None


def _unwatched(watch: "subprocess.Popen[bytes] | None") -> None:
    """End a watch before its pipe: the number it holds may be another program's by now."""
    if watch is not None:
        watch.kill()
        watch.wait()
        if watch.stdin is not None:
            watch.stdin.close()


def _feed(process: subprocess.Popen[bytes], fed: bytes | None) -> None:
    """Give it what it is to read, less than a pipe holds, so that nobody waits for anybody."""
    if process.stdin is not None and fed:
        with contextlib.suppress(OSError):  # it is gone already
            process.stdin.write(fed[:MOST_FED])
            process.stdin.flush()


def _close(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            with contextlib.suppress(OSError):
                stream.close()


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """Ask the whole group to end, wait, then force it; children that outlived the program included."""
    if process.stdin is not None:
        with contextlib.suppress(OSError):  # what one with other rights sees of us
            process.stdin.close()
    if sys.platform == "win32":
        if process.poll() is None:
            process.terminate()
        process.wait()
        return
    if process.poll() is None:
        _signal_group(process.pid, signal.SIGTERM)
        _wait(process, GRACE)
    is_ours = _signal_group(process.pid, signal.SIGKILL)
    # One with other rights has its closed input and its own time limit; we do not wait for that.
    _wait(process, None if is_ours and process.stdin is None else GRACE)


def _wait(process: subprocess.Popen[bytes], seconds: float | None) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)


def _signal_group(leader: int, what: signal.Signals) -> bool:
    """Signal the group; return whether that is allowed to us. A group that is gone needs none."""
    if sys.platform == "win32":
        return True
    try:
        os.killpg(leader, what)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return True
