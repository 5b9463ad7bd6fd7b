"""`run.py shots` writes a picture of every page in each language, shade, text size and window size."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.real

SCENES = Path(__file__).with_name("scenes")


def size_of(picture: Path) -> tuple[int, int]:
    data = picture.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_a_scene_comes_in_every_frame(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-I", "-B", "-m", "tests.shots", tmp_path, "shell"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    pictures = sorted(tmp_path.glob("*.png"))
    assert ended.returncode == 0, ended.stderr
    assert len(pictures) % 16 == 0
    assert len(pictures) > 0
    for picture in pictures:
        *_, language, shade, percent, size = picture.stem.split("-")
        assert language in ("en", "vi")
        assert shade in ("light", "dark")
        assert percent in ("100", "150")
        width, height = map(int, size.split("x"))
        assert size_of(picture) == (width, height)


def test_every_step_has_its_scenes():
    from checkup.flow.place import StepId

    assert {step.value for step in StepId} <= {path.stem for path in SCENES.glob("*.py")}
