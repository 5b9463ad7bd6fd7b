"""Started where much is missing: no home, no desktop, a small screen, a folder of its own (T25)."""

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.real

SMALL = {"name": "s", "x": 0, "y": 0, "width": 800, "height": 600, "logicalDpi": 96, "dpr": 1}


def test_it_starts_without_a_home_a_desktop_and_their_services(started, monkeypatch):
    for name in (*os.environ,):
        if name not in ("PATH", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name)

    ended = started("shown_only")

    assert ended.answer["width"] > 0
    assert (ended.status, ended.complaints) == (0, ())


def test_it_starts_where_the_home_folder_is_not_there(started, tmp_path):
    gone = str(tmp_path / "gone")

    ended = started("shown_only", HOME=gone, TMPDIR=gone, XDG_RUNTIME_DIR=gone, LANG="vi_VN.UTF-8")

    assert ended.answer["width"] > 0
    assert ended.status == 0
    assert list(tmp_path.iterdir()) == []


def test_on_a_screen_of_800_by_600_the_window_is_no_larger(started, tmp_path):
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps({"screens": [SMALL]}))

    answer = started("shown_only", QT_QPA_PLATFORM=f"offscreen:configfile={screen}").answer

    assert answer["width"] <= 800
    assert answer["height"] <= 600


@pytest.mark.parametrize("words", [("scan", "--json", "--only", "computer.preload"), ("--help",)])
def test_the_command_line_needs_neither(words, tmp_path):
    ended = subprocess.run(
        [sys.executable, "-I", "-B", "-m", "checkup", *words],
        env={"PATH": os.environ["PATH"]},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []
