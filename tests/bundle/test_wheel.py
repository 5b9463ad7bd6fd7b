"""The wheel holds the resources too, and the program in it finds them there."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
            *("--wheel-dir", place, REPOSITORY),
        ],
        check=True,
        timeout=280,
    )
    return next(place.glob("checkup-*.whl"))


def test_every_resource_lies_inside_the_package(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    resources = REPOSITORY / "resources"
    wanted = {
        f"checkup/resources/{path.relative_to(resources).as_posix()}"
        for path in resources.rglob("*")
        if path.is_file() and path.parent.name != "screenshots"
    }
    assert {name for name in inside if name.startswith("checkup/resources/")} == wanted
    assert any(name.endswith("entry_points.txt") for name in inside)
    assert not any(name.startswith(("tests/", "run.py")) for name in inside)


def test_the_installed_program_finds_the_resources_it_came_with(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)  # what pip does with a wheel of pure Python
    code = "import sys; sys.path.insert(0, sys.argv[1]); from checkup.content.root import root; print(root())"

    said = subprocess.run(
        [sys.executable, "-I", "-c", code, tmp_path], capture_output=True, text=True, check=True, cwd=tmp_path
    )

    assert Path(said.stdout.strip()) == tmp_path / "checkup" / "resources"
