"""The commands that only look or make something up write no file and ask nobody (T10, T20)."""

import os
import subprocess
import sys

import pytest

from checkup.cli.main import COMMANDS

pytestmark = pytest.mark.real

# Everything but the commands that are given a file to work on.
LOOKING = {"scan": ["--json"], "passphrase": [], "selftest": [], "indicators": ["list"]}
WATCHED = """
import sys
NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
def heard(event, words):
    if event in NETWORK and getattr(words[0], "family", 2) not in (1, 16):  # this machine's own sockets
        sys.stderr.write(f"NETWORK {event}\\n")
sys.addaudithook(heard)
from checkup.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def state(folder):
    return {str(path): path.lstat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


@pytest.mark.parametrize("name", [name for name in COMMANDS if name in LOOKING])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_command_writes_no_file_and_asks_nobody(name, language, home, tmp_path):
    (home / "notes.txt").write_text("mine")
    (home / ".bashrc").write_text("alias a=b\n")
    before = state(home.parent)

    ended = subprocess.run(
        [sys.executable, "-I", "-B", "-c", WATCHED, name, *LOOKING[name], "--language", language],
        env=os.environ,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout
    assert state(home.parent) == before
    assert list(tmp_path.iterdir()) == []


def test_the_commands_that_look_are_all_there():
    assert set(LOOKING) <= set(COMMANDS)
