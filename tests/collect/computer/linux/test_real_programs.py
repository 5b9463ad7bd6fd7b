"""A real x11vnc, a real sshd with a planted key and a unit of one's own: seen with evidence, and in the plan.

Needs Debian's xvfb, x11vnc and openssh-server. Everything lies in a home made for the test, and nothing
of this machine's own settings is changed.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from checkup.model.finding import Level
from tests.collect.computer.linux.real_scan import (
    about,
    free_port,
    plan,
    program,
    running,
    scan,
    signs,
    wait_for,
)

pytestmark = [pytest.mark.real, pytest.mark.slow]

UNIT = "[Service]\nExecStart=%h/.cache/notes/helper --quiet\nRestart=always\n"
SSHD_NEEDS = Path("/run/sshd")  # an empty folder that Debian makes when the service starts


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
