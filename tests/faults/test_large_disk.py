"""A hive of 100 MB and a disk with 200,000 files are looked at in bounded memory (T23 and issue 3)."""

import json
import subprocess
import sys

import pytest

from tests.hive_builder import Key, hive
from tests.windows_disk import CLEAN, CURRENT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

MOST_MIB = 300
FILES = 200_000
# A program of its own: what it held at most is asked of the system at its end (since its own start,
# which the figure of `getrusage` does not know).
PROGRAM = """
import json, pathlib, sys
from checkup.__main__ import main
status = main(["scan", "--root", sys.argv[1], "--json", "--quiet"])
lines = pathlib.Path("/proc/self/status").read_text().splitlines()
kib = int(next(line for line in lines if line.startswith("VmHWM:")).split()[1])
print(json.dumps({"status": status, "kib": kib}), file=sys.stderr)
"""


def looked_at(root):
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(root)], capture_output=True, check=True, timeout=800
    )
    return json.loads(ran.stdout), json.loads(ran.stderr.splitlines()[-1])


def large_software() -> bytes:
    root = Key()
    for path, values in CLEAN.software.items():
        root.at(path).values.update(values)
    classes = root.at("Classes")
    filler = b"x" * 400_000
    for number in range(250):
        classes.keys[f"filler{number}"] = Key({"a": filler})
    root.at(rf"{CURRENT}\Run").values["odd"] = r"C:\Users\Public\odd.exe"
    return hive(root, "SOFTWARE")


def test_a_hive_of_a_hundred_megabytes_is_read_here_and_there(tmp_path):
    root = CLEAN.with_(files={"Users/Public/odd.exe": b"MZ"}).write(tmp_path)
    data = large_software()
    assert len(data) > 100_000_000
    (root / "Windows/System32/config/SOFTWARE").write_bytes(data)
    del data
    said, figures = looked_at(root)
    assert figures["status"] == 0
    assert any("odd.exe" in one["about"] for one in said["findings"])
    assert figures["kib"] < MOST_MIB * 1024, figures


def test_a_disk_of_two_hundred_thousand_files_is_looked_at(tmp_path):
    root = CLEAN.write(tmp_path)
    places = (
        "Windows/System32/Tasks/many",
        "Program Files",
        "Users/lan/AppData/Roaming",
        "Users/lan/Documents",
    )
    for place in places:
        for number in range(FILES // len(places)):
            if number % 10_000 == 0:
                folder = root / place / f"d{number}"
                folder.mkdir(parents=True, exist_ok=True)
            (folder / f"f{number}").touch()
    said, figures = looked_at(root)
    assert figures["status"] == 0
    assert said["looked"]
    assert figures["kib"] < MOST_MIB * 1024, figures
