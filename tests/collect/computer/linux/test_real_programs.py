"""A real x11vnc, a real sshd with a planted key and a unit of one's own: seen with evidence, and in the plan.

Needs Debian's xvfb, x11vnc and openssh-server. Everything lies in a home made for the test, and nothing
of this machine's own settings is changed.
"""

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
from checkup.model.finding import Finding, Level
from checkup.model.result import Result
from checkup.model.situation import DeviceSafety
from checkup.model.stop import Stop
from checkup.model.visit import Visit
from checkup.scan.fitting import fitting

pytestmark = [pytest.mark.real, pytest.mark.slow]

PROGRAMS = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
UNIT = "[Service]\nExecStart=%h/.cache/notes/helper --quiet\nRestart=always\n"
SSHD_NEEDS = Path("/run/sshd")  # an empty folder that Debian makes when the service starts


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
        started.wait(20)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_for(port: int, started: subprocess.Popen[bytes]) -> None:
    """Wait until somebody listens there."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        assert started.poll() is None, f"{started.args} has ended"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    pytest.fail(f"nobody listens at {port}")


@contextmanager
def screen(folder: Path) -> Iterator[str]:
    """Give a screen that nobody sees; the number is Xvfb's own choice."""
    reading, writing = os.pipe()
    with running(
        program("Xvfb"),
        *("-displayfd", str(writing), "-screen", "0", "640x480x24", "-nolisten", "tcp"),
        pass_fds=(writing,),
        cwd=folder,
    ):
        os.close(writing)
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"


@contextmanager
def vnc(folder: Path) -> Iterator[int]:
    port = free_port()
    words = ("-localhost", "-nopw", "-forever", "-shared", "-quiet", "-noxdamage", "-rfbport", str(port))
    with (
        screen(folder) as display,
        running(program("x11vnc"), "-display", display, *words, cwd=folder) as started,
    ):
        wait_for(port, started)
        yield port


@contextmanager
def sshd(folder: Path, home: Path) -> Iterator[int]:
    """Run a server of its own at a port of its own, with a key planted in the home."""
    for name in ("host", "planted"):
        subprocess.run(
            [
                program("ssh-keygen"),
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-C",
                f"{name}@elsewhere",
                "-f",
                folder / name,
            ],
            check=True,
        )
    keys = home / ".ssh" / "authorized_keys"
    keys.parent.mkdir(mode=0o700)
    keys.write_bytes((folder / "planted.pub").read_bytes())
    port = free_port()
    settings = folder / "sshd_config"
    settings.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nPidFile none\nUsePAM no\n"
        f"StrictModes no\nAuthorizedKeysFile {keys}\n"
    )
    is_made = not SSHD_NEEDS.exists() and os.geteuid() == 0
    if is_made:
        SSHD_NEEDS.mkdir(mode=0o755)
    try:
        with running(program("sshd"), "-D", "-f", str(settings), cwd=folder) as started:
            wait_for(port, started)
            yield port
    finally:
        keys.unlink()
        if is_made:
            SSHD_NEEDS.rmdir()


@contextmanager
def unit(home: Path) -> Iterator[Path]:
    """Put a unit into the home, switched on; give the program that it starts."""
    units = home / ".config/systemd/user"
    wanted = units / "default.target.wants"
    wanted.mkdir(parents=True)
    (units / "notes.service").write_text(UNIT)
    (wanted / "notes.service").symlink_to(units / "notes.service")
    program = home / ".cache/notes/helper"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    try:
        yield program
    finally:
        shutil.rmtree(units)


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


def test_what_is_put_here_is_seen_with_evidence_has_steps_and_is_gone_afterwards(home, tmp_path, loopback):
    before = scan(home)
    with vnc(tmp_path) as vnc_port, sshd(tmp_path, home) as ssh_port, unit(home) as file:
        during = scan(home)
    after = scan(home)

    seen = about(during)
    key = next(name for name in seen if name.startswith("ssh-key:"))
    wanted = {
        "x11vnc": ({"runs_now", "asks_no_password"}, "end_known_program", f"-rfbport {vnc_port}"),
        "/usr/sbin/sshd": ({"runs_now"}, "close_far_sign_in", "[listener]"),
        key: ({"ssh_key"}, "take_out_key", "planted@elsewhere"),
        str(file): ({"starts_user_unit", "comes_back_when_ended"}, "stop_self_start", "ExecStart="),
    }
    for name, (expected, rule, saw) in wanted.items():
        assert seen[name].level in (Level.STRONG, Level.ASK), name
        assert expected <= signs(seen[name])
        assert any(saw in one.saw for one in seen[name].evidence)
        assert f"{rule} {name}" in plan(during)
    for result in (before, after):
        left = about(result)
        assert not {key, str(file)} & left.keys()
        assert all("runs_now" not in signs(left[name]) for name in wanted if name in left)
    assert (vnc_port, ssh_port) != (0, 0)
