"""The real evtest reads a keyboard, the real scan tells of it, and it goes with the program.

Needs Debian's evtest and gcc. No machine of a test has a keyboard, and few have /dev/uinput: in a mount
namespace of the test alone a pipe stands where the keyboard's device would be, the kernel's list names it
as one, and a small library answers evtest's questions about it. The program, its open file and the scan are
real.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.collect.computer.linux.real_scan import program

pytestmark = [
    pytest.mark.real,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="makes a namespace: needs root"),
]
DEVICE = "event9071"  # no kernel gives so high a number
DEVICES = (
    f"N: Name=A keyboard\nH: Handlers=sysrq kbd leds {DEVICE}\n"
    "B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe\n"
)
ANSWERS = "int ioctl(int fd, unsigned long what, ...) { return 0; }\n"
NAMESPACE = f"""
set -e
mkdir "$1/dev"
mount -t tmpfs none "$1/dev"
for device in null:3 zero:5 full:7 random:8 urandom:9; do
  mknod -m 666 "$1/dev/${{device%:*}}" c 1 "${{device#*:}}"
done
mkdir "$1/dev/input" "$1/dev/shm"
mkfifo "$1/dev/held"
ln "$1/dev/held" "$1/dev/input/{DEVICE}"  # so that who holds it open does not read a keyboard
mount --bind "$1/dev" /dev
mount --bind "$1/devices" /proc/bus/input/devices
scan() {{ "$3" -I -B -X utf8 -m checkup scan --json >"$1/$2.json" 3<&-; }}
scan "$1" before "$3"
exec 3<>/dev/held
LD_PRELOAD="$1/answers.so" "$2" /dev/input/{DEVICE} >"$1/evtest.txt" 2>&1 3<&- &
reader=$!
for _ in $(seq 100); do grep -q "Testing" "$1/evtest.txt" && break; sleep 0.1; done
echo $reader >"$1/reader"
scan "$1" during "$3"
kill $reader; wait $reader || true
scan "$1" after "$3"
"""


def keyboard_finding(told: Path) -> dict | None:
    findings = json.loads(told.read_text("utf-8"))["findings"]
    found = [one for one in findings if any(reason["sign"] == "reads_keyboard" for reason in one["reasons"])]
    assert len(found) <= 1
    return found[0] if found else None


def test_evtest_is_found_while_it_reads_the_keyboard(home, tmp_path):
    (tmp_path / "answers.c").write_text(ANSWERS)
    subprocess.run(
        [program("gcc"), "-shared", "-fPIC", "-o", tmp_path / "answers.so", tmp_path / "answers.c"],
        check=True,
    )
    (tmp_path / "devices").write_text(DEVICES)
    evtest = program("evtest")
    ran = subprocess.run(
        [
            "unshare",
            "-m",
            "--propagation",
            "private",
            "bash",
            "-c",
            NAMESPACE,
            "-",
            tmp_path,
            evtest,
            sys.executable,
        ],
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=250,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    before, during, after = (
        keyboard_finding(tmp_path / f"{name}.json") for name in ("before", "during", "after")
    )
    number = (tmp_path / "reader").read_text().strip()
    assert during is not None
    assert (during["name"], during["level"]) == ("evtest", "ask")
    reasons = {reason["sign"]: reason for reason in during["reasons"]}
    assert reasons["reads_keyboard"]["where"] == f"/dev/input/{DEVICE}"
    assert f"/proc/{number}/fd" in [seen["where"] for seen in during["evidence"]]
    assert (before, after) == (None, None)
