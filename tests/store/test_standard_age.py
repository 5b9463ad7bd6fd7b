"""Nobody depends on this program to read their own record: `unzip` and `age` are enough."""

import json
import os
import pty
import select
import shutil
import subprocess
import time
import zipfile

import pytest

from checkup.store.passphrase_age import unseal
from checkup.store.record_file import create

pytestmark = pytest.mark.real


def typed_into(command: list[str], passphrase: str, prompts: int = 1) -> int:
    """Run a program on a terminal of its own, type the passphrase at each question; return its status."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(command[0], command)  # noqa: S606 - a terminal of its own needs a fork
    said, asked, until = b"", 0, time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                said += os.read(terminal, 1024)
            except OSError:  # the program closed its terminal
                break
        if asked < prompts and said.count(b": ") > asked:
            os.write(terminal, passphrase.encode() + b"\n")
            asked += 1
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def parts(path, sample, tmp_path):
    opened = create(path, "mot hai ba", sample("first"))
    opened.save(sample("second"))
    opened.close()
    with zipfile.ZipFile(path) as archive:
        archive.extractall(tmp_path / "parts")
    return tmp_path / "parts"


def test_age_opens_the_key_with_the_passphrase_and_the_states_with_the_key(parts):
    age = shutil.which("age")
    key = parts / "key.txt"
    assert typed_into([age, "-d", "-o", str(key), str(parts / "identity.age")], "mot hai ba") == 0
    for member, mark in (("now.age", "second"), ("before.age", "first")):
        plain = subprocess.run(
            [age, "-d", "-i", str(key), str(parts / member)], capture_output=True, check=True, timeout=60
        ).stdout
        assert json.loads(plain)["record"]["visits"][0]["id"] == mark


def test_age_opens_a_state_in_one_go(parts):
    out = parts / "now.json"
    command = [shutil.which("age"), "-d", "-i", str(parts / "identity.age"), "-o", str(out)]
    assert typed_into([*command, str(parts / "now.age")], "mot hai ba") == 0
    assert json.loads(out.read_bytes())["record"]["id"] == "r"


def test_age_refuses_another_passphrase(parts):
    out = parts / "key.txt"
    assert typed_into([shutil.which("age"), "-d", "-o", str(out), str(parts / "identity.age")], "no") != 0
    assert not out.exists()


def test_we_open_what_age_put_under_a_passphrase(tmp_path):
    plain, sealed = tmp_path / "plain", tmp_path / "sealed"
    plain.write_bytes(b"AGE-SECRET-KEY-1")
    command = [shutil.which("age"), "-p", "-o", str(sealed), str(plain)]
    assert typed_into(command, "mot hai ba", prompts=2) == 0
    assert unseal(sealed.read_bytes(), "mot hai ba") == b"AGE-SECRET-KEY-1"
