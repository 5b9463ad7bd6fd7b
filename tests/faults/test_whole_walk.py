"""A whole walk with nothing kept, and one in which all work fails: no file, no network, nothing said."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WALK = Path(__file__).with_name("whole_walk.py")
STEPS = ("start", "situation", "computer", "phone", "accounts", "access", "passwords", "plan")

pytestmark = pytest.mark.real


def everything_in(*folders: Path) -> dict[str, str]:
    """Return each file and folder with what it holds and when it was changed."""
    found = {}
    for path in sorted(each for folder in folders for each in [folder, *folder.rglob("*")]):
        state = path.lstat()
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path)] = f"{state.st_mode:o} {state.st_mtime_ns} {content}"
    return found


@pytest.fixture(scope="module", params=[(), ("broken",)], ids=["whole", "all work fails"])
def walked(tmp_path_factory, request):
    """Walk once; return what the walk said, how it ended, and the folders before and after."""
    here = tmp_path_factory.mktemp("person")
    folders = {name: here / name for name in ("home", "tmp", "run", "cwd")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    home = folders["home"]
    for name in ("Documents/note.txt", ".config/autostart/x.desktop", ".ssh/authorized_keys", ".bashrc"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("# nothing\n")
    variables = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TMPDIR": str(folders["tmp"]),
        "XDG_RUNTIME_DIR": str(folders["run"]),
        "LANG": "vi_VN.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }
    before = everything_in(*folders.values())
    ended = subprocess.run(
        [sys.executable, "-I", "-B", "-X", "utf8", WALK, *request.param],
        env=variables,
        cwd=folders["cwd"],
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    return ended, before, everything_in(*folders.values())


@pytest.fixture
def said(walked):
    ended = walked[0]
    assert ended.stdout, ended.stderr
    said = json.loads(ended.stdout.splitlines()[0])
    assert said["ended"], said["places"]
    return said


def test_the_walk_goes_through_every_step_to_its_end(walked, said):
    steps = dict.fromkeys(place.partition("/")[0] for place in said["places"])

    assert tuple(steps) == STEPS
    assert walked[0].returncode == 0


def test_with_nothing_kept_no_file_is_new_and_none_has_changed(walked, said):
    """T10, P1, P2. The list of documented exceptions is empty."""
    _, before, after = walked

    assert said["places"]
    assert after == before


def test_nobody_is_asked_anything_over_the_network(said):
    """T20, P7."""
    assert said["network"] == []


def test_it_says_nothing_where_others_could_read_it(walked, said):
    """T24: what a desktop keeps of a program's output holds nothing of the person."""
    assert said["places"]
    complaints = [line for line in walked[0].stderr.splitlines() if "propagateSizeHints" not in line]

    assert complaints == []
    assert said["private"] == []
