"""Two programs at the same record: told, never written over, and no lock outlives its process (T7)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checkup.store.errors import InUse
from checkup.store.record_file import create, open_record

HERE = Path(__file__).parent
ENVIRONMENT = {"PYTHONPATH": str(HERE.parents[1]), "PATH": "/usr/bin:/bin"}
HOLDER = """
import sys
from pathlib import Path
from checkup.store.lock import Lock
lock = Lock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(path, passphrase, sample):
    """Start another program that has the record open for writing."""
    create(path, passphrase, sample("first")).close()
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=ENVIRONMENT,
        cwd=HERE.parents[1],
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


@pytest.mark.real
def test_the_second_is_told_before_the_passphrase_and_may_read(holder, path, passphrase):
    with pytest.raises(InUse):
        open_record(path, "even with a wrong passphrase")
    assert open_record(path, passphrase, read_only=True).record.id == "r"


@pytest.mark.real
def test_a_killed_program_leaves_no_lock(holder, path, passphrase):
    holder.kill()
    holder.wait()
    open_record(path, passphrase).close()


@pytest.mark.real
def test_two_hundred_races_lose_no_save(path):
    done = subprocess.run(
        [sys.executable, "-P", str(HERE / "racing_saves.py"), str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=200,
        env=ENVIRONMENT,
        cwd=HERE.parents[1],
    )
    report = json.loads(done.stdout)
    assert report == {"told": 200, "held": 200, "left": ["notes"]}


def test_a_lock_goes_over_to_the_new_file_with_each_save(path, passphrase, sample):
    opened = create(path, passphrase, sample("first"))
    for _ in range(3):
        opened.save(sample("again"))
        with pytest.raises(InUse):
            open_record(path, passphrase)
    opened.close()
    open_record(path, passphrase).close()
