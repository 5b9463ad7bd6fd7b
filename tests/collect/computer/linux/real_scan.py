"""What the tests with real programs share: to start one, to wait for it, and the real `scan --json`."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from checkup.checks.check import Check
from checkup.checks.computer import COMPUTER_CHECKS
from checkup.collect.computer import for_this_computer
from checkup.collect.run import RunHere
from checkup.content.plan_steps import load_rules
from checkup.flow.computer import looked
from checkup.flow.plan import steps_of
from checkup.model.finding import Finding
from checkup.model.result import Result
from checkup.model.situation import DeviceSafety
from checkup.model.stop import Stop
from checkup.model.visit import Visit
from checkup.scan.fitting import fitting

PROGRAMS = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))


def program(name: str) -> str:
    found = shutil.which(name, path=PROGRAMS)
    assert found, f"{name} is not installed"
    return found


@contextmanager
def running(*command: str, **more: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program while the block runs."""
    started = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more
    )
    try:
        yield started
    finally:
        started.terminate()
        started.wait(60)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_for(port: int, started: subprocess.Popen[bytes]) -> None:
    """Wait until somebody listens there."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert started.poll() is None, f"{started.args} has ended"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    pytest.fail(f"nobody listens at {port}")


def checks_of_linux() -> tuple[Check, ...]:
    """Return every check that can find anything on Linux at all."""
    stop = Stop()
    return fitting(COMPUTER_CHECKS, for_this_computer(RunHere(stop), stop).kinds)


def scan(home: Path) -> Result:
    """Run the real command and return its result, after looking at its JSON as another program would."""
    ended = subprocess.run(
        [sys.executable, "-I", "-B", "-X", "utf8", "-m", "checkup", "scan", "--json"],
        env=os.environ | {"HOME": str(home)},
        cwd=home,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    told = json.loads(ended.stdout)
    assert (told["version"], told["command"], told["stopped"]) == (1, "scan", False)
    names = [one["check"] for part in ("findings", "looked", "gaps") for one in told[part]]
    beside = [name for one in told["findings"] for name in one["checks"]]
    assert {check.id for check in checks_of_linux()} == {*names, *beside}
    return msgspec.convert({name: told[name] for name in Result.__struct_fields__}, Result)


def about(result: Result) -> dict[str, Finding]:
    return {finding.about: finding for finding in result.findings}


def signs(finding: Finding) -> set[str]:
    return {reason.sign for reason in finding.reasons}


def plan(result: Result) -> list[str]:
    """Return the rules of the plan's steps that are about one of the things seen."""
    visit = looked(Visit(id="v", began=result.when, device=DeviceSafety.SAFE), result)
    named = {finding.about for finding in result.findings}
    steps = steps_of(visit, load_rules())
    return [f"{step.rule} {one.id}" for step in steps for one in step.why if one.id in named]
