"""Reading with rights: what is started, what its answers may be, and how the reader itself behaves."""

import hashlib
import os
import runpy
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checkup.collect.computer.linux import rights
from checkup.collect.computer.linux.rights import (
    NoRights,
    Refusal,
    is_the_systems,
    read_with_rights,
    would_open,
)
from checkup.collect.run import Ended, Ran, RunHere
from checkup.content.root import resource
from checkup.model.stop import Stop
from checkup.parse.rights_answer import Kind, pieces
from tests.parse.test_rights_answer import ANSWER, END, piece

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="about Linux")
READER = resource(rights.READER)
SYSTEM = is_the_systems(rights.PYTHON)


class Asked:
    """Takes the place of the system's question: keeps what would be started, and answers."""

    def __init__(self, ran: Ran) -> None:
        self.ran = ran
        self.words: tuple[str, ...] = ()
        self.fed: bytes | None = None

    def __call__(self, program, *words, seconds=0.0, longest=0, fed=None):
        self.words, self.fed = (program, *words), fed
        return self.ran


def asked(monkeypatch, ran: Ran) -> Asked:
    monkeypatch.setattr(rights, "is_the_systems", lambda program: True)
    return Asked(ran)


def test_only_the_reader_whose_hash_stands_in_the_command_can_run(monkeypatch):
    run = asked(monkeypatch, Ran(code=0, out=END))
    read_with_rights(run)
    program, python, *options, start = run.words
    assert (program, python, options) == ("pkexec", "/usr/bin/python3", ["-I", "-S", "-B", "-c"])
    assert run.fed == READER.read_bytes()
    assert hashlib.sha256(run.fed).hexdigest() in start
    other = subprocess.run(
        [sys.executable, "-c", start], input=b"#" + run.fed, capture_output=True, check=False
    )
    assert (other.returncode, other.stdout) == (3, b"")
    assert str(Path.cwd()) not in start


def test_a_reader_that_was_changed_is_not_handed_over(monkeypatch, tmp_path):
    run = asked(monkeypatch, Ran(code=0, out=END))
    changed = tmp_path / "reader.py"
    changed.write_bytes(READER.read_bytes() + b"\n")
    monkeypatch.setattr(rights, "resource", lambda name: changed)
    with pytest.raises(NoRights) as refused:
        read_with_rights(run)
    assert (refused.value.why, run.words) == (Refusal.MISSING, ())


def test_what_the_reader_tells_of_is_what_it_was_sent_for(monkeypatch):
    others = piece(b"F", b"/home/minh/.ssh/id_ed25519", b"x") + piece(b"F", b"/etc/shadow", b"x")
    granted = read_with_rights(asked(monkeypatch, Ran(code=0, out=ANSWER + others + END)))
    assert granted.piece("/etc/sudoers", Kind.FILE).content.startswith(b"lan ALL")
    for path in ("/home/minh/.ssh/id_ed25519", "/etc/shadow"):
        with pytest.raises(Exception, match=path):
            granted.piece(path, Kind.FILE)


@pytest.mark.parametrize(
    ("ran", "why"),
    [
        (Ran(ended=Ended.MISSING), Refusal.MISSING),
        (Ran(code=126), Refusal.SAID_NO),
        (Ran(code=127), Refusal.NOT_ALLOWED),
        (Ran(code=3), Refusal.BROKE_OFF),
        (Ran(ended=Ended.TIMED_OUT), Refusal.BROKE_OFF),
        (Ran(ended=Ended.TOO_MUCH, out=ANSWER + END), Refusal.BROKE_OFF),
        (Ran(ended=Ended.STOPPED), Refusal.STOPPED),
        (Ran(code=0, out=ANSWER), Refusal.BROKE_OFF),
        (Ran(code=0, out=b"\xff" * 5000), Refusal.BROKE_OFF),
        (Ran(code=0), Refusal.BROKE_OFF),
    ],
)
def test_every_other_end_is_a_refusal_with_its_reason(monkeypatch, ran, why):
    with pytest.raises(NoRights) as refused:
        read_with_rights(asked(monkeypatch, ran))
    assert refused.value.why is why


def test_a_python_that_others_may_change_is_not_started(tmp_path):
    own = tmp_path / "python3"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    link = tmp_path / "link"
    link.symlink_to("/usr/bin/env")
    assert not is_the_systems(str(own))  # tmp is everybody's
    assert not is_the_systems(str(link))
    assert not is_the_systems(str(tmp_path / "nothing"))
    assert is_the_systems("/usr/bin/env")


def reader() -> dict:
    return runpy.run_path(str(READER))


def test_both_lists_of_places_are_the_same():
    own = reader()
    for path in (*own["FILES"], *own["LISTED"], *own["FOLDERS"], *own["CONNECTIONS"]):
        assert rights._is_told_of(path), path
    for path in ("/etc/shadow", "/home/minh", "/etc/passwd", "/proc/7/mem", "/root", "/var/log/btmp"):
        assert would_open(path) == (path == "/root"), path
    assert not would_open("/root/.config/chromium")


def test_passwords_of_networks_and_other_variables_are_not_passed_on():
    own = reader()
    kept = own["settings_only"](
        b"[wifi-security]\npsk=hunter2\nkey-mgmt=wpa-psk\n[ipv4]\ndns=203.0.113.1;\nmethod=auto\n[vpn-secrets]\npassword=x\n"
        b"[proxy]\npac-url = http://x.example/a\n"
    )
    assert (
        kept
        == b"[wifi-security]\n[ipv4]\ndns=203.0.113.1;\n[vpn-secrets]\n[proxy]\npac-url = http://x.example/a"
    )
    assert own["variable_only"](b"PASSWORD=x\0LD_PRELOAD=/tmp/a.so\0HOME=/root\0") == b"LD_PRELOAD=/tmp/a.so"


class Given:
    """Keeps the pieces instead of writing them."""

    def __init__(self) -> None:
        self.pieces: list[tuple] = []

    def give(self, kind, path, status=None, content=b""):
        self.pieces.append((kind, path, content))


def test_the_reader_follows_no_link_and_opens_files_alone(tmp_path):
    own, given = reader(), Given()
    there = tmp_path / "rules"
    there.mkdir()
    (tmp_path / "secret").write_text("secret")
    (there / "a").write_text("a rule")
    (there / "link").symlink_to(tmp_path / "secret")
    (there / "large").write_bytes(b"x" * (own["MOST_FILE"] + 1))
    os.mkfifo(there / "pipe")
    (there / "deeper").mkdir()
    (there / "deeper" / "b").write_text("b")
    (tmp_path / "way").symlink_to(there)
    own["folder_to"](given, str(there))
    own["folder_to"](given, str(tmp_path / "way"))
    own["file_to"](given, str(tmp_path / "way" / "a"))
    own["file_to"](given, str(there / "link"))
    assert given.pieces == [
        (b"D", str(there), b"a\0deeper\0large\0link\0pipe"),
        (b"F", f"{there}/a", b"a rule"),
        (b"L", f"{there}/link", os.fsencode(tmp_path / "secret")),
    ]


def started(stdout=subprocess.PIPE) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-B", str(READER)], stdin=subprocess.PIPE, stdout=stdout
    )


def test_the_reader_answers_whole_and_ends_by_itself():
    with started() as process:
        out = process.stdout.read()
        assert process.wait(60) == 0
    found = {one.path for one in pieces(out)}
    assert f"/proc/{os.getpid()}/exe" in found
    assert all(map(rights._is_told_of, found))


def test_a_reader_whose_starter_is_gone_ends_without_a_word():
    with started() as process:
        process.stdin.close()
        assert (process.stdout.read(), process.wait(60)) == (b"", 1)


def lives(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_reader_nobody_listens_to_ends(tmp_path):
    script = (
        "import os, subprocess, sys\n"
        f"p = subprocess.Popen([sys.executable, '-I', '-S', '-B', {str(READER)!r}],"
        " stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)\n"
        "os.kill(p.pid, 19)\n"  # held before it could answer
        "print(p.pid, flush=True)\nos.kill(os.getpid(), 9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, check=False)
    number = int(killed.stdout)
    assert killed.returncode == -9
    os.kill(number, 18)
    until = time.monotonic() + 60
    while time.monotonic() < until and lives(number):
        time.sleep(0.05)
    assert not lives(number)


def test_on_this_computer_nobody_is_asked_where_there_is_no_way(tmp_path):
    with pytest.raises(NoRights) as refused:
        read_with_rights(RunHere(Stop(), folders=(str(tmp_path),)))
    assert refused.value.why is Refusal.MISSING
