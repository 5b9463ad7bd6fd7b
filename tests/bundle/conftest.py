"""The built program, and a screen to show it on."""

import os
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the one-folder program once and return its folder."""
    place = tmp_path_factory.mktemp("bundle")
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "WARN"),
            *("--distpath", place / "dist", "--workpath", place / "work"),
        ],
        cwd=REPOSITORY,
        env=os.environ | {"PYINSTALLER_CONFIG_DIR": str(place / "config")},
        check=True,
        timeout=280,
    )
    return place / "dist" / "Checkup"


@pytest.fixture
def run_bundle(bundle: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the built program with words and returns what it said."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [bundle / "checkup", *words], capture_output=True, text=True, check=False, timeout=120, cwd="/"
        )

    return run


@dataclass(frozen=True)
class Picture:
    """What stood on a screen: rows of 32-bit points, blue first."""

    width: int
    height: int
    points: bytes

    def count(self, colour: str) -> int:
        """Return how many points have a colour written as `#RRGGBB`."""
        wanted = bytes.fromhex(colour[5:7] + colour[3:5] + colour[1:3])
        return sum(self.points[at : at + 3] == wanted for at in range(0, len(self.points), 4))

    @property
    def colours(self) -> int:
        """How many different colours it has."""
        return len({self.points[at : at + 3] for at in range(0, len(self.points), 4)})


class Screen:
    """A screen nobody sees; Xvfb keeps what stands on it in a file, in the form of xwd."""

    def __init__(self, folder: Path, number: str) -> None:
        self.display = f":{number}"
        self._file = folder / "Xvfb_screen0"

    def picture(self) -> Picture:
        """Return what stands on the screen now."""
        data = self._file.read_bytes()
        # References: X11/XWDFile.h. 25 numbers, most significant byte first; then the window's name, the
        # colours at 12 bytes each, and the points.
        header = struct.unpack(">25I", data[:100])
        size, width, height, bits, line, colours = (header[n] for n in (0, 4, 5, 11, 12, 19))
        assert bits == 32
        assert line == width * 4
        start = size + colours * 12
        return Picture(width, height, data[start : start + line * height])


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """Give a screen of 1280x800."""
    reader, writer = os.pipe()
    folder = tmp_path / "screen"
    folder.mkdir()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writer),
            "-screen",
            "0",
            "1280x800x24",
            "-fbdir",
            folder,
            "-nolisten",
            "tcp",
        ],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as numbers:
            yield Screen(folder, numbers.readline().strip())
    finally:
        server.terminate()
        server.wait(60)
