"""Gives a target one hostile input after the other; what falls out of it, or takes long, is a fall."""

import hashlib
import random
import signal
import time
import traceback
from dataclasses import dataclass
from math import inf
from pathlib import Path

from tests.fuzz.changing import changed
from tests.fuzz.target import Target

FALLEN = Path(__file__).parent / "fallen"
LONGEST = 5  # seconds of its own time that an input of a few hundred kilobytes may cost


class TookLong(BaseException):
    """An input kept its reader longer than is allowed."""


@dataclass(frozen=True)
class Fall:
    """An input and what became of its reader."""

    data: bytes
    why: str


@dataclass
class Fuzzed:
    """How far it came."""

    runs: int = 0
    slowest: float = 0.0
    fall: Fall | None = None


def fall_of(target: Target, data: bytes) -> Fall | None:
    """Return how the reader falls over an input; None where it has an answer or its known error."""

    def too_long(*_: object) -> None:
        raise TookLong

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        target.tried(data)
    except (Exception, TookLong):  # noqa: BLE001 - this is what it looks for
        return Fall(data, traceback.format_exc(limit=-6))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return None


def fuzz(target: Target, seconds: float, seed: int = 0, most: float = inf) -> Fuzzed:
    """Fuzz for so long, for so many inputs at most, or until the first fall."""
    chance = random.Random(f"{target.name} {seed}")  # noqa: S311 - the same inputs each time
    ends, done = time.monotonic() + seconds, Fuzzed()
    while time.monotonic() < ends and done.runs < most and done.fall is None:
        data = changed(chance, target)
        began = time.process_time()
        done.fall = fall_of(target, data)
        done.slowest = max(done.slowest, time.process_time() - began)
        done.runs += 1
    return done


def kept(target: Target, fall: Fall) -> Path:
    """Keep an input as a fixture that is tried from now on."""
    folder = FALLEN / target.name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha256(fall.data).hexdigest()[:16]
    path.write_bytes(fall.data)
    return path
