"""An ordinary account, the system's real question (pkexec, polkit), and the real reader with rights.

Needs Debian's pkexec, polkitd and dbus. Accounts, rules and closed folders exist in a mount namespace of
the test alone; of the system itself nothing is changed. Nobody is there to type a password: a rule of
polkit says yes for this one account, or no.
"""

import json
import os
import shutil
import stat
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.collect.computer.linux.real_scan import program

pytestmark = [
    pytest.mark.real,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="makes a namespace: needs root"),
]
CHECKOUT = Path(__file__).parents[4]
PYTHON = "/usr/bin/python3"
POLKITD = ("/usr/lib/polkit-1/polkitd", "/usr/libexec/polkitd", "/usr/lib/policykit-1/polkitd")
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGh2Y3g0b3JhbmRvbWJ5dGVzaGVyZTEyMzQ1Njc4 minh@laptop\n"
CLOSED = {
    "etc/sudoers.d/minh": "minh ALL=(ALL) NOPASSWD: ALL\n",
    "var/spool/cron/crontabs/minh": "@reboot /home/minh/.cache/watcher\n",
    "root/.ssh/authorized_keys": KEY,
    "etc/NetworkManager/system-connections/Home.nmconnection": (
        "[wifi-security]\npsk=hunter2\n[ipv4]\ndns=203.0.113.1;\n"
    ),
}
RULE = 'polkit.addRule(function(a, s) {{ if (s.user == "lan") return polkit.Result.{answer}; }});\n'
NAMESPACE = """
set -e
cd "$1"
for folder in etc var/spool root run; do mount --rbind "$1/$folder" "/$folder"; done
dbus-daemon --system --nofork --nopidfile 2>"$1/bus.txt" & bus=$!
trap 'kill $bus $polkit 2>/dev/null' EXIT
for _ in $(seq 100); do [ -S /run/dbus/system_bus_socket ] && break; sleep 0.1; done
"$2" --no-debug >"$1/polkit.txt" 2>&1 & polkit=$!
for _ in $(seq 100); do dbus-send --system --print-reply \
  --dest=org.freedesktop.DBus / org.freedesktop.DBus.GetNameOwner string:org.freedesktop.PolicyKit1 \
  >/dev/null 2>&1 && break; sleep 0.1; done
setpriv --reuid 4242 --regid 4242 --clear-groups "$3" -B "$4"
"""
LOOKS = """
import json, sys
from checkup.collect.computer.linux.rights import NoRights
from checkup.flow.computer import look_here
from checkup.flow.rights import look_with_rights
from checkup.model.clock import now
from checkup.model.stop import Stop

def told(look):
    try:
        *_, last = look(Stop(), now)
    except NoRights as refused:
        return {"refused": refused.why.value}
    result = last.result
    return {
        "findings": {one.about: one.level.value for one in result.findings},
        "evidence": [f"{seen.where} {seen.saw}" for one in result.findings for seen in one.evidence],
        "closed": sorted({at for one in result.gaps if one.reason == "not_permitted" for at in one.where}
                         | {one.where for one in result.unread if one.reason == "not_permitted"}),
    }
print(json.dumps([told(look_here), told(look_with_rights)]))
"""


KILLED = """
import json, os, subprocess, sys, time
from checkup.collect.computer.linux import rights
from checkup.content.root import resource
import hashlib

def lives(number):
    try:
        return open(f"/proc/{number}/stat").read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False

def name(number):
    return open(f"/proc/{number}/comm").read().strip()

text = resource(rights.READER).read_bytes()
start = rights._START.format(size=len(text), hash=hashlib.sha256(text).hexdigest())
out, into = os.pipe()
if os.fork() == 0:  # the program: starts the reader, reads nothing of its answer, and is killed
    os.close(out)
    words = ["/usr/bin/pkexec", rights.PYTHON, "-I", "-S", "-B", "-c", start]
    reader = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    reader.stdin.write(text)
    reader.stdin.flush()
    while name(reader.pid) != "python3":
        time.sleep(0.05)
    time.sleep(1)
    os.write(into, str(reader.pid).encode())
    time.sleep(1)
    os.kill(os.getpid(), 9)
os.close(into)
number = int(os.read(out, 20))
owner = os.stat(f"/proc/{number}").st_uid
was_there = lives(number)
try:
    os.kill(number, 15)
    could_signal = True
except PermissionError:
    could_signal = False
until = time.monotonic() + 60
while lives(number) and time.monotonic() < until:
    time.sleep(0.05)
print(json.dumps([owner, was_there, could_signal, lives(number)]))
"""


@pytest.fixture
def lan(tmp_path):
    """Return a way to run the two looks as an account without rights, in a system with closed places."""
    polkitd = next(one for one in POLKITD if Path(one).exists())
    program("pkexec")
    asked = [PYTHON, "-c", "import sys; print(sys.version_info[:2])"]
    if subprocess.run(asked, capture_output=True, check=True).stdout.decode().strip() != str(
        sys.version_info[:2]
    ):
        pytest.skip("the system's Python is another version than the one with the program's parts")
    root = made_system(tmp_path / "system")
    for folder in (tmp_path, *tmp_path.parents):
        if str(folder).startswith("/tmp/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    script = root / "script.py"

    def looks(answer: str, text: str = LOOKS) -> list:
        script.write_text(text)
        (root / "etc/polkit-1/rules.d/49-test.rules").write_text(RULE.format(answer=answer))
        paths = os.pathsep.join((str(CHECKOUT), sysconfig.get_paths()["purelib"]))
        namespace = ("unshare", "-m", "-p", "-f", "--mount-proc", "--propagation", "private")
        ran = subprocess.run(
            [*namespace, "bash", "-c", NAMESPACE, "-", root, polkitd, PYTHON, script],
            env={"PATH": os.environ["PATH"], "HOME": str(root / "home/lan"), "PYTHONPATH": paths},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=200,
        )
        assert ran.returncode == 0, ran.stderr.decode()
        return json.loads(ran.stdout)

    looks.root = root
    return looks


def made_system(root: Path) -> Path:
    """Make the folders that take the place of the system's own, with an account and closed places."""
    for folder in ("run/dbus", "home/lan", "root"):
        (root / folder).mkdir(parents=True)
    for folder in ("etc", "var/spool"):
        shutil.copytree(f"/{folder}", root / folder, symlinks=True, ignore=_no_pipes)
    for path, text in CLOSED.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
        (root / path).chmod(0o600)
    for folder in ("root", "root/.ssh", "etc/sudoers.d", "var/spool/cron", "var/spool/cron/crontabs"):
        (root / folder).chmod(0o700)
    with (root / "etc/passwd").open("a") as accounts:
        accounts.write("lan:x:4242:4242::/home/lan:/bin/bash\nminh:x:4243:4243::/home/minh:/bin/bash\n")
    with (root / "etc/group").open("a") as groups:
        groups.write("lan:x:4242:\n")
    os.chown(root / "home/lan", 4242, 4242)
    (root / "etc/polkit-1/rules.d").chmod(0o755)
    return root


def _no_pipes(folder: str, names: list[str]) -> list[str]:
    kinds = (stat.S_ISREG, stat.S_ISDIR, stat.S_ISLNK)
    return [name for name in names if not any(one((Path(folder) / name).lstat().st_mode) for one in kinds)]


def listing(root: Path) -> dict[str, tuple]:
    """Return everything below the closed folders with all that a reader could change."""
    below = [
        path for name in ("root", "etc/sudoers.d", "var/spool/cron") for path in (root / name).rglob("*")
    ]
    found = {}
    for path in below:
        status = path.lstat()
        content = path.read_bytes() if path.is_file() else b""
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        found[str(path)] = (status.st_atime_ns, status.st_mtime_ns, status.st_mode, status.st_size, content)
    return found


def test_after_a_yes_the_closed_places_are_read_once_and_nothing_is_changed(lan):
    before = listing(lan.root)
    without, with_rights = lan("YES")
    assert {name: one[1:] for name, one in listing(lan.root).items()} == {
        name: one[1:] for name, one in before.items()
    }
    assert {"/etc/sudoers.d", "/root", "/proc/*/exe"} <= set(without["closed"])
    assert not any("minh" in line for line in without["evidence"])

    assert with_rights["closed"] == ["/var/log/btmp"]  # whose entries no check looks at
    seen = "\n".join(with_rights["evidence"])
    assert "minh ALL=(ALL) NOPASSWD: ALL" in seen
    assert "@reboot /home/minh/.cache/watcher" in seen
    assert "minh@laptop" in seen
    assert "hunter2" not in json.dumps(with_rights)
    assert set(without["findings"]) <= set(with_rights["findings"])


def test_after_a_no_nothing_is_read_and_the_reason_is_told(lan):
    without, refused = lan("NO")
    assert refused == {"refused": "not_allowed"}
    assert "/etc/sudoers.d" in without["closed"]


def test_the_reader_ends_with_the_program_that_cannot_signal_it(lan):
    """Half a megabyte in a pipe that nobody empties holds the reader up until the program is killed."""
    (lan.root / "etc/sudoers.d/large").write_text("# " + "x" * 500_000)
    owner, was_there, could_signal, lives = lan("YES", KILLED)
    assert (owner, was_there, could_signal) == (0, True, False)
    assert not lives
