"""The window as a screen reader has it: over the real accessibility bus, named, pressed and announced.

Needs Debian's xvfb, dbus, at-spi2-core and python3-pyatspi.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [pytest.mark.real, pytest.mark.slow]

READER = Path(__file__).with_name("reads_window.py")
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
RUN = """
{launcher} --launch-immediately &
launcher=$!
{python} -I -B -m checkup &
program=$!
timeout 120 /usr/bin/python3 {reader}
status=$?
kill $program $launcher
exit $status
"""


@pytest.fixture
def display(tmp_path: Path) -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL, cwd=tmp_path)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(60)


def test_a_screen_reader_reads_presses_and_hears_each_page(display: str, tmp_path: Path) -> None:
    bus = shutil.which("dbus-run-session")
    assert bus is not None, "needs Debian's dbus"
    variables = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }
    script = RUN.format(launcher=LAUNCHER, python=sys.executable, reader=READER)
    ended = subprocess.run(
        [bus, "--", "/bin/sh", "-c", script],
        env=variables,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )

    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout.splitlines()[-1])
    assert told["program"] == "notes", "as dull as the title"
    assert all(name.strip() for _, name in told["controls"]), told["controls"]
    assert {role for role, _ in told["controls"]} <= {"push button", "radio button", "label"}
    assert ["push button", "Leave quickly"] in told["controls"]
    assert ["radio button", "For me"] in told["controls"]
    assert told["groups"]["For me"] == ["panel", "Who is this for?"]
    assert told["checked"]
    assert told["opened"], "a press that is no click is an answer too"
    first, second = told["announced"][:2]
    assert first == second == "Page opened.", "its title has the focus, and is read for that"
