"""A phone that can be asked to run a command: one face over the system's adb and over adb-shell.

Each answer ends with a mark that the phone writes after the command. Where the mark is missing the answer
is not whole: the cable was pulled, the phone went to sleep, or it never stopped talking.
"""

import secrets
from enum import StrEnum
from typing import Protocol

from checkup.model.looked import Cause
from checkup.model.value import Value

SECONDS = 60.0
LONGEST = 96 * 1024 * 1024  # dumpsys package of a phone with thousands of apps has some 25 MB


class State(StrEnum):
    """How a phone on the cable stands to this computer; the texts are `cli.errors.android_<value>`."""

    READY = "ready"
    UNAUTHORISED = "unauthorised"  # the phone asks whether to trust this computer
    OFFLINE = "offline"
    NO_PHONE = "no_phone"
    SEVERAL = "several"
    NO_ACCESS = "no_access"  # the system does not let this program use the cable


class Plugged(Value, frozen=True, kw_only=True):
    """One phone on the cable."""

    serial: str
    state: State


class Answer(Value, frozen=True, kw_only=True):
    """What a phone answered. `cause` is None where the answer is whole; `out` holds what came till then."""

    out: bytes = b""
    cause: Cause | None = None


class PhoneShell(Protocol):
    """Runs commands on a phone. Never raises for a phone that goes away: that is an answer."""

    def run(self, command: str, *, seconds: float = SECONDS, longest: int = LONGEST) -> Answer:
        """Return what the command wrote."""
        ...

    def close(self) -> None:
        """Let go of the phone, and of all that was made to talk to it."""
        ...


def marked(command: str) -> tuple[str, bytes]:
    """Return the command with an end mark nobody can guess, and the mark."""
    mark = f"--{secrets.token_hex(8)}--"
    return f"{command} 2>&1; echo {mark}", mark.encode()


def unmarked(out: bytes, mark: bytes) -> bytes | None:
    """Return the answer without its mark; None where the mark is not at its end."""
    whole = out.rstrip()
    return whole[: -len(mark)] if whole.endswith(mark) else None
