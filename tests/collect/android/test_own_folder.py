"""A key that was left behind is removed by the next start; one in use and what is not ours are let be."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checkup.collect.android.cable.own_folder import OwnFolder, left_behind, remove


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_in_use_is_not_left_behind_and_is_gone_when_closed(temporary):
    folder = OwnFolder()
    assert list(left_behind()) == []
    folder.close()
    assert list(temporary.iterdir()) == []


def test_what_a_program_ended_by_force_left_is_told_with_its_port_and_removed(temporary):
    made = (
        "import tempfile, sys; tempfile.tempdir = sys.argv[1]\n"
        "from checkup.collect.android.cable.own_folder import OwnFolder\n"
        "import os, signal; OwnFolder().note_port('20123'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", made, str(temporary)], check=False, cwd=Path(__file__).parents[3])
    [(folder, port)] = left_behind()
    assert port == "20123"
    remove(folder)
    assert list(temporary.iterdir()) == []


def test_links_files_and_odd_ports_are_let_be(temporary, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (temporary / "checkup-adb-link").symlink_to(elsewhere)
    (temporary / "checkup-adb-file").write_text("x")
    odd = temporary / "checkup-adb-odd"
    odd.mkdir()
    (odd / "port").write_text("1; rm -rf /")
    assert list(left_behind()) == [(odd, "")]
    assert elsewhere.is_dir()


SERVING = """
import os, signal, sys
from threading import Thread
from checkup.collect.run import RunHere
from checkup.model.stop import Stop

run = RunHere(Stop(), folders=(sys.argv[1],), ends_with_us=True)
Thread(target=run, args=("server",), kwargs={"seconds": 600.0}, daemon=True).start()
children = f"/proc/{os.getpid()}/task"
while sum(len(open(f"{children}/{one}/children").read().split()) for one in os.listdir(children)) < 2:
    pass  # the server and its watch
sys.stdin.readline()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="counts children as Linux shows them")
def test_a_server_ends_with_a_program_that_is_ended_by_force(tmp_path):
    server, told = tmp_path / "server", tmp_path / "told"
    os.mkfifo(told)
    server.write_text(f"#!/bin/sh\necho $$ > {told}\nexec sleep 600\n")
    server.chmod(0o755)
    root = Path(__file__).parents[3]
    words = [sys.executable, "-c", SERVING, str(tmp_path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, cwd=root, text=True) as program:
        pid = int(told.read_text())
        program.communicate("now\n")
    assert _is_gone_soon(pid)


def _is_gone_soon(pid: int) -> bool:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{pid}/stat").exists() and ") Z " in Path(f"/proc/{pid}/stat").read_text():
            return True  # ended; whoever inherited it has not asked yet
    return False
